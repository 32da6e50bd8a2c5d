export {attributeValue, valuesOf} from './attributes.js';
export {limitGfmSearch} from './limit-gfm-search.js';
export {maxNesting, tagsTooDeepMessage} from './pair-tags.js';
export {remarkTagSyntax} from './remark-tag-syntax.js';
export {readTag, tooDeepAt, tooDeepMessage, wholeTags} from './tag-source.js';
export type * from './types.js';
