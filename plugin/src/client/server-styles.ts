import {marksAttribute} from '../reader-names.js';

export {css} from './chooser-styles.js';

/**
 * Keeps a chooser's form out of sight where the page's head has found that the reader has been here before: with the answers that the
 * server knows, the form would have another size than with theirs. Not for ever: where scripts do not arrive, the form as it is says more.
 */
export function waitingRule(flow: string): string {
  const marked = `[${marksAttribute}~=${JSON.stringify(flow)}]`;
  const form = `[data-flow-chooser=${JSON.stringify(flow)}]>.flow-chooser__form`;
  const rule = `${marked} ${form}{animation:flow-chooser-wait 5s}`;
  const hidden = '@keyframes flow-chooser-wait{from,to{visibility:hidden}}';
  return `${rule}${hidden}`.replaceAll('<', '\\3c ');
}
