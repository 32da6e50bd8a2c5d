export {attributeValue, valuesOf} from './attributes.js';
export {fenceTag, placesIn} from './fence-tag.js';
export {limitGfmSearch} from './limit-gfm-search.js';
export {isBlank, isTag} from './nodes.js';
export {maxNesting, tagsTooDeepMessage} from './pair-tags.js';
export {remarkTagSyntax} from './remark-tag-syntax.js';
export {readTag, scanTags, tooDeepMessage} from './tag-source.js';
export type * from './types.js';
