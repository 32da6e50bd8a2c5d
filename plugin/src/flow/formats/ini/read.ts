import {type Entry, pathKey} from '../../existing/entries.js';
import {type CheckRule, type Finding, finding} from '../../existing/rules.js';
import type {Reader, Traits} from '../format.js';
import {quoteIn, strayQuote} from '../value-text.js';

/** More than any configuration has. */
const maxEntries = 5000;

const headLine = /^\s*\[([^\]]*)\]\s*(?:[;#].*)?$/;
/** `key = value`, and what is almost that. */
const pairLine = /^(\s*)([^\s=:[\];#][^=:]*)([=:])\s*(.*)$/;

type Report = (rule: CheckRule, params?: Finding['params'], level?: Finding['level']) => void;

/** Goes through an ini file line by line. */
class IniReader {
  readonly entries: Entry[] = [];
  readonly findings: Finding[] = [];
  readonly #traits: Traits;
  /** The lines of what is there, by section and key. */
  readonly #seen = new Map<string, number>();
  /** The position of the section's own entry. */
  #section: number | undefined;

  constructor(traits: Traits) {
    this.#traits = traits;
  }

  read(lines: readonly string[]): this {
    for (const [index, text] of lines.entries()) {
      if (this.entries.length > maxEntries) break;
      this.#line(text, index + 1);
    }
    return this;
  }

  #line(text: string, line: number): void {
    if (/^\s*(?:[;#]|$)/.test(text)) return;
    const lineStart = text.length - text.trimStart().length + 1;
    const place = {line, column: lineStart, endColumn: text.trimEnd().length + 1};
    const syntax = (reason: string) => this.findings.push(finding('syntax', place, {reason}));
    const head = headLine.exec(text);
    if (head) {
      this.#section = this.entries.length;
      this.#add({path: [head[1]?.trim() ?? ''], ...place, at: place, endLine: line, isMap: true});
      return;
    }
    const pair = pairLine.exec(text);
    if (!pair) {
      syntax('This is neither a key with its value, nor a section in brackets, nor a comment.');
      return;
    }
    const [, indent = '', name = '', sign, rest = ''] = pair;
    const key = name.trimEnd();
    if (sign === ':') syntax('An equals sign should stand between the key and its value.');
    const own = {line, column: indent.length + 1, endColumn: indent.length + key.length + 1};
    const start = text.length - rest.length + 1;
    const at = {line, column: start, endColumn: Math.max(place.endColumn, start)};
    const faults: Finding[] = [];
    const value = this.#value(rest.trim(), (rule, params, level) =>
      faults.push(finding(rule, at, {key, ...params}, level)),
    );
    const isOpen = this.#traits.variables && value.includes('${');
    const section = this.#section === undefined ? undefined : this.entries[this.#section];
    if (section) this.entries[this.#section ?? 0] = {...section, endLine: line};
    const path = [...(section?.path ?? []), key];
    this.#add({path, ...own, at, endLine: line, faults, ...(isOpen ? {isOpen} : {value})});
  }

  #add(entry: Entry): void {
    const id = pathKey(entry.path);
    const again = this.#seen.get(id);
    if (again === undefined) this.#seen.set(id, entry.line);
    this.entries.push(again === undefined ? entry : {...entry, again});
  }

  /** A value as it was probably meant, where readers disagree about it. */
  #value(text: string, fault: Report): string {
    const quote = quoteIn(text);
    const end = quote ? text.indexOf(quote, 1) : -1;
    const behind = text.slice(end + 1).trim();
    if (quote === '"' && end < 0) {
      fault('unclosed-quote', {quote});
      return text.slice(1);
    }
    if (quote && end > 0 && (behind === '' || /^[;#]/.test(behind))) {
      fault('syntax', {reason: 'To some programs the quotes are a part of the value.'}, 'warning');
      return text.slice(1, end);
    }
    const value = text.split(/[;#]/, 1)[0]?.trimEnd() ?? '';
    if (value !== text) {
      const reason = 'To some programs a comment starts within the value.';
      fault('syntax', {reason}, 'warning');
    }
    const stray = strayQuote(value);
    if (stray !== '"') return value;
    fault('stray-quote', {quote: stray});
    return value.slice(0, -1);
  }
}

/** How ini files are read, however broken. */
export const reader: Reader = {
  read(text, traits) {
    const {entries, findings} = new IniReader(traits).read(text.split(/\r?\n/));
    return {entries, findings};
  },
  pair: (key, value) => `${key} = ${value}`,
  // A section has no form on one line, so its line ends are shown.
  onOneLine: (first, inner) => [first, ...(inner ?? ['…'])].join(' ⏎ '),
};
