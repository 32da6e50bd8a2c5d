import type {Function as MarkdocFunction, Variable} from '@markdoc/markdoc';
import type {Point} from 'unist';
import {Markdoc} from '../markdoc.js';
import {maxNesting} from './pair-tags.js';
import {parseHelp} from './parse-help.js';
import type {MarkdocTagMarker, TagAttribute} from './types.js';

/** What the inside of a tag says. Offsets count characters from the opening brace. */
export type TagSource =
  | {kind: MarkdocTagMarker['kind']; name: string; attributes: SourceAttribute[]}
  | {kind: 'annotation'; attributes: SourceAttribute[]}
  | {kind: 'value'; value: Variable | MarkdocFunction}
  | {kind: 'error'; message: string; offset: number; help?: string | undefined};

interface SourceAttribute extends Pick<TagAttribute, 'kind' | 'name' | 'value'>, Range {}

/** The attributes with their places in the page. */
export function placed(
  attributes: readonly SourceAttribute[],
  pointAt: (offset: number) => Point,
): TagAttribute[] {
  return attributes.map(({start, end, ...attribute}) => ({
    ...attribute,
    position: {start: pointAt(start), end: pointAt(end)},
  }));
}

/**
 * Reads a tag with Markdoc's own grammar, and adds what Markdoc does not tell: where each attribute stands, and the right
 * place of a syntax error.
 *
 * @param source The tag from `{%` to `%}`, lines separated by `\n`.
 * @example readTag('{% note title="Hi" %}') // {kind: 'open', name: 'note', attributes: [{name: 'title', start: 8, …}]}
 */
export function readTag(source: string): TagSource {
  const scan = scanTag(source, 0);
  const {tooDeep} = scan ?? {};
  if (tooDeep !== undefined) return {kind: 'error', message: tooDeepMessage, offset: tooDeep};
  // What follows was not looked at: behind a fence's opening there can be anything.
  const whole = source.slice(0, scan?.end ?? 0);
  const tokens: readonly Token[] = Markdoc.parseTags(whole) as never;
  const token = tokens.find(({type}) => type !== 'text');
  // A string that is not closed has the end of the tag in it.
  if (!scan || token?.start !== 0) {
    const message = 'Expected "\\"" but end of tag found.';
    return {kind: 'error', message, offset: source.length - 2};
  }
  const {type, meta} = token;
  const attributes = locate(source, scan.words, meta);
  const kind = markerKinds[type];
  if (kind) return {kind, name: meta.tag, attributes};
  if (type === 'annotation') return {kind: type, attributes};
  if (type === 'variable') return {kind: 'value', value: meta.variable};
  // Markdoc counts from the first character that is not white space, and starts with 1.
  const inside = source.slice(2).search(/\S/);
  const found = 2 + Math.max(inside, 0) + meta.error.location.start.character - 1;
  const offset = Math.min(found, source.length - 2);
  return {kind: 'error', message: meta.error.message, offset, help: parseHelp(source, offset)};
}

/** Markdoc's names for the kinds of tags that have names. */
const markerKinds: {readonly [type: string]: MarkdocTagMarker['kind'] | undefined} = {
  tag_open: 'open',
  tag: 'selfClosing',
  tag_close: 'close',
};

/** A part of a text. */
interface Range {
  readonly start: number;
  readonly end: number;
}

/** What there is to know of a tag before its grammar is asked. */
interface TagScan extends Range {
  /** The first bracket that is nested too deeply: Markdoc's parser calls itself for each. */
  readonly tooDeep: number | undefined;
  /** What white space separates, outside of strings and brackets. */
  readonly words: readonly Range[];
}

/**
 * Goes through the tags of a text, each from `{%` to the first `%}` outside of a string.
 *
 * An attempt that fails knows that every opening delimiter that it passed outside of a string would fail, too: that keeps a text of
 * nothing but these linear.
 *
 * @returns The first bracket in a tag that is nested too deeply, and the opening delimiters that no tag can be read from.
 */
export function scanTags(text: string): Pick<TagScan, 'tooDeep'> & {hopeless: Set<number>} {
  let tooDeep: number | undefined;
  const hopeless = new Set<number>();
  let start = text.indexOf('{%');
  while (start >= 0) {
    const tag = hopeless.has(start) ? undefined : scanTag(text, start, hopeless);
    tooDeep ??= tag?.tooDeep;
    start = text.indexOf('{%', tag?.end ?? start + 2);
  }
  return {tooDeep, hopeless};
}

/** Goes through the tag that begins here; where it does not end, that is noted with all opening delimiters that were passed. */
function scanTag(text: string, start: number, hopeless?: Set<number>): TagScan | undefined {
  const passed = [start];
  const words: Range[] = [];
  const parts = /"[^"\\]*(?:\\.[^"\\]*)*("?)|%\}|\s+|[([{]|[)\]}]|[^\s"%()[\]{}]+|%/gs;
  parts.lastIndex = start + 2;
  let depth = 0;
  let tooDeep: number | undefined;
  let word: number | undefined;
  for (let part = parts.exec(text); part; part = parts.exec(text)) {
    const {0: found, 1: closing, index} = part;
    // A string that is not closed goes on to the end of the text.
    if (closing === '') break;
    const isEnd = found === '%}';
    if (isEnd || (depth === 0 && found.trim() === '')) {
      if (word !== undefined) words.push({start: word, end: index});
      word = undefined;
      if (isEnd) return {start, end: parts.lastIndex, tooDeep, words};
      continue;
    }
    word ??= index;
    if ('([{'.includes(found)) {
      depth++;
      if (depth > maxNesting) tooDeep ??= index;
      if (text.startsWith('{%', index)) passed.push(index);
    } else if (')]}'.includes(found)) depth--;
  }
  for (const each of passed) hopeless?.add(each);
  return undefined;
}

export const tooDeepMessage = `Brackets are nested more than ${maxNesting} deep`;

/** A tag as Markdoc's parser has read it. */
interface Token {
  readonly type: string;
  readonly start: number;
  readonly meta: {
    readonly tag: string;
    readonly attributes?: readonly {type: 'attribute' | 'class'; name: string; value: unknown}[];
    readonly variable: Variable | MarkdocFunction;
    readonly error: {message: string; location: {start: {character: number}}};
  };
}

/**
 * Finds the place of each attribute. The grammar has accepted the tag, so what is left to know is where one ends, which is where a word does. An
 * attribute that was written without a space before it gets the place of the whole word, or of the tag.
 */
function locate(
  source: string,
  words: readonly Range[],
  {attributes, tag}: Partial<Token['meta']>,
): SourceAttribute[] {
  const end = source.length - (source.endsWith('/%}') ? 3 : 2);
  const inside = source.slice(2).search(/\S/) + 2 + (tag?.length ?? 0);
  // What follows the name of the tag, and is before the slash that closes it.
  const items = words
    .map((word) => ({start: Math.max(word.start, inside), end: Math.min(word.end, end)}))
    .filter((item) => item.start < item.end);
  let next = 0;
  return (attributes ?? []).map(({type, name, value}) => {
    let index = next;
    for (; index < items.length; index++) {
      const {start, end} = items[index] as Range;
      if (names(source.slice(start, end), type, name)) break;
    }
    const item = items[index];
    if (item) next = index + 1;
    return {kind: type, name, value, ...(item ?? {start: 0, end: source.length})};
  });
}

function names(item: string, type: 'attribute' | 'class', name: string): boolean {
  if (type === 'class') return item === `.${name}`;
  if (name === 'primary' && !/^([#.]|[\w-]+=)/.test(item)) return true;
  return item.startsWith(`${name}=`) || (name === 'id' && item.startsWith('#'));
}
