/** What browsers get in place of `server-styles.ts`. Until the styles are loaded, nobody sees the chooser. */
export const css = '.flow-chooser{visibility:hidden}';

export const waitingRule = (_flow: string): string => '';
