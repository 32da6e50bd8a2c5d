import {parse, TomlError} from 'smol-toml';
import {type Entry, maxDepth, pathKey} from '../../existing/entries.js';
import {type CheckRule, type Finding, finding, type TextPlace} from '../../existing/rules.js';
import type {Scalar} from '../../types.js';
import type {Reader, Traits} from '../format.js';
import {withoutComment} from '../value-text.js';
import {keyText} from './spell.js';

/** More than any configuration has. */
const maxEntries = 5000;

const part = `(?:[\\w-]+|"(?:[^"\\\\]|\\\\.)*"|'[^']*')`;
const dotted = `${part}(?:[ \\t]*\\.[ \\t]*${part})*`;
/** `[table]` and `[[table]]`. */
const headLine = new RegExp(`^[ \\t]*(\\[\\[?)[ \\t]*(${dotted})[ \\t]*(\\]\\]?)[ \\t]*(?:#.*)?$`);
/** `key = value`, and what is almost that. */
const pairLine = new RegExp(`^([ \\t]*)(${dotted})[ \\t]*([=:])[ \\t]*(.*)$`);

/**
 * Where a value ends.
 *
 * @param hasLong whether texts in three quotes may end on another line
 * @returns its last line, and what it opens without closing it
 */
function endOf(
  lines: readonly string[],
  start: number,
  column: number,
  hasLong: boolean,
): {readonly line: number; readonly open?: string} {
  let depth = 0;
  let quote = '';
  let line = start;
  for (; line < lines.length; line++) {
    const text = lines[line] ?? '';
    // What is not closed ends where the next key or table begins.
    if (line > start && !quote && (pairLine.test(text) || headLine.test(text))) break;
    for (let index = line > start ? 0 : column; index < text.length; index++) {
      const character = text.charAt(index);
      if (quote) {
        if (character === '\\' && quote[0] === '"') index++;
        else if (text.startsWith(quote, index)) {
          index += quote.length - 1;
          quote = '';
        }
      } else if (character === '#') break;
      else if (character === '"' || character === "'") {
        const long = character.repeat(3);
        quote = text.startsWith(long, index) ? long : character;
        index += quote.length - 1;
      } else if ('[{'.includes(character)) depth++;
      else if (']}'.includes(character)) depth--;
    }
    if (quote.length === 1) return {line, open: quote};
    if (!quote && depth <= 0) return {line};
    if (quote && !hasLong) break;
  }
  return quote ? {line: start, open: quote} : {line: line - 1, open: '['};
}

/** No file is read as deep as this. */
function isDeep(path: readonly string[]): boolean {
  return path.length > maxDepth + 1;
}

/** What the parser says, as a sentence; behind its first line it repeats the text, in which a secret can be. */
function sentence(error: unknown): string {
  const said = error instanceof TomlError ? error.message : 'The TOML parser gives up';
  const [first = ''] = said.replace(/^Invalid TOML document: /, '').split('\n', 1);
  return `${first.charAt(0).toUpperCase()}${first.slice(1)}.`;
}

type Report = (rule: CheckRule, params?: Finding['params']) => void;

/** Goes through TOML line by line; each value is read by the parser by itself, so that one mistake does not hide the others. */
class TomlReader {
  readonly entries: Entry[] = [];
  readonly findings: Finding[] = [];
  readonly #traits: Traits;
  /** The entries by their paths, with their positions; of those that are there twice, the last. */
  readonly #known = new Map<string, {readonly index: number; isImplied: boolean}>();
  /** How many tables the lists of tables have so far. */
  readonly #counts = new Map<string, number>();
  /** What the tables of lists are known by. */
  readonly #names = new Map<string, string>();
  #table: readonly string[] = [];
  #hasLong = true;

  constructor(traits: Traits) {
    this.#traits = traits;
  }

  read(lines: readonly string[]): this {
    for (let index = 0; index < lines.length; index++) {
      index = this.#line(lines, index);
      if (this.entries.length > maxEntries) break;
    }
    this.#finish();
    return this;
  }

  /** Reads what starts in a line, and says in which it ends. */
  #line(lines: readonly string[], index: number): number {
    const text = lines[index] ?? '';
    const line = index + 1;
    const start = text.length - text.trimStart().length + 1;
    const place = {line, column: start, endColumn: text.trimEnd().length + 1};
    const report: Report = (rule, params) => this.findings.push(finding(rule, place, params));
    if (/^\s*(?:#|$)/.test(text)) return index;
    const head = headLine.exec(text);
    if (head) {
      const [, open = '', name = '', close = ''] = head;
      if (open.length !== close.length)
        report('syntax', {reason: 'As many brackets should close the name as open it.'});
      this.#head(keysIn(name), open.length === 2, place);
      return index;
    }
    const pair = pairLine.exec(text);
    if (!pair) {
      const reason = text.trimStart().startsWith('//')
        ? 'A comment starts with #.'
        : 'This is neither a key with its value, nor a table in brackets, nor a comment.';
      report('syntax', {reason});
      return index;
    }
    const [, indent = '', name = '', sign, rest = ''] = pair;
    const own = {line, column: indent.length + 1, endColumn: indent.length + name.length + 1};
    if (sign === ':') {
      report('syntax', {reason: 'An equals sign should stand between the key and its value.'});
    }
    const column = text.length - rest.length;
    const end = endOf(lines, index, column, this.#hasLong);
    // Of many that are open each would be looked for to the end of the text.
    if (end.open?.length === 3) this.#hasLong = false;
    const value = [rest, ...lines.slice(index + 1, end.line + 1)].join('\n');
    const at = {line, column: column + 1, endColumn: Math.max(place.endColumn, column + 1)};
    this.#pair(keysIn(name), own, at, end.line + 1, value, end.open);
    return end.line;
  }

  /** Where a path leads: in a list of tables into the last one. */
  #resolve(keys: readonly string[]): readonly string[] {
    const path: string[] = [];
    for (const key of keys) {
      path.push(key);
      const count = this.#counts.get(pathKey(path));
      if (count !== undefined) path.push(String(count - 1));
    }
    return path;
  }

  /** The tables around a path that are nowhere by themselves. */
  #imply(path: readonly string[], place: TextPlace): void {
    for (let depth = 1; depth < path.length; depth++) {
      const above = path.slice(0, depth);
      const isItem = this.#counts.has(pathKey(above.slice(0, -1)));
      if (!isItem && !this.#known.has(pathKey(above)))
        this.#add({path: above, ...place, at: place, endLine: place.line, isMap: true}, true);
    }
  }

  #add(entry: Entry, isImplied = false): void {
    const id = pathKey(entry.path);
    const known = this.#known.get(id);
    if (known?.isImplied && entry.isMap) {
      known.isImplied = isImplied;
      return;
    }
    const again = known && this.entries[known.index]?.line;
    if (!known) this.#known.set(id, {index: this.entries.length, isImplied});
    this.entries.push(again === undefined ? entry : {...entry, again});
  }

  #head(keys: readonly string[], isItem: boolean, place: TextPlace): void {
    this.#table = this.#resolve(keys);
    const path = [...this.#resolve(keys.slice(0, -1)), keys.at(-1) ?? ''];
    if (isDeep(path)) return;
    this.#imply(path, place);
    const count = this.#counts.get(pathKey(path));
    const entry: Entry = {path, ...place, at: place, endLine: place.line, isMap: true};
    if (!isItem || count === undefined) this.#add(entry);
    if (isItem) this.#counts.set(pathKey(path), (count ?? 0) + 1);
    this.#table = this.#resolve(keys);
  }

  #pair(
    keys: readonly string[],
    place: TextPlace,
    at: TextPlace,
    endLine: number,
    text: string,
    open: string | undefined,
  ): void {
    const path = [...this.#table, ...keys];
    if (isDeep(path)) return;
    this.#imply(path, place);
    const key = path.at(-1) ?? '';
    const faults: Finding[] = [];
    const fault: Report = (rule, params) => faults.push(finding(rule, at, {key, ...params}));
    const data = open ? this.#unclosed(text, open, at) : this.#value(text, at, fault);
    const {itemKey} = this.#traits;
    const list = this.#table.slice(0, -1);
    if (key === itemKey && keys.length === 1 && typeof data === 'string')
      if (this.#counts.has(pathKey(list))) this.#names.set(pathKey(this.#table), data);
    this.#enter({path, ...place, at, endLine, faults}, data);
  }

  /** An entry for data, and one for each key in it. */
  #enter(base: Entry, data: unknown): void {
    if (this.entries.length > maxEntries || isDeep(base.path)) return;
    if (Array.isArray(data) && !data.some((item) => typeof item === 'object')) {
      this.#add({...base, value: data as Scalar[], items: data.map(() => base.at)});
    } else if (typeof data === 'object' && data !== null && !(data instanceof Date)) {
      this.#add({...base, isMap: true});
      this.#inside(base, data);
    } else {
      const isOpen = this.#traits.variables && typeof data === 'string' && data.includes('${');
      this.#add({...base, ...(isOpen ? {isOpen} : {value: data as Scalar})});
    }
  }

  #inside({faults: _, ...base}: Entry, data: object): void {
    for (const [key, value] of Object.entries(data) as [string, unknown][]) {
      const path = [...base.path, key];
      // What is in a list is an item, and no key.
      if (!Array.isArray(data)) this.#enter({...base, path}, value);
      else if (typeof value === 'object') this.#inside({...base, path}, value as object);
    }
  }

  /** What is not closed, as if it were. */
  #unclosed(text: string, open: string, at: TextPlace): unknown {
    if (open !== '[') {
      this.findings.push(finding('unclosed-quote', at, {quote: open}));
      return text.slice(open.length).trim();
    }
    const reason = 'A bracket is opened here and not closed.';
    this.findings.push(finding('syntax', at, {reason}));
    try {
      return parse(`value = ${text}\n]`).value;
    } catch {
      return text.slice(1).trim();
    }
  }

  /** What the parser reads, or what was meant. */
  #value(text: string, at: TextPlace, fault: Report): unknown {
    try {
      const {value} = parse(`value = ${text}`);
      if (!(value instanceof Date)) return value;
      fault('needs-quotes');
      return withoutComment(text);
    } catch (error) {
      const bare = withoutComment(text);
      if (bare === '') this.findings.push(finding('syntax', at, {reason: 'A value is missing.'}));
      else if (/^(?:true|false)$/i.test(bare)) {
        fault('syntax', {reason: 'true and false are written in small letters.'});
        return bare.toLowerCase() === 'true';
      } else if (/^["'[{]/.test(bare)) {
        this.findings.push(finding('syntax', at, {reason: sentence(error)}));
        return bare.replace(/^(["'])(.*?)\1.*$/s, '$2');
      } else fault('needs-quotes');
      return bare;
    }
  }

  /** Puts in what is known at the end only: where tables end, and what those of lists are known by. */
  #finish(): void {
    for (const entry of this.entries) {
      for (let depth = 1; depth < entry.path.length; depth++) {
        const above = this.#known.get(pathKey(entry.path.slice(0, depth)))?.index;
        const holder = above === undefined ? undefined : this.entries[above];
        if (above === undefined || !holder || holder.endLine >= entry.endLine) continue;
        this.entries[above] = {...holder, endLine: entry.endLine};
      }
    }
    if (this.#names.size === 0) return;
    for (const [index, entry] of this.entries.entries()) {
      const path = entry.path.map(
        (key, depth) => this.#names.get(pathKey(entry.path.slice(0, depth + 1))) ?? key,
      );
      this.entries[index] = {...entry, path};
    }
  }
}

/** The keys of a dotted one. */
function keysIn(text: string): string[] {
  return Array.from(text.matchAll(new RegExp(part, 'g')), ([key]) => {
    try {
      return key.startsWith('"') ? (JSON.parse(key) as string) : key.replace(/^'(.*)'$/, '$1');
    } catch {
      return key.slice(1, -1);
    }
  });
}

/** How TOML is read, however broken. */
export const reader: Reader = {
  read(text, traits) {
    const {entries, findings} = new TomlReader(traits).read(text.split(/\r?\n/));
    return {entries, findings};
  },
  pair: (key, value) => `${keyText(key)} = ${value}`,
  // A table has no form on one line, so its line ends are shown.
  onOneLine: (first, inner, kind) =>
    kind === 'list'
      ? `${first}${inner ? inner.join(', ') : '…'}]`
      : [first, ...(inner ?? ['…'])].join(' ⏎ '),
};
