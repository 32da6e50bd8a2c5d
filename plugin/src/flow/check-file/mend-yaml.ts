import {type Finding, finding} from './rules.js';
import {closingQuote, quoteIn, withoutBraces, withoutDefaults} from './value-text.js';

/** `key: value` with what is before it: indentation, and the dashes of list items. */
const pairLine = /^(\s*(?:- +)*)("[^"]*"|'[^']*'|[^\s"'#:{}[\],&*!|>%@`-][^\s:]*)\s*:(?:\s+(.*))?$/;
/** A line that would be one if there were a space after the colon. */
const tightLine = /^(\s*(?:- +)*)([A-Za-z_][\w.-]*):(?!\/\/)(\S.*)$/;
const itemLine = /^(\s*(?:- +)+)(.*)$/;

/** The key of the line above that has a value, or holds others. */
interface Above {
  readonly key: string;
  readonly line: number;
  readonly indent: number;
  readonly hasValue: boolean;
}

/** Goes through YAML line by line, explains the mistakes that people make by hand, and mends them. */
class Mender {
  readonly lines: string[] = [];
  readonly findings: Finding[] = [];
  readonly #source: readonly string[];
  #above: Above | undefined;
  /** Deeper lines than this belong to a text over several lines. */
  #block: number | undefined;

  constructor(source: readonly string[]) {
    this.#source = source;
  }

  run(): void {
    for (const [index, line] of this.#source.entries()) {
      this.lines.push(this.#mend(line, index));
    }
  }

  #report(
    rule: Parameters<typeof finding>[0],
    index: number,
    column: number,
    params: Finding['params'] = {},
  ): void {
    const endColumn = (this.#source[index] ?? '').trimEnd().length + 1;
    this.findings.push(finding(rule, {line: index + 1, column, endColumn}, params));
  }

  #mend(given: string, index: number): string {
    let line = given;
    const indent = line.length - line.trimStart().length;
    if (line.trim() === '' || line.trimStart().startsWith('#')) return line;
    if (this.#block !== undefined) {
      if (indent > this.#block) return line;
      this.#block = undefined;
    }
    const tab = /^ *\t\s*/.exec(line)?.[0];
    if (tab !== undefined) {
      this.#report('tab', index, 1);
      line = tab.replaceAll('\t', '  ') + line.slice(tab.length);
    }
    const tight = pairLine.test(line) ? null : tightLine.exec(line);
    if (tight?.[2] !== undefined) {
      this.#report('colon-space', index, (tight[1] ?? '').length + 1, {key: tight[2]});
      line = `${tight[1]}${tight[2]}: ${tight[3]}`;
    }
    return this.#pair(line, index) ?? this.#item(line, index) ?? line;
  }

  #pair(line: string, index: number): string | undefined {
    const match = pairLine.exec(line);
    if (!match) return undefined;
    const [, before = '', key = '', value = ''] = match;
    const above = this.#above;
    let start = line.slice(0, line.length - value.length);
    let indent = before.length;
    if (above?.hasValue && indent > above.indent && !before.includes('-')) {
      this.#report('indentation', index, indent + 1, {
        key,
        before: above.key,
        other: String(above.line),
      });
      start = ' '.repeat(above.indent) + start.trimStart();
      indent = above.indent;
    }
    const mended = this.#value(value, index, start.length + 1);
    if (/^[|>][-+\d]*\s*(?:#.*)?$/.test(mended)) this.#block = indent;
    const hasValue = mended.replace(/(?:^|\s)#.*$/, '').trim() !== '' && !/^[&!|>]/.test(mended);
    this.#above = {key, line: index + 1, indent, hasValue};
    return start + mended;
  }

  #item(line: string, index: number): string | undefined {
    const match = itemLine.exec(line);
    if (!match) return undefined;
    const [, before = '', value = ''] = match;
    this.#above = undefined;
    return before + this.#value(value, index, before.length + 1);
  }

  /** Mends what stands behind a key or a dash. */
  #value(given: string, index: number, column: number): string {
    const plain = withoutDefaults(given);
    const value = withoutBraces(plain);
    if (value !== plain) this.#report('braces', index, column);
    const quote = quoteIn(value);
    if (quote === undefined) return this.#unquoted(value, index, column);
    const end = closingQuote(value);
    if (end === undefined) {
      if (!this.#startsEntry(index + 1)) return value;
      this.#report('unclosed-quote', index, column, {quote});
      return value.trimEnd() + quote;
    }
    const rest = value.slice(end + 1);
    if (!/^\s*["']/.test(rest)) return value;
    this.#report('extra-quote', index, column + end + 1, {quote});
    return value.slice(0, end + 1);
  }

  #unquoted(value: string, index: number, column: number): string {
    const text = value.replace(/\s+#.*$/, '').trimEnd();
    const last = text.at(-1);
    if ((last !== '"' && last !== "'") || /^[[{|>&*!]/.test(text)) return value;
    if (text.split(last).length % 2 === 1) return value;
    this.#report('stray-quote', index, column + text.length - 1, {quote: last});
    return text.slice(0, -1);
  }

  /** Whether the text that a quote has opened cannot go on in the next line. */
  #startsEntry(index: number): boolean {
    const next = this.#source.slice(index).find((line) => line.trim() !== '');
    return (
      next === undefined || /^\s*(?:#|- )/.test(next) || pairLine.test(next) || tightLine.test(next)
    );
  }
}

/**
 * Explains the usual mistakes in YAML, and mends them.
 *
 * @returns the text with as many lines as before, and what was wrong
 */
export function mendYaml(text: string): {
  readonly text: string;
  readonly findings: readonly Finding[];
} {
  const mender = new Mender(text.split(/\r?\n/));
  mender.run();
  return {text: mender.lines.join('\n'), findings: mender.findings};
}
