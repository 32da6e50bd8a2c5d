import {type Node, type ParseError, type ParseErrorCode, parseTree} from 'jsonc-parser';
import {type Entry, maxDepth, type Reading} from '../../existing/entries.js';
import {finding, type TextPlace} from '../../existing/rules.js';
import type {Scalar} from '../../types.js';
import type {Reader, ReadValue, Traits} from '../format.js';

/** More than any configuration has. */
const maxEntries = 5000;

/** A code that the parser does not have. */
const tooDeep = -1;

/** What is wrong with the text, by the codes of the parser; where one is not listed, something else should stand there. */
const reasons: {readonly [code: number]: string} = {
  [tooDeep]: 'It is nested too deeply.',
  2: 'This is no number of JSON.',
  3: 'A name in double quotes should stand here; a comma behind the last entry is one too many.',
  4: 'A value should stand here; a comma behind the last item is one too many.',
  5: 'A colon should stand between the name and its value.',
  6: 'A comma should stand before this.',
  7: 'A closing brace is missing.',
  8: 'A closing bracket is missing.',
  9: 'Nothing can stand behind the end.',
  10: 'JSON has no comments.',
  12: 'A text in double quotes does not end.',
  13: 'This is no number of JSON.',
  14: 'Behind \\u four hexadecimal digits should stand.',
  15: 'A backslash can stand only before one of " \\ / b f n r t u.',
  16: 'A line break or a control character in a text is written with a backslash.',
};

class JsonReader {
  readonly entries: Entry[] = [];
  readonly #traits: Traits;
  readonly #starts: readonly number[];

  constructor(text: string, traits: Traits) {
    this.#traits = traits;
    this.#starts = [0, ...Array.from(text.matchAll(/\n/g), ({index}) => index + 1)];
  }

  #lineOf(offset: number): number {
    // The last line that starts before the offset, by halves: a long list asks this for each of its items.
    let [low, high] = [0, this.#starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  }

  place({offset, length}: Pick<Node, 'offset' | 'length'>): TextPlace {
    const line = this.#lineOf(offset);
    const column = offset - (this.#starts[line - 1] ?? 0) + 1;
    const isOneLine = this.#lineOf(offset + length) === line;
    return {line, column, endColumn: isOneLine ? column + length : column};
  }

  walk(node: Node | undefined, path: readonly string[], depth = 0): void {
    if (!node?.children || depth > maxDepth || this.entries.length > maxEntries) return;
    if (node.type === 'array') {
      for (const [index, item] of node.children.entries()) {
        const {itemKey} = this.#traits;
        const name = item.children?.find(({children}) => children?.[0]?.value === itemKey);
        const known = name?.children?.[1]?.value as unknown;
        this.walk(item, [...path, typeof known === 'string' ? known : String(index)], depth + 1);
      }
      return;
    }
    const seen = new Map<string, number>();
    for (const {children: [key, value] = []} of node.children) {
      if (!key) continue;
      const name = String(key.value);
      const again = seen.get(name);
      const place = this.place(key);
      if (again === undefined) seen.set(name, place.line);
      const at = value ? this.place(value) : place;
      this.entries.push({
        path: [...path, name],
        ...place,
        at,
        endLine: value ? this.#lineOf(value.offset + Math.max(value.length - 1, 0)) : place.line,
        ...(again !== undefined && {again}),
        ...this.#meaning(value),
      });
      this.walk(value, [...path, name], depth + 1);
    }
  }

  #meaning(node: Node | undefined): Partial<Entry> {
    if (!node) return {value: null};
    const isText = this.#traits.variables && typeof node.value === 'string';
    if (isText && /\$\{/.test(node.value)) return {isOpen: true};
    const meaning = meaningOf(node);
    if (node.type !== 'array' || 'isMap' in meaning) return meaning;
    return {...meaning, items: (node.children ?? []).map((item) => this.place(item))};
  }
}

/** What the target finds in a value: in a list, one where it holds scalars alone. */
function meaningOf({value, type, children}: Node) {
  if (!children) return {value: value as Scalar};
  const isList = type === 'array' && !children.some((item) => item.children);
  return isList ? {value: children.map((item) => item.value as Scalar)} : {isMap: true as const};
}

function parse(text: string): {readonly root?: Node; readonly errors: readonly ParseError[]} {
  const errors: ParseError[] = [];
  try {
    return {root: parseTree(text, errors, {disallowComments: true}), errors};
  } catch {
    // Brackets in brackets without an end: the parser calls itself for each.
    return {errors: [{error: tooDeep as ParseErrorCode, offset: 0, length: 0}]};
  }
}

function reasonOf({error}: ParseError): string {
  return reasons[error] ?? 'Something else should stand here.';
}

function readJson(text: string, traits: Traits): Reading {
  const {root, errors} = parse(text);
  const reader = new JsonReader(text, traits);
  reader.walk(root?.type === 'object' ? root : undefined, []);
  // The first mistake tends to cause those that follow.
  const findings = errors
    .slice(0, 1)
    .map((error) => finding('syntax', reader.place(error), {reason: reasonOf(error)}));
  return {entries: reader.entries, findings};
}

const readValue: ReadValue = (text) => {
  const {root, errors} = parse(text);
  const [error] = errors;
  if (error || !root) return {reason: error ? reasonOf(error) : 'There is no value.'};
  return meaningOf(root);
};

/** How JSON is read, however broken. */
export const reader: Reader = {
  read: readJson,
  readValue,
  pair: (key, value) => `${JSON.stringify(key)}: ${value}`,
  onOneLine: (first, inner, kind) =>
    `${first}${inner ? inner.join(', ') : '…'}${kind === 'list' ? ']' : '}'}`,
};
