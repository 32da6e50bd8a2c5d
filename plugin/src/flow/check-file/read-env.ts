import type {Entry, Reading} from './entries.js';
import {readYamlValue} from './read-yaml.js';
import {type Finding, finding, type TextPlace} from './rules.js';
import {closingQuote, quoteIn, withoutBraces} from './value-text.js';

/** `KEY=value`, and what is almost that. */
const pairLine = /^(\s*(?:export\s+)?)([A-Za-z_][\w.-]*)(\s*)([=:])([ \t]*)(.*)$/;

/** Goes through an env file line by line. Every mistake is explained, and read as it was probably meant. */
class EnvReader {
  readonly entries: Entry[] = [];
  readonly findings: Finding[] = [];
  readonly #isYaml: boolean;
  readonly #seen = new Map<string, number>();

  /** @param isYaml the target reads each value once more, as YAML */
  constructor(isYaml: boolean) {
    this.#isYaml = isYaml;
  }

  read(lines: readonly string[]): this {
    for (const [index, line] of lines.entries()) this.#line(line, index + 1);
    return this;
  }

  #line(text: string, line: number): void {
    const start = text.length - text.trimStart().length + 1;
    const place = {line, column: start, endColumn: text.trimEnd().length + 1};
    const report = (rule: Parameters<typeof finding>[0], params?: Finding['params']) =>
      this.findings.push(finding(rule, place, params));

    if (text.trim() === '' || text.trimStart().startsWith('#')) return;
    if (text.trimStart().startsWith('//')) {
      report('env-comment');
      return;
    }
    const match = pairLine.exec(text);
    if (!match) {
      report('env-line');
      return;
    }
    const [, before = '', key = '', space = '', sign = '', gap = '', rest = ''] = match;
    const column = before.length + 1;
    const own: TextPlace = {line, column, endColumn: column + key.length};
    const at = {line, column: text.length - rest.length + 1, endColumn: place.endColumn};
    if (sign === ':') report('env-colon', {key});
    else if (space + gap !== '' && rest !== '') report('env-space', {key});

    const other = this.#seen.get(key);
    if (other !== undefined) {
      this.findings.push(finding('duplicate-key', own, {key, other: String(other)}));
      return;
    }
    this.#seen.set(key, line);
    const value = this.#value(key, rest, at);
    this.entries.push({path: [key], ...own, at, endLine: line, ...this.#meaning(key, value, at)});
  }

  /** What the tools that read env files make of a value, or were meant to. */
  #value(key: string, given: string, at: TextPlace): string {
    const report = (rule: Parameters<typeof finding>[0], params: Finding['params'] = {}) =>
      this.findings.push(finding(rule, at, {key, ...params}));
    let text = given.trim();

    const self = new RegExp(`\\$\\{${key}(?::?-([^}]*))?\\}|\\$${key}(?!\\w)`);
    const found = self.exec(text);
    if (found) {
      report('self-reference');
      text = text.replace(self, () => found[1] ?? '');
    }
    const comment = /\s\/\/\s.*$/.exec(text);
    if (comment && quoteIn(text) === undefined) {
      report('env-comment');
      text = text.slice(0, comment.index);
    }

    const quote = quoteIn(text);
    const end = quote && closingQuote(text, quote === '"');
    let value = text;
    if (quote === undefined) {
      value = text.replace(/(?:^|\s)#.*$/, '').trimEnd();
      const last = value.at(-1);
      if (
        (last === '"' || last === "'") &&
        value.split(last).length % 2 === 0 &&
        !/^[[{]/.test(value)
      ) {
        report('stray-quote', {quote: last});
        value = value.slice(0, -1);
      }
    } else if (end === undefined) {
      report('unclosed-quote', {quote});
      value = text.slice(1);
    } else {
      const behind = text.slice(end + 1);
      if (behind.trim() !== '' && !/^\s+#/.test(behind)) report('extra-quote', {quote});
      value = text.slice(1, end);
      if (quote === '"') value = value.replace(/\\(["$\\])/g, '$1');
    }

    const repeated = new RegExp(`^${key}\\s*[=:]\\s*`).exec(value);
    if (repeated) {
      report('repeated-key');
      value = value.slice(repeated[0].length);
    }
    const unbraced = withoutBraces(value);
    if (unbraced !== value) report('braces');
    return unbraced;
  }

  /** What the target reads. */
  #meaning(key: string, value: string, at: TextPlace): Partial<Entry> {
    if (/\$\{/.test(value)) {
      this.findings.push(finding('substitution', at, {key}));
      return {isOpen: true};
    }
    if (!this.#isYaml) return {value};
    const read = readYamlValue(value);
    if (!('reason' in read)) return read;
    this.findings.push(finding('value-syntax', at, {key, reason: read.reason}));
    return {isOpen: true};
  }
}

/** Reads an env file, however broken. */
export function readEnv(text: string, isYaml: boolean): Reading {
  const {entries, findings} = new EnvReader(isYaml).read(text.split(/\r?\n/));
  return {entries, findings};
}
