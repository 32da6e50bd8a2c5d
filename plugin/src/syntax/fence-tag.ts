import type {Code, Html} from 'mdast';
import type {Point, Position} from 'unist';
import {type Problem, problem} from '../problems.js';
import {placed, readTag} from './tag-source.js';
import type {TagAttribute} from './types.js';

/** What is written in a tag behind a fence's opening: ```` ```js {% title="a.js" process=true %} ````. */
interface FenceTag {
  readonly attributes: readonly TagAttribute[];
  /** What is wrong with it. */
  readonly fault?: Problem;
}

/**
 * Tells where in the page a place in the text of a fence or of HTML is: the page's lines begin with what belongs to lists and quotations as well.
 *
 * @returns a function of the line and the column in that text, which count from 1
 */
export function placesIn(
  {type, value, position}: Code | Html,
  source: string,
): (line: number, column?: number) => Position {
  const {start, end} = position ?? {};
  const inPage = source.slice(start?.offset, end?.offset).split(lineEnd);
  const inNode = value.split(lineEnd);
  // The text of a fence begins behind the line of its opening.
  const from = type === 'code' ? 1 : 0;
  return (line, column = 1) => {
    const at = line - 1 + from;
    const prefix = (inPage[at]?.length ?? 0) - (inNode[line - 1]?.length ?? 0);
    const before = at === 0 ? (start?.column ?? 1) - 1 : Math.max(prefix, 0);
    const place = {line: (start?.line ?? 1) + at, column: before + column};
    return {start: place, end: place};
  };
}

const lineEnd = /\r\n?|\n/;

/**
 * Reads the tag behind a fence's opening, where there is one.
 *
 * It is read from the text of the page: in the tree, Markdown's escapes have taken the backslashes out of its strings.
 */
export function fenceTag(fence: Code, source: string): FenceTag | undefined {
  const {start} = fence.position ?? {};
  if (start?.offset === undefined) return undefined;
  const [line = ''] = /^[^\r\n]*/.exec(source.slice(start.offset)) ?? [];
  const opening = line.trimEnd();
  const begin = opening.indexOf('{%');
  if (begin < 0 || !opening.endsWith('%}')) return undefined;
  const pointAt = (at: number): Point => ({
    line: start.line,
    column: start.column + begin + at,
    offset: (start.offset ?? 0) + begin + at,
  });
  const fault = (message: string, at: number, help?: string) => {
    const place = {start: pointAt(at), end: pointAt(at)};
    return {attributes: [], fault: problem('parse-error', message, place, help)};
  };
  const tag = readTag(opening.slice(begin));
  if (tag.kind === 'error') return fault(tag.message, tag.offset, tag.help);
  if (tag.kind !== 'annotation') return fault('Expected attributes, as in title="a.js"', 0);
  const attributes = placed(tag.attributes, pointAt);
  const named = attributes.filter(({kind}) => kind === 'attribute');
  const first = new Map(named.toReversed().map((each) => [each.name, each]));
  const again = named.find((each) => first.get(each.name) !== each);
  if (!again) return {attributes};
  const message = `Attribute '${again.name}' already set`;
  return {attributes, fault: problem('duplicate-attribute', message, again.position)};
}
