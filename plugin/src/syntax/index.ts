export {attributeValue, valuesOf} from './attributes.js';
export {limitAutolinkSearch} from './limit-autolink-search.js';
export {isReported} from './pair-tags.js';
export {remarkTagSyntax} from './remark-tag-syntax.js';
export type * from './types.js';
