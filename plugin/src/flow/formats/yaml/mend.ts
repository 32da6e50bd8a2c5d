import {type CheckRule, type Finding, finding} from '../../existing/rules.js';
import type {Traits} from '../format.js';
import {
  closingQuote,
  quoteIn,
  strayQuote,
  withoutBraces,
  withoutComment,
  withoutDefaults,
} from '../value-text.js';

/** `key: value` with what is before it: indentation, and the dashes of list items. */
const pairLine = /^(\s*(?:- +)*)("[^"]*"|'[^']*'|[^\s"'#:{}[\],&*!|>%@`-][^\s:]*)\s*:(?:\s+(.*))?$/;
/** A line that would be one if there were a space after the colon. */
const tightLine = /^(\s*(?:- +)*)([A-Za-z_][\w.-]*):(?!\/\/)(\S.*)$/;
/** A line that would be one if it were in an env file. */
const equalsLine = /^(\s*)([A-Za-z_][\w.-]*)\s*=\s*(\S.*)$/;
/** Another key behind a value, where YAML allows none. */
const mergedLine = /(?<=\S)\s+([A-Za-z_][\w.-]*):(?:\s|$)/;
/** A text over several lines, and a list or a map that goes on below. */
const openValue = /^(?:[|>][-+\d]*\s*(?:#.*)?|[[{](?:.*[^\]}\s])?\s*)$/;
const itemLine = /^(\s*(?:- +)+)(.*)$/;

/** The last key at an indentation to which lines below can come back. */
interface Level {
  readonly key: string;
  readonly line: number;
  readonly indent: number;
  /** Nothing can be below it. */
  readonly hasValue: boolean;
}

/** Goes through YAML line by line, explains the mistakes that people make by hand, and mends them. */
class Mender {
  readonly lines: string[] = [];
  readonly findings: Finding[] = [];
  readonly #source: readonly string[];
  /** The open levels, the innermost last. */
  #levels: Level[] = [];
  /** The open levels before the last key. */
  #before: readonly Level[] = [];
  /** Deeper lines than this belong to a value that goes on. */
  #block: number | undefined;
  #hasSaidBlank = false;
  /** The last line that says something. */
  #last = 0;
  readonly #traits: Traits;

  constructor(source: readonly string[], traits: Traits) {
    this.#source = source;
    this.#traits = traits;
    for (const [index, line] of source.entries()) this.lines.push(this.#mend(line, index));
  }

  #report(rule: CheckRule, index: number, column: number, params?: Finding['params']): void {
    const endColumn = (this.#source[index] ?? '').trimEnd().length + 1;
    this.findings.push(finding(rule, {line: index + 1, column, endColumn}, params));
  }

  #mend(given: string, index: number): string {
    let line = given;
    const indent = line.length - line.trimStart().length;
    if (line.trim() === '') return line;
    if (this.#block !== undefined) {
      if (indent > this.#block) return line;
      this.#block = undefined;
    }
    if (/^---(?:\s|$)/.test(line)) this.#levels = [];
    const blank = /^ *[\t\u00a0]\s*/.exec(line)?.[0];
    if (blank !== undefined) {
      // Who indents one line like that indents them all like that.
      if (!this.#hasSaidBlank) this.#report('indent-character', index, 1);
      this.#hasSaidBlank = true;
      line = blank.replaceAll('\t', '  ').replaceAll('\u00a0', ' ') + line.slice(blank.length);
    }
    if (line.trimStart().startsWith('#')) return line;
    for (const [rule, pattern] of [
      ['colon-space', tightLine],
      ['yaml-equals', equalsLine],
    ] as const) {
      const [, before = '', key, value] = (!pairLine.test(line) && pattern.exec(line)) || [];
      if (key === undefined) continue;
      this.#report(rule, index, before.length + 1, {key});
      line = `${before}${key}: ${value}`;
    }
    const mended = this.#pair(line, index) ?? this.#item(line, index) ?? line;
    this.#last = index + 1;
    return mended;
  }

  #pair(line: string, index: number): string | undefined {
    const match = pairLine.exec(line);
    if (!match) return undefined;
    const [, before = '', key = '', value = ''] = match;
    const isItem = before.includes('-');
    const indent = isItem ? before.length : this.#indent(before.length, key, index);
    const start = isItem
      ? line.slice(0, line.length - value.length)
      : ' '.repeat(indent) + line.slice(before.length, line.length - value.length);
    const mended = this.#value(value, index, start.length + 1);
    if (goesOn(mended)) this.#block = indent;
    this.#before = this.#levels;
    this.#close(isItem ? before.indexOf('-') + 1 : indent);
    this.#levels.push({key, line: index + 1, indent, hasValue: holdsValue(mended)});
    return start + mended;
  }

  /** The indentation of a key: where no open level has it, that of the nearest one. */
  #indent(given: number, key: string, index: number): number {
    const inner = this.#levels.at(-1);
    if (!inner || fits(given, this.#levels)) return given;
    // Where the key above is the one that is odd, the key below is like this one.
    const below = this.#source.slice(index + 1).find((line) => pairLine.test(line));
    if (fits(given, this.#before) && below?.search(/\S/) === given && inner.line === this.#last) {
      const beside = this.#before.find(({indent}) => indent === given) ?? {key, line: index + 1};
      this.#misplaced(inner, beside);
      const line = this.lines[inner.line - 1] ?? '';
      this.lines[inner.line - 1] = ' '.repeat(given) + line.trimStart();
      this.#levels = [...this.#before];
      return given;
    }
    const distance = ({indent}: Level) => Math.abs(indent - given);
    const nearest = this.#levels.reduce((a, b) => (distance(b) <= distance(a) ? b : a));
    this.#misplaced({key, line: index + 1, indent: given}, nearest);
    return nearest.indent;
  }

  #misplaced({key, line, indent}: Omit<Level, 'hasValue'>, beside: Pick<Level, 'key' | 'line'>) {
    const params = {key, before: beside.key, other: String(beside.line)};
    this.#report('indentation', line - 1, indent + 1, params);
  }

  /** Leaves the levels that are as deep, or deeper. */
  #close(indent: number): void {
    this.#levels = this.#levels.filter((level) => level.indent < indent);
  }

  #item(line: string, index: number): string | undefined {
    const match = itemLine.exec(line);
    if (!match) return undefined;
    const [, before = '', value = ''] = match;
    const mended = this.#value(value, index, before.length + 1);
    if (goesOn(mended)) this.#block = before.indexOf('-');
    this.#close(before.indexOf('-') + 1);
    const holder = this.#levels.pop();
    if (holder) this.#levels.push({...holder, hasValue: holdsValue(mended)});
    return before + mended;
  }

  /** Mends what stands behind a key or a dash. */
  #value(given: string, index: number, column: number): string {
    const plain = this.#traits.variables ? withoutDefaults(given) : given;
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
    const text = withoutComment(value);
    if (/^[[{|>&*!]/.test(text)) return value;
    const merged = mergedLine.exec(text);
    if (merged?.[1] !== undefined) {
      this.#report('merged-lines', index, column + merged.index, {other: merged[1]});
      return text.slice(0, merged.index);
    }
    const quote = strayQuote(text);
    if (quote === undefined) return value;
    this.#report('stray-quote', index, column + text.length - 1, {quote});
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

/** Whether a key can stand at an indentation: beside others, or as the first in the innermost. */
function fits(given: number, levels: readonly Level[]): boolean {
  const inner = levels.at(-1);
  return (
    levels.some(({indent}) => indent === given) ||
    (inner !== undefined && given > inner.indent && !inner.hasValue)
  );
}

/** Whether a value goes on in the lines below. */
function goesOn(value: string): boolean {
  const isQuoted = quoteIn(value) !== undefined;
  return isQuoted ? closingQuote(value) === undefined : openValue.test(value);
}

function holdsValue(value: string): boolean {
  return withoutComment(value).trim() !== '' && !/^[&!|>]/.test(value);
}

/**
 * Explains the usual mistakes in YAML, and mends them.
 *
 * @returns the text with as many lines as before, and what was wrong
 */
export function mendYaml(
  text: string,
  traits: Traits,
): {readonly text: string; readonly findings: readonly Finding[]} {
  const {lines, findings} = new Mender(text.split(/\r?\n/), traits);
  return {text: lines.join('\n'), findings};
}
