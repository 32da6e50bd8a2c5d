import type {Choices} from '../ask.js';
import {problemOf, spell} from '../engine.js';
import {refsOf} from '../expressions.js';
import type {Reader} from '../formats/format.js';
import type {
  AnswerProblem,
  CompiledField,
  CompiledFile,
  CompiledFlow,
  ContentEntry,
  Expression,
} from '../types.js';
import {toBase64} from './base64.js';
import {type Entry, nameOf, parentOf, pathKey} from './entries.js';
import {type ByPath, byPath, type Expected} from './expected.js';
import type {FoundAnswers} from './find-answers.js';
import type {Template} from './recognise.js';
import {type CheckRule, type Finding, finding, type TextPlace} from './rules.js';
import {checkOf, type FileChecks} from './types.js';

/** All that a comparison looks at. */
export interface Compared {
  readonly flow: CompiledFlow;
  readonly checks: FileChecks;
  readonly file: CompiledFile;
  /** The reader of the file's format. */
  readonly reader: Reader;
  readonly choices: Choices;
  readonly expected: readonly Expected[];
  /** What the flow writes into the file for other choices. */
  readonly alternatives: readonly Template[];
  /** What the flow writes into other files, for whatever choices. */
  readonly elsewhere: readonly ContentEntry[];
  readonly entries: readonly Entry[];
  readonly found: FoundAnswers;
}

/** What fields are called, and what is around their values where they are parts of a text: `Address (…/callback)`. */
function labelIn(text: string, fields: readonly CompiledField[]): string {
  const labels = fields.map(({label}) => label).join(', ');
  const form = fields.reduce((all, {placeholder}) => all.replaceAll(placeholder, '…'), text);
  return form === '' || form === '…' ? labels : `${labels} (${form})`;
}

/** A comparison of a file with what the flow would have written: what there is to look at, and what was found. */
export class Comparison {
  readonly findings: Finding[] = [];
  readonly given: Compared;
  readonly entries: ByPath<Entry>;
  readonly expected: ByPath<Expected>;
  /** The level of what a target refuses in its own file, and passes over among the variables of its environment. */
  readonly mild: Finding['level'];

  constructor(given: Compared) {
    this.given = given;
    this.entries = byPath(given.entries);
    this.expected = byPath(given.expected);
    this.mild = given.reader.isShared || given.file.then ? 'warning' : 'error';
  }

  report(
    rule: CheckRule,
    place: TextPlace,
    params: Finding['params'],
    level?: Finding['level'],
  ): void {
    this.findings.push(finding(rule, place, params, level));
  }

  /** Says what the flow engine has against a value. */
  reportInvalid(
    at: TextPlace,
    key: string,
    problem: AnswerProblem,
    level?: Finding['level'],
  ): void {
    const reason = problem.message;
    this.findings.push({...finding('invalid-value', at, {key, reason}, level), problem});
  }

  /**
   * Says that a value cannot be right, because answers that it is made of stand nowhere.
   *
   * @param wanted what the flow writes, with their placeholders
   */
  reportUnanswered(
    at: TextPlace,
    key: string,
    fields: readonly CompiledField[],
    wanted: string,
  ): void {
    const label = labelIn(wanted, fields);
    const {messages} = this.given.flow;
    this.reportInvalid(at, key, problemOf(messages, fields[0]?.id ?? '', 'missing', {label}));
  }

  /** What to write for a key; `undefined` where that is not known, or must not be shown as the file needs it. */
  lineOf(expected: Expected): string | undefined {
    const {open, expression, value} = expected;
    if (open.length > 0) return undefined;
    if (!this.#encodingOf(expected)) return this.textOf(expected);
    const {flow, file, reader} = this.given;
    const names = refsOf(expression);
    const isSecret = flow.fields.some(({id, secret}) => secret && names.includes(id));
    if (isSecret || value === undefined) return undefined;
    const {format, then} = file;
    const inner = then ? spell(flow, {format: then}, value) : String(value);
    const written = spell(flow, {format}, toBase64(inner ?? ''));
    return reader.pair(nameOf(expected), written ?? '');
  }

  /** How the flow writes a key, on one line. */
  textOf(expected: Expected): string {
    return expected.textFor(this.given.reader);
  }

  /** What a key needs of the reader, and where it is found: the parameters of the rules about that. */
  wanted(expected: Expected): {readonly label: string; readonly find: string} {
    const {open, expression, value} = expected;
    const field = this.fieldOf(expression);
    const fields = open.length > 0 || !field ? open : [field];
    const find = fields.length === 1 ? fields[0]?.find : undefined;
    const form = this.#encodingOf(expected) ?? [value ?? ''].flat().join(', ');
    return {label: labelIn(form, fields), find: find ?? ''};
  }

  /** How the values of the block are encoded in which a key stands, or would stand. */
  #encodingOf(expected: Expected): string | undefined {
    const holder = this.entries.get(pathKey(parentOf(expected)));
    if (!holder) return undefined;
    const path = [...parentOf(holder), holder.name ?? nameOf(holder)];
    return checkOf(this.given.checks, path)?.encoding;
  }

  /** The field that a value is made of, or the first of them. */
  fieldOf(expression: Expression): CompiledField | undefined {
    const [name] = refsOf(expression);
    return this.given.flow.fields.find(({id}) => id === name);
  }
}
