import type {Choices} from '../combinations.js';
import {fieldOf} from '../engine.js';
import {readList} from '../read-list.js';
import type {Answers, CompiledField, Expression, Scalar, Value} from '../types.js';
import {checkValue} from '../value-problem.js';
import type {Entry} from './entries.js';
import {type ByPath, ExpectedFile} from './expected.js';
import type {FileChecks} from './types.js';

/** What an entry of the file says about a field. */
export interface Candidate {
  readonly field: CompiledField;
  readonly value: Value;
  readonly entry: Entry;
  /** The value is none that the field can have. */
  readonly isWrong: boolean;
  /** The text had to be mended for the value to come out. */
  readonly isCorrected: boolean;
  /** The value is a part of a text, and does not stand there by itself. */
  readonly isDerived: boolean;
}

/** Text that stands where the reader was to write something else. People do call their applications `my-app`. */
const placeholders =
  /^(?:<[a-z][\w .-]{2,}>|‹[a-z][\w .-]{2,}›|\{[a-z][\w .-]{2,}\}|your[-_ ][\w -]+)$/i;

export function isPlaceholder(field: CompiledField, value: unknown): boolean {
  return [value]
    .flat()
    .some(
      (text) => text === field.placeholder || (typeof text === 'string' && placeholders.test(text)),
    );
}

const special = /[\\^$.*+?()[\]{}|/-]/g;

/** The name of the answer that an expression is, where it is one by itself. */
export function nameIn(expression: Expression): string | undefined {
  const isRef = typeof expression === 'object' && expression !== null && 'ref' in expression;
  return isRef ? expression.ref : undefined;
}

/**
 * What the answers must have been for a text to come out.
 *
 * @returns the texts by field; `undefined` where no answers make it
 */
export function matchText(
  expression: Expression,
  text: string,
  choices: Choices = {},
): Map<string, string> | undefined {
  // Far more than any value that a file may hold.
  if (text.length > 2000 || typeof expression !== 'object' || expression === null) return undefined;
  const parts = 'text' in expression ? expression.text : 'ref' in expression ? [expression] : [];
  const names: string[] = [];
  const pattern = parts.map((part) => {
    if (typeof part !== 'object' || part === null) return String(part).replace(special, '\\$&');
    const name = 'ref' in part ? part.ref : '';
    const chosen = choices[name];
    if (chosen !== undefined) return chosen.replace(special, '\\$&');
    if (names.includes(name)) return `\\${names.indexOf(name) + 1}`;
    names.push(name);
    return '(.+)';
  });
  const match = parts.length > 0 && new RegExp(`^${pattern.join('')}$`, 's').exec(text);
  return match ? new Map(names.map((name, index) => [name, match[index + 1] ?? ''])) : undefined;
}

/** The text, and what it was probably meant to be. */
function readingsOf(text: string): string[] {
  const bare = text.replace(/(?<!\/)\/+$/, '');
  return [text, bare, bare.replace(/^http:/, 'https:'), bare.replace(/^https:/, 'http:')];
}

/** What an entry says about the answers that its value should be made of. */
function candidatesIn(expression: Expression, entry: Entry, template: ExpectedFile): Candidate[] {
  const {value: given, source} = entry;
  if (given === undefined || typeof expression !== 'object' || expression === null) return [];
  if ('ref' in expression) {
    const field = fieldOf(template, expression.ref);
    const value = field && fieldValue(field, given, source);
    if (!field || value === undefined || isPlaceholder(field, value)) return [];
    const isWrong = checkValue(field, value, template.flow.forbidden) !== undefined;
    return [{field, value, entry, isWrong, isCorrected: false, isDerived: false}];
  }
  if (!('list' in expression)) return partsIn(given, expression, entry, template);
  const items: readonly unknown[] = Array.isArray(given) ? given : [];
  return items.flatMap((item) =>
    expression.list.flatMap((each) => partsIn(item, each, entry, template)),
  );
}

/** The same for a text that answers are parts of. Only right ones say something. */
function partsIn(
  given: unknown,
  expression: Expression,
  entry: Entry,
  {flow, choices}: ExpectedFile,
): Candidate[] {
  const texts = typeof given === 'string' ? readingsOf(given) : [];
  for (const [index, text] of texts.entries()) {
    const isCorrected = index > 0;
    const said = Array.from(matchText(expression, text, choices) ?? []);
    const found = said.flatMap(([name, value]) => {
      const field = fieldOf({flow}, name);
      return field ? [{field, value, entry, isWrong: false, isCorrected, isDerived: true}] : [];
    });
    const isRight = found.every(({field, value}) => !checkValue(field, value, flow.forbidden));
    if (found.length > 0 && isRight) return found;
  }
  return [];
}

/** A value of the file as one of the field's type. */
export function fieldValue(
  field: CompiledField,
  given: unknown,
  source?: string,
): Value | undefined {
  const list = Array.isArray(given);
  switch (field.value.type) {
    case 'array':
      if (typeof given === 'string') return readList(given);
      return list ? given.map(String) : given === null ? [] : undefined;
    case 'boolean':
      return String(given) === 'true' ? true : String(given) === 'false' ? false : undefined;
    case 'string':
      if (list || given === undefined) return undefined;
      return given === null ? '' : typeof given === 'string' ? given : (source ?? String(given));
  }
}

/** What a file says about the answers from which it was made. */
export interface FoundAnswers {
  readonly answers: Answers;
  /** For each field that was found, where its value was taken from. */
  readonly sources: ReadonlyMap<string, Candidate>;
}

/** What a flow can write into a file for its choices, whatever is entered: what is asked of a field holds. */
function possibleIn({judged, flow, file}: ExpectedFile, {entries}: FileChecks): ExpectedFile {
  const isChoice = ([name]: [string, unknown]) => flow.choices.some(({id}) => id === name);
  const open = entries.map((entry) => ({
    ...entry,
    when: (entry.when ?? []).map((when) =>
      Object.fromEntries(Object.entries(when).filter(isChoice)),
    ),
  }));
  return new ExpectedFile(judged, file, open);
}

/**
 * Finds out with which answers the flow would write a file like this. Where the file contradicts itself, what most of its lines
 * say is right.
 *
 * @param template the file for its choices
 */
export function findAnswers(
  template: ExpectedFile,
  checks: FileChecks,
  found: ByPath<Entry>,
): FoundAnswers {
  const {flow, choices} = template;
  const candidates = possibleIn(template, checks).keys.flatMap(({id, expression}) => {
    const entry = found.get(id);
    return entry ? candidatesIn(expression, entry, template) : [];
  });
  const sources = new Map<string, Candidate>();
  const values: {[field: string]: Value} = {};
  const secrets: {[field: string]: string} = {};
  for (const field of flow.fields) {
    const best = bestOf(candidates.filter((each) => each.field === field));
    if (!best) continue;
    sources.set(field.id, best);
    if (best.isWrong) continue;
    if (field.secret) secrets[field.id] = String(best.value);
    else values[field.id] = best.value;
  }
  return {answers: {choices, values, secrets}, sources};
}

/** The most trustworthy: a right value that nothing had to be mended for, then the one that most lines say, then one that stands by itself. */
function bestOf(candidates: readonly Candidate[]): Candidate | undefined {
  const fault = ({isWrong, isCorrected}: Candidate) => Number(isWrong) * 2 + Number(isCorrected);
  const votes = (one: Candidate) =>
    candidates.filter((each) => fault(each) === fault(one) && isSame(each.value, one.value)).length;
  return [...candidates].sort(
    (a, b) =>
      fault(a) - fault(b) || votes(b) - votes(a) || Number(a.isDerived) - Number(b.isDerived),
  )[0];
}

export function isSame(
  a: Value | Scalar | readonly Scalar[] | undefined,
  b: Value | Scalar | readonly Scalar[] | undefined,
): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b;
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
