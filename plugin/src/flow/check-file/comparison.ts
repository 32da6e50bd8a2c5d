import type {Choices} from '../combinations.js';
import {encode} from '../formats/index.js';
import {problemOf} from '../messages.js';
import type {
  AnswerProblem,
  CompiledField,
  CompiledFile,
  CompiledFlow,
  Expression,
} from '../types.js';
import {toBase64} from './base64.js';
import {type Entry, nameOf, parentOf, pathKey} from './entries.js';
import {type ByPath, byPath, type Expected} from './expected.js';
import {type FoundAnswers, refsOf} from './find-answers.js';
import {type CheckRule, type Finding, finding, type TextPlace} from './rules.js';
import {type Checks, checkOf} from './types.js';

/** What the flow writes into the file for other choices than those of the file. */
export interface Alternative {
  readonly choices: Choices;
  readonly expected: ByPath<Expected>;
}

/** All that a comparison looks at. */
export interface Compared {
  readonly flow: CompiledFlow;
  readonly checks: Checks[string];
  readonly file: CompiledFile;
  readonly choices: Choices;
  readonly expected: readonly Expected[];
  readonly alternatives: readonly Alternative[];
  /** What the flow writes into other files, for whatever choices. */
  readonly elsewhere: readonly Expected[];
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
  readonly entries: ByPath;
  readonly expected: ByPath<Expected>;
  readonly isEnv: boolean;
  /** The level of what a target refuses in its own file, and passes over among the variables of its environment. */
  readonly mild: Finding['level'];

  constructor(given: Compared) {
    this.given = given;
    this.entries = byPath(given.entries);
    this.expected = byPath(given.expected);
    this.isEnv = given.file.format === 'dotenv';
    this.mild = this.isEnv || given.file.then ? 'warning' : 'error';
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
    const {open, text, expression, value} = expected;
    if (open.length > 0) return undefined;
    if (!this.#encodingOf(expected)) return text;
    const {flow, file} = this.given;
    const names = refsOf(expression);
    const isSecret = flow.fields.some(({id, secret}) => secret && names.includes(id));
    if (isSecret || value === undefined) return undefined;
    const {format, then} = file;
    const inner = then ? encode(then, value) : String(value);
    return `${nameOf(expected)}: ${encode(format, toBase64(inner ?? ''))}`;
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
