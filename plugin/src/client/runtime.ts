/** What compiled pages import. It is no API: pages and package are of one version, and this changes with both. */
export {MarkdocAnchors} from './anchors.js';
export {markdocFunctions} from './functions.js';
export {MarkdocIf} from './if.js';
export {usePageVariables} from './page-variables.js';
export {MarkdocSlot, MarkdocSlots} from './slots.js';
export {uniquePartialIds} from './unique-partial-ids.js';
