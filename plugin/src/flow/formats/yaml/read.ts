import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type Node,
  type Pair,
  Parser,
  parseAllDocuments,
  parseDocument,
} from 'yaml';
import {type Entry, maxDepth, type Reading} from '../../existing/entries.js';
import {type Finding, finding, type TextPlace} from '../../existing/rules.js';
import type {Scalar} from '../../types.js';
import type {Reader, ReadValue, Traits} from '../format.js';
import {mendYaml} from './mend.js';

/** More than any configuration has. Aliases can make a short text into a huge one. */
const maxEntries = 5000;
const maxAliases = 100;
/** Where the parser, which calls itself for all that is nested, comes to the end of the stack, an engine may give up the whole page. */
const maxNesting = 200;

/** `${NAME}` and `${NAME:-value}`; what is replaced before the file is parsed. */
const variable = /\$\{[^{}\n]*\}/;

type Pairs = readonly Pair<Node, Node | null>[];

class YamlReader {
  readonly entries: Entry[] = [];
  readonly findings: Finding[] = [];
  readonly #lines = new LineCounter();
  readonly #text: string;
  readonly #traits: Traits;

  constructor(text: string, traits: Traits) {
    this.#text = text;
    this.#traits = traits;
  }

  read(): this {
    const options = {lineCounter: this.#lines, prettyErrors: false, uniqueKeys: false} as const;
    const documents = parseAllDocuments(this.#text, options);
    const [first, ...more] = documents.flatMap(({contents}) => contents ?? []);
    for (const each of more) if (first && !this.#isRead(each)) this.#reportUnread(each);
    for (const document of documents) {
      // The first mistake tends to cause those that follow.
      const [error] = document.errors;
      if (error) {
        const place = this.#place(error.pos);
        this.findings.push(finding('syntax', place, {reason: sentence(error.message)}));
      }
      this.#resolve = (node) => {
        if (!isAlias(node)) return node;
        return this.#aliases++ < maxAliases ? (node.resolve(document) ?? null) : null;
      };
      this.#walk(document.contents, [], 0);
    }
    return this;
  }

  /** Whether the target reads a document that is not the first. */
  #isRead(document: Node): boolean {
    const {documents, documentKey} = this.#traits;
    if (documents === 'first') return false;
    return documentKey === undefined || (isMap(document) && document.has(documentKey));
  }

  #reportUnread({range}: Node): void {
    const start = range?.[0] ?? 0;
    const mark = Math.max(...['\n---', '\n...'].map((each) => this.#text.lastIndexOf(each, start)));
    const reason = 'Here a second document begins, and only the first one counts.';
    this.findings.push(finding('syntax', this.#place([mark + 1, mark + 4]), {reason}));
  }

  #aliases = 0;
  #resolve: (node: Node | null) => Node | null = (node) => node;

  #place([start = 0, end = start]: readonly number[]): TextPlace {
    const {line, col: column} = this.#lines.linePos(start);
    const to = this.#lines.linePos(end);
    return {line, column, endColumn: to.line === line ? Math.max(to.col, column) : column};
  }

  #walk(given: Node | null, path: readonly string[], depth: number): void {
    const node = this.#resolve(given);
    if (depth > maxDepth || this.entries.length > maxEntries) return;
    if (isMap(node)) this.#map(node.items as Pairs, path, depth);
    if (isSeq(node)) {
      for (const [index, item] of (node.items as Node[]).entries()) {
        const inner = this.#resolve(item);
        const {itemKey} = this.#traits;
        const name = isMap(inner) && itemKey !== undefined ? inner.get(itemKey) : undefined;
        this.#walk(item, [...path, typeof name === 'string' ? name : String(index)], depth + 1);
      }
    }
  }

  #map(pairs: Pairs, parent: readonly string[], depth: number): void {
    const seen = new Map<string, number>();
    for (const {key, value} of this.#merged(pairs, seen)) {
      if (!isScalar(key) || !key.range) continue;
      const name = String(key.value);
      const place = this.#place([key.range[0], key.range[1]]);
      const again = seen.get(name);
      if (again === undefined) seen.set(name, place.line);
      const path = [...parent, name];
      const entry = this.#entry(path, place, this.#resolve(value));
      this.entries.push(again === undefined ? entry : {...entry, again});
      this.#walk(value, path, depth + 1);
    }
  }

  /** The pairs of a map, and behind them those of the maps that `<<` merges into it, as far as they are not there yet. */
  *#merged(pairs: Pairs, seen: ReadonlyMap<string, unknown>): Generator<Pairs[number]> {
    const isMerge = ({key}: Pairs[number]) => isScalar(key) && key.value === '<<';
    yield* pairs.filter((pair) => !isMerge(pair));
    for (const {value} of pairs.filter(isMerge)) {
      const node = this.#resolve(value);
      for (const each of isSeq(node) ? (node.items as Node[]) : [node]) {
        const map = this.#resolve(each);
        if (!isMap(map)) continue;
        const inner = Array.from(this.#merged(map.items as Pairs, seen));
        yield* inner.filter(({key}) => !(isScalar(key) && seen.has(String(key.value))));
      }
    }
  }

  #entry(path: readonly string[], place: TextPlace, node: Node | null): Entry {
    const range = node?.range;
    const at = range ? this.#place([range[0], range[1]]) : place;
    const last = range ? this.#lines.linePos(Math.max(range[1] - 1, 0)).line : 0;
    // The value of an alias stands elsewhere.
    const endLine = Math.max(last, place.line);
    const base = {path, ...place, at, endLine};
    if (!isSeq(node)) return {...base, ...(this.#isOpen(node) ? {isOpen: true} : meaningOf(node))};
    const nodes = (node.items as Node[]).map((item) => this.#resolve(item));
    const meaning = listOf(nodes);
    if (meaning.isMap) return {...base, ...meaning};
    const items = nodes.map((item) => this.#place(item?.range?.slice(0, 2) ?? []));
    return {...base, ...meaning, items};
  }

  #isOpen(node: Node | null): boolean {
    const text = this.#traits.variables && isScalar(node) && node.value;
    return typeof text === 'string' && variable.test(text);
  }
}

/** `{your client id}`: to YAML a map with one key, to people a hole to be filled. */
function wordsInBraces(node: Node | null): string | undefined {
  if (!isMap(node) || !node.flow || node.items.length !== 1) return undefined;
  const [pair] = node.items as Pairs;
  const isHole =
    isScalar(pair?.key) && (!pair.value || (isScalar(pair.value) && pair.value.value === null));
  return isHole ? `{${String((pair.key as {value?: unknown}).value)}}` : undefined;
}

/** What the target finds in a node that is no list. */
function meaningOf(node: Node | null) {
  if (isScalar(node)) {
    const {value, source} = node;
    return {value: value as Scalar, ...(source !== undefined && {source})};
  }
  const words = wordsInBraces(node);
  if (words !== undefined) return {value: words};
  return node ? {isMap: true as const} : {value: null};
}

/** What it finds in a list: one of scalars is a value. */
function listOf(items: readonly unknown[]) {
  return items.every((item) => isScalar(item))
    ? {value: items.map(({value}) => value as Scalar)}
    : {isMap: true as const};
}

/** What the parser says, as a sentence; it stays English in every language. Behind its colons it repeats the text, in which a secret can be. */
function sentence(message: string): string {
  const [said = ''] = message.split(/:\s|:$/, 1);
  return `${said.replace(/\s+/g, ' ').replace(/\.$/, '')}.`;
}

/** Throws where the parser would go too deep. */
function refuseDeep(text: string): void {
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(text)) {
    // It goes on only where what it makes is taken.
    Array.from(parser.next(lexeme));
    if (parser.stack.length > maxNesting) throw new RangeError();
  }
}

/**
 * Reads YAML, however broken: what the usual mistakes make unreadable is explained, mended and read all the same, so that one mistake
 * does not hide the others. Several documents are read as one; where the target would not, that is said.
 */
function readYaml(text: string, traits: Traits): Reading {
  const mended = mendYaml(text, traits);
  try {
    refuseDeep(mended.text);
    const {entries, findings} = new YamlReader(mended.text, traits).read();
    const explained = new Set(mended.findings.map(({line}) => line));
    const rest = findings.filter(({rule, line}) => rule !== 'syntax' || !explained.has(line));
    return {entries, findings: [...mended.findings, ...rest]};
  } catch (error) {
    const place = {line: 1, column: 1, endColumn: 1};
    return {
      entries: [],
      findings: [...mended.findings, finding('syntax', place, {reason: reasonOf(error)})],
    };
  }
}

function reasonOf(error: unknown): string {
  return error instanceof RangeError ? 'It is nested too deeply.' : 'The YAML parser gives up.';
}

/**
 * Reads one value as YAML.
 *
 * @returns the value, or the reason why there is none
 */
const readValue: ReadValue = (text) => {
  try {
    refuseDeep(text);
    const document = parseDocument(text, {prettyErrors: false});
    const [error] = document.errors;
    if (error) return {reason: sentence(error.message)};
    const node = document.contents;
    if (node === null) return {value: ''};
    return isSeq(node) ? listOf(node.items) : meaningOf(node);
  } catch (error) {
    return {reason: reasonOf(error)};
  }
};

/** How YAML is read, however broken. */
export const reader: Reader = {
  read: readYaml,
  readValue,
  pair: (key, value) => `${key}: ${value}`,
  onOneLine(first, inner, kind) {
    if (!inner) return `${first} …`;
    const [open, close] = kind === 'list' ? '[]' : '{}';
    return `${first} ${open}${inner.join(', ')}${close}`;
  },
};
