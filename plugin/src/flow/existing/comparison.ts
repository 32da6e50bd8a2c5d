import {fieldOf, problemOf, spell} from '../engine.js';
import {refsOf} from '../expressions.js';
import type {Reader} from '../formats/format.js';
import type {AnswerProblem, CompiledField, ContentEntry} from '../types.js';
import {toBase64} from './base64.js';
import {type Entry, nameOf, parentOf, pathKey} from './entries.js';
import type {ByPath, Expected, ExpectedFile} from './expected.js';
import type {FoundAnswers} from './find-answers.js';
import {type CheckRule, type Finding, finding, type TextPlace} from './rules.js';
import {checkOf, type FileChecks, type KeyCheck} from './types.js';

/** A comparison of a file with what the flow would have written: what there is to look at, and what was found. */
export interface Comparison {
  readonly checks: FileChecks;
  /** The reader of the file's format. */
  readonly reader: Reader;
  readonly expected: ExpectedFile;
  /** What the flow writes into the file for other choices. */
  readonly alternatives: readonly ExpectedFile[];
  /** What the flow writes into other files, for whatever choices. */
  readonly elsewhere: readonly ContentEntry[];
  readonly entries: ByPath<Entry>;
  readonly found: FoundAnswers;
  /** The level of what a target refuses in its own file, and passes over among the variables of its environment. */
  readonly mild: Finding['level'];
  readonly findings: Finding[];
  /** Keys that are missing, but whose place another key has taken. */
  readonly explained: Set<string>;
}

export function report(
  {findings}: Comparison,
  rule: CheckRule,
  place: TextPlace,
  params: Finding['params'],
  level?: Finding['level'],
): void {
  findings.push(finding(rule, place, params, level));
}

/** Says what the flow engine has against a value. */
export function reportInvalid(
  {findings}: Comparison,
  at: TextPlace,
  key: string,
  problem: AnswerProblem,
  level?: Finding['level'],
): void {
  const reason = problem.message;
  findings.push({...finding('invalid-value', at, {key, reason}, level), problem});
}

/** What fields are called, and what is around their values where they are parts of a text: `Address (…/callback)`. */
function labelIn(text: string, fields: readonly CompiledField[]): string {
  const labels = fields.map(({label}) => label).join(', ');
  const form = fields.reduce((all, {placeholder}) => all.replaceAll(placeholder, '…'), text);
  return form === '' || form === '…' ? labels : `${labels} (${form})`;
}
/**
 * Says that a value cannot be right, because answers that it is made of stand nowhere.
 *
 * @param wanted what the flow writes, with their placeholders
 */
export function reportUnanswered(
  comparison: Comparison,
  at: TextPlace,
  key: string,
  fields: readonly CompiledField[],
  wanted: string,
): void {
  const label = labelIn(wanted, fields);
  const {messages} = comparison.expected.flow;
  const problem = problemOf(messages, fields[0]?.id ?? '', 'missing', {label});
  reportInvalid(comparison, at, key, problem);
}

/**
 * Says that something is not there, and what to write; where that is not known, what it takes of the reader, and where that is found.
 *
 * @param rules the rule for the one, and that for the other
 */
export function reportAbsent(
  comparison: Comparison,
  rules: readonly [CheckRule, CheckRule],
  place: TextPlace,
  expected: Expected,
  params: Finding['params'],
): void {
  const line = lineOf(comparison, expected);
  if (line !== undefined) {
    report(comparison, rules[0], place, {...params, line});
    return;
  }
  const {open, field, value = ''} = expected;
  const fields = open.length > 0 || !field ? open : [field];
  const find = (fields.length === 1 && fields[0]?.find) || '';
  const form = encodingOf(comparison, expected) ?? [value].flat().join(', ');
  report(comparison, rules[1], place, {...params, label: labelIn(form, fields), find});
}

/** What to write for a key; `undefined` where that is not known, or must not be shown as the file needs it. */
export function lineOf(comparison: Comparison, expected: Expected): string | undefined {
  const {reader} = comparison;
  const {open, expression, value} = expected;
  if (open.length > 0) return undefined;
  if (!encodingOf(comparison, expected)) return expected.textFor(reader);
  const {flow, file} = comparison.expected;
  const isSecret = refsOf(expression).some((name) => fieldOf({flow}, name)?.secret);
  if (isSecret || value === undefined) return undefined;
  const {format, then} = file;
  const inner = then ? spell(flow, {format: then}, value) : String(value);
  const written = spell(flow, {format}, toBase64(inner ?? ''));
  return reader.pair(nameOf(expected), written ?? '');
}

/** How the values of the block are encoded in which a key stands, or would stand. */
function encodingOf({entries, checks}: Comparison, expected: Expected): KeyCheck['encoding'] {
  const holder = entries.get(pathKey(parentOf(expected)));
  return holder && checkOf(checks, [...parentOf(holder), holder.name ?? nameOf(holder)])?.encoding;
}
