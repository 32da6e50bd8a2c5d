import type {Entry} from '../../existing/entries.js';
import {type CheckRule, type Finding, finding, type TextPlace} from '../../existing/rules.js';
import type {Reader} from '../format.js';
import {closingQuote, quoteIn, strayQuote, withoutBraces, withoutComment} from '../value-text.js';

/** `KEY=value`, and what is almost that. No name is longer: patterns are made of it. */
const pairLine = /^(\s*(?:export\s+)?)([A-Za-z_][\w.-]{0,250})(\s*)([=:])([ \t]*)(.*)$/s;
/** A line that sets a variable, and is no end of a text in base64. */
const setLine = /^\s*(?:export\s+)?[A-Za-z_]\w*=[^=\s]/;
/** Another variable behind a value. */
const mergedLine = /\s+([A-Z]+(?:_[A-Z]+)+)=.*$/;

type Report = (rule: CheckRule, params?: Finding['params']) => unknown;

/** Goes through an env file line by line. Every mistake is explained, and read as it was probably meant. */
class EnvReader {
  readonly entries: Entry[] = [];
  readonly findings: Finding[] = [];
  readonly #seen = new Map<string, number>();

  read(lines: readonly string[]): this {
    for (let index = 0; index < lines.length; index++) {
      const text = lines[index] ?? '';
      const more = continuation(text.replace(pairLine, '$6'), lines.slice(index + 1));
      this.#line([text, ...more].join('\n'), index + 1, index + 1 + more.length);
      index += more.length;
    }
    return this;
  }

  #line(text: string, line: number, endLine: number): void {
    const [first = ''] = text.split('\n', 1);
    const start = first.length - first.trimStart().length + 1;
    const place = {line, column: start, endColumn: first.trimEnd().length + 1};
    const report: Report = (rule, params) => this.findings.push(finding(rule, place, params));

    if (text.trim() === '' || text.trimStart().startsWith('#')) return;
    const match = pairLine.exec(text);
    if (!match) {
      report(text.trimStart().startsWith('//') ? 'env-comment' : 'env-line');
      return;
    }
    const [, before = '', key = '', space = '', sign = '', gap = '', rest = ''] = match;
    // Readers take a byte order mark for a part of the name, wherever it is but at the very start.
    if (before.includes('\ufeff')) report('env-line');
    const column = before.length + 1;
    const own: TextPlace = {line, column, endColumn: column + key.length};
    const valueStart = text.length - rest.length + 1;
    const at = {line, column: valueStart, endColumn: Math.max(place.endColumn, valueStart)};
    if (sign === ':') report('env-colon', {key});
    else if (space + gap !== '' && rest !== '') report('env-space', {key});

    const other = this.#seen.get(key);
    if (other !== undefined) {
      this.findings.push(finding('duplicate-key', own, {key, other: String(other)}));
      return;
    }
    this.#seen.set(key, line);
    const faults: Finding[] = [];
    const fault: Report = (rule, params) => faults.push(finding(rule, at, {key, ...params}));
    const merged = quoteIn(rest) === undefined ? mergedLine.exec(rest) : null;
    if (merged?.[1] !== undefined) fault('merged-lines', {other: merged[1]});
    const value = this.#value(key, merged ? rest.slice(0, merged.index) : rest, at, fault);
    // A variable decides what is read.
    const isOpen = value.includes('${');
    if (isOpen) fault('substitution');
    this.entries.push({path: [key], ...own, at, endLine, faults, ...(isOpen ? {isOpen} : {value})});
    if (merged) this.#line(' '.repeat(at.column - 1 + merged.index) + merged[0], line, endLine);
  }

  /** What the tools that read env files make of a value, or were meant to. */
  #value(key: string, given: string, at: TextPlace, fault: Report): string {
    const broken = (rule: CheckRule, quote: string) =>
      this.findings.push(finding(rule, at, {key, quote}));
    let text = given.trim();

    const name = key.replaceAll('.', '\\.');
    const self = new RegExp(`\\$\\{${name}(?::?-([^}]*))?\\}|\\$${name}(?!\\w)`);
    const found = self.exec(text);
    if (found) {
      fault('self-reference');
      text = text.replace(self, () => found[1] ?? '');
    }
    const comment = /\s\/\/\s.*$/.exec(text);
    if (comment && quoteIn(text) === undefined) {
      fault('env-comment');
      text = text.slice(0, comment.index);
    }

    const quote = quoteIn(text);
    const end = quote && closingQuote(text);
    let value = text;
    if (quote === undefined) {
      value = withoutComment(text);
      const stray = strayQuote(value);
      if (stray !== undefined) {
        fault('stray-quote', {quote: stray});
        value = value.slice(0, -1);
      }
    } else if (end === undefined) {
      broken('unclosed-quote', quote);
      value = text.slice(1);
    } else {
      const behind = text.slice(end + 1);
      if (behind.trim() !== '' && !/^\s+#/.test(behind)) broken('extra-quote', quote);
      value = text.slice(1, end);
    }
    if (quote !== "'") {
      // `${` is not for quotes to tell: the server would replace it too.
      const escapes = quote === '"' ? /\$\$|\\./g : /\$\$/g;
      if (/\$\w/.test(value.replace(escapes, ' '))) {
        fault(value.includes("'") ? 'dollar-and-quote' : 'dollar');
      }
      value = value.replace(/\$\$/g, '$');
    }
    if (quote === '"') value = value.replace(/\\(["$\\])/g, '$1');

    const repeated = new RegExp(`^${name}\\s*[=:]\\s*`).exec(value);
    if (repeated) {
      fault('repeated-key');
      value = value.slice(repeated[0].length);
    }
    const unbraced = withoutBraces(value);
    if (unbraced !== value) fault('braces');
    return unbraced;
  }
}

/** The lines below in which an opened quote goes on; none where it is not closed. */
function continuation(value: string, below: readonly string[]): readonly string[] {
  const quote = quoteIn(value);
  if (quote === undefined || closingQuote(value) !== undefined) return [];
  const end = below.findIndex((line) => line.includes(quote));
  const lines = below.slice(0, end + 1);
  const last = lines.at(-1) ?? '';
  const isClosed = /^\s*(?:\s#.*)?$/.test(last.slice(last.indexOf(quote) + 1));
  return isClosed && !lines.some((line) => setLine.test(line)) ? lines : [];
}

/** How env files are read, however broken. */
export const reader: Reader = {
  read: (text) => new EnvReader().read(text.split(/\r?\n/)),
  pair: (key, value) => `${key}=${value}`,
  onOneLine: (first) => first,
  isShared: true,
};
