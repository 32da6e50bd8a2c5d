import type {Function as MarkdocFunction, Variable} from '@markdoc/markdoc';
import {Markdoc} from '../markdoc.js';
import {maxNesting} from './pair-tags.js';
import {parseHelp} from './parse-help.js';

/** What the inside of a tag says. Offsets count characters from the opening brace. */
export type TagSource =
  | {kind: 'open' | 'selfClosing'; name: string; attributes: SourceAttribute[]}
  | {kind: 'close'; name: string}
  | {kind: 'annotation'; attributes: SourceAttribute[]}
  | {kind: 'value'; value: Variable | MarkdocFunction}
  | {kind: 'error'; message: string; offset: number; help?: string | undefined};

export interface SourceAttribute {
  kind: 'attribute' | 'class';
  name: string;
  value: unknown;
  start: number;
  end: number;
}

/**
 * Reads a tag with Markdoc's own grammar, and adds what Markdoc does not tell: where each attribute stands, and the right
 * place of a syntax error.
 *
 * @param source The tag from `{%` to `%}`, lines separated by `\n`.
 * @example readTag('{% note title="Hi" %}') // {kind: 'open', name: 'note', attributes: [{name: 'title', start: 8, …}]}
 */
export function readTag(source: string): TagSource {
  const tooDeep = tooDeepAt(source);
  if (tooDeep !== undefined) return {kind: 'error', message: tooDeepMessage, offset: tooDeep};
  const tokens = Markdoc.parseTags(source) as unknown as {
    type: string;
    start: number;
    meta: TokenMeta;
  }[];
  const token = tokens.find(({type}) => type !== 'text');
  // A string that is not closed has the end of the tag in it.
  if (token?.start !== 0) {
    return {
      kind: 'error',
      message: 'Expected "\\"" but end of tag found.',
      offset: source.length - 2,
    };
  }
  const {type, meta} = token;
  switch (type) {
    case 'tag_open':
      return {kind: 'open', name: meta.tag, attributes: locate(source, meta.attributes, true)};
    case 'tag':
      return {
        kind: 'selfClosing',
        name: meta.tag,
        attributes: locate(source, meta.attributes, true),
      };
    case 'tag_close':
      return {kind: 'close', name: meta.tag};
    case 'annotation':
      return {kind: 'annotation', attributes: locate(source, meta.attributes, false)};
    case 'variable':
      return {kind: 'value', value: meta.variable};
    default: {
      // Markdoc counts from the first character that is not white space, and starts with 1.
      const inside = source.slice(2).search(/\S/);
      const found = 2 + Math.max(inside, 0) + meta.error.location.start.character - 1;
      const offset = Math.min(found, source.length - 2);
      return {kind: 'error', message: meta.error.message, offset, help: parseHelp(source, offset)};
    }
  }
}

/** Where the tags of a text begin and end, and which opening delimiters no tag can be read from. */
export interface WholeTags {
  readonly tags: readonly {readonly start: number; readonly end: number}[];
  readonly hopeless: ReadonlySet<number>;
}

/**
 * Finds the tags of a text: each from `{%` to the first `%}` outside of a string.
 *
 * An attempt that fails knows that every opening delimiter that it passed outside of a string would fail, too: that keeps a text of
 * nothing but these linear.
 */
export function wholeTags(text: string): WholeTags {
  const tags: WholeTags['tags'][number][] = [];
  const hopeless = new Set<number>();
  let start = text.indexOf('{%');
  while (start >= 0) {
    const end = hopeless.has(start) ? undefined : endOfTag(text, start, hopeless);
    if (end !== undefined) tags.push({start, end});
    start = text.indexOf('{%', end ?? start + 2);
  }
  return {tags, hopeless};
}

/** Where the tag ends that begins here; where it does not, that is noted with all that was passed. */
function endOfTag(text: string, start: number, hopeless: Set<number>): number | undefined {
  const passed = [start];
  const parts = /"[^"\\]*(?:\\.[^"\\]*)*("?)|\{(?=%)|%\}/gs;
  parts.lastIndex = start + 2;
  for (let part = parts.exec(text); part; part = parts.exec(text)) {
    if (part[0] === '%}') return parts.lastIndex;
    if (part[0] === '{') passed.push(part.index);
    else if (part[1] === '') break;
  }
  for (const each of passed) hopeless.add(each);
  return undefined;
}

export const tooDeepMessage = `Brackets are nested more than ${maxNesting} deep`;

/**
 * Finds the first bracket that is nested too deeply in one of the tags of a text: Markdoc's parser calls itself for each.
 *
 * @returns Its offset.
 */
export function tooDeepAt(text: string): number | undefined {
  for (const {start, end} of wholeTags(text).tags) {
    let depth = 0;
    const inside = text.slice(start + 2, end - 2);
    for (const {0: found, index} of inside.matchAll(/"(?:\\.|[^"\\])*"|[([{]|[)\]}]/gs)) {
      if ('([{'.includes(found)) depth++;
      else if (')]}'.includes(found)) depth--;
      if (depth > maxNesting) return start + 2 + index;
    }
  }
  return undefined;
}

interface TokenMeta {
  tag: string;
  attributes: {type: 'attribute' | 'class'; name: string; value: unknown}[] | null;
  variable: Variable | MarkdocFunction;
  error: {message: string; location: {start: {character: number}}};
}

/**
 * Finds the place of each attribute. The grammar has accepted the tag, so what is left to know is where one item ends: at
 * white space outside of strings and brackets. An attribute that was written without a space before it gets the place of
 * the whole item, or of the tag.
 */
function locate(
  source: string,
  attributes: TokenMeta['attributes'],
  named: boolean,
): SourceAttribute[] {
  const items = itemsOf(source, named);
  let next = 0;
  return (attributes ?? []).map(({type, name, value}) => {
    let index = next;
    while (index < items.length && !names(items[index]?.text ?? '', type, name)) index++;
    const item = items[index];
    if (item) next = index + 1;
    const {start, text} = item ?? {start: 0, text: source};
    return {kind: type, name, value, start, end: start + text.length};
  });
}

function names(item: string, type: 'attribute' | 'class', name: string): boolean {
  if (type === 'class') return item === `.${name}`;
  if (name === 'primary' && !/^([#.]|[\w-]+=)/.test(item)) return true;
  return item.startsWith(`${name}=`) || (name === 'id' && item.startsWith('#'));
}

function itemsOf(source: string, named: boolean): {text: string; start: number}[] {
  const items: {text: string; start: number}[] = [];
  const [head] = (named ? /^{%\s*[\w-]*/ : /^{%/).exec(source) ?? [''];
  const end = source.length - (source.endsWith('/%}') ? 3 : 2);
  let depth = 0;
  let inString = false;
  let start = -1;
  for (let at = head.length; at <= end; at++) {
    const character = source[at] ?? '';
    if (at === end || (!inString && depth === 0 && /\s/.test(character))) {
      if (start >= 0) items.push({text: source.slice(start, at), start});
      start = -1;
      continue;
    }
    if (start < 0) start = at;
    if (inString) {
      if (character === '\\') at++;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if ('[{('.includes(character)) depth++;
    else if (']})'.includes(character)) depth--;
  }
  return items;
}
