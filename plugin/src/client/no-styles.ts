/** What browsers get in place of `chooser-styles.ts`: until the styles are there, nobody sees the chooser. */
export const css = '.flow-chooser{visibility:hidden}';
