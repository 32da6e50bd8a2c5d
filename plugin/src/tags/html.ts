import type {Html} from 'mdast';
import {type Problem, problem} from '../problems.js';

/** Comments, and what HTML shows or runs just as it is written. */
const asWritten = /<!--.*?(?:-->|$)|<(pre|script|style|textarea)\b.*?(?:<\/\1|$)/gis;

/**
 * Finds a tag in HTML of a page in the format `md`, which ends at an empty line only: a tag right under `<div>` is a part of it, and would be
 * published as its source.
 *
 * @param source The text of the page.
 */
export function tagInHtml({value, position}: Html, source: string): Problem | undefined {
  const read = value.replace(asWritten, '');
  const begin = read.indexOf('{%');
  if (begin < 0 || !read.includes('%}', begin)) return undefined;
  const [opening = ''] = read.slice(begin).split('\n', 1);
  const offset = source.indexOf(opening, position?.start.offset);
  const before = source.slice(0, offset).split(/\r\n?|\n/);
  const place = {line: before.length, column: (before.at(-1) ?? '').length + 1, offset};
  const help = 'Leave an empty line between them; there can be no tag between < and >.';
  const message = 'The tag is a part of the HTML before it, and not read';
  return problem('tag-placement-invalid', message, {start: place, end: place}, help);
}
