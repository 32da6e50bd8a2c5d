import type {Html} from 'mdast';
import {type Problem, problem} from '../problems.js';
import {placesIn} from '../syntax/index.js';

/** Comments, and what HTML shows or runs just as it is written. */
const asWritten = /<!--.*?(?:-->|$)|<(pre|script|style|textarea)\b.*?(?:<\/\1|$)/gis;

/**
 * Finds a tag in HTML of a page in the format `md`, which ends at an empty line only: a tag right under `<div>` is a part of it, and would be
 * published as its source.
 *
 * @param source The text of the page.
 */
export function tagInHtml(node: Html, source: string): Problem | undefined {
  const read = node.value.replace(asWritten, (part) => part.replace(/[^\r\n]/g, ' '));
  const begin = read.indexOf('{%');
  if (begin < 0 || !read.includes('%}', begin)) return undefined;
  const before = read.slice(0, begin).split(/\r\n?|\n/);
  const place = placesIn(node, source)(before.length, (before.at(-1) ?? '').length + 1);
  const help = 'Leave an empty line between them; there can be no tag between < and >.';
  const message = 'The tag is a part of the HTML before it, and not read';
  return problem('tag-placement-invalid', message, place, help);
}
