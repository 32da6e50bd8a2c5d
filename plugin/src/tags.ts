import {builtInSchemas} from './tags/site-tags.js';

/**
 * The schemas of the plugin's tags, in Markdoc's format. A site that gives a tag further attributes spreads it; the tag stays what it is,
 * and the attributes become properties of the element that it is shown as, under the names that `render` gives them.
 *
 * @example
 * // markdoc/tags.ts
 * import {tags} from 'docusaurus-plugin-markdoc/tags';
 *
 * export const note = {
 *   ...tags.note,
 *   attributes: {...tags.note.attributes, kind: {type: String, matches: ['tip', 'info'], render: 'type'}},
 * };
 */
export const tags = builtInSchemas;
