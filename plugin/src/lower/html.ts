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
  const read = value.replace(asWritten, (part) => part.replace(/[^\r\n]/g, ' '));
  const begin = read.indexOf('{%');
  if (begin < 0 || !read.includes('%}', begin)) return undefined;
  const before = read.slice(0, begin).split(lineEnd);
  const at = before.length - 1;
  const line = (position?.start.line ?? 1) + at;
  // A line of the page may begin with what belongs to lists and quotations.
  const own = source.slice(position?.start.offset, position?.end.offset);
  const start = (own.split(lineEnd)[at] ?? '').indexOf(value.split(lineEnd)[at] ?? '');
  const indent = at === 0 ? (position?.start.column ?? 1) - 1 : Math.max(start, 0);
  const place = {line, column: indent + (before[at] ?? '').length + 1};
  const help = 'Leave an empty line between them; there can be no tag between < and >.';
  const message = 'The tag is a part of the HTML before it, and not read';
  return problem('tag-placement-invalid', message, {start: place, end: place}, help);
}

const lineEnd = /\r\n?|\n/;
