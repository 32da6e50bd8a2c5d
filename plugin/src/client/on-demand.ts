/**
 * What few readers of a chooser need: its styles where the site's own navigation leads to it, and what reads a link. It is one file, for
 * the list of files that every page has tells of each.
 */

export {decodeShare} from '../flow/decode-share.js';
export {css} from './chooser-styles.js';
