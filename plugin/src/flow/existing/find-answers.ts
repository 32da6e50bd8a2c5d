import type {Choices} from '../combinations.js';
import {readList} from '../read-list.js';
import type {Answers, CompiledField, CompiledFlow, Expression, Scalar, Value} from '../types.js';
import {checkValue} from '../value-problem.js';
import {type Entry, pathKey} from './entries.js';
import type {ByPath, Expected} from './expected.js';

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

class Finder {
  readonly found: Candidate[] = [];
  readonly #flow: CompiledFlow;
  readonly #choices: Choices;

  constructor(flow: CompiledFlow, choices: Choices) {
    this.#flow = flow;
    this.#choices = choices;
  }

  look(expression: Expression, entry: Entry, given: unknown): void {
    if (typeof expression !== 'object' || expression === null) return;
    if ('ref' in expression) this.#direct(expression.ref, entry, given);
    else if ('list' in expression) {
      for (const item of Array.isArray(given) ? given : []) {
        for (const each of expression.list) this.#derived(each, entry, item);
      }
    } else this.#derived(expression, entry, given);
  }

  #direct(name: string, entry: Entry, given: unknown): void {
    const field = this.#flow.fields.find(({id}) => id === name);
    const value = field && fieldValue(field, given, entry.source);
    if (!field || value === undefined || isPlaceholder(field, value)) return;
    this.#add({field, value, entry, isCorrected: false, isDerived: false});
  }

  #derived(expression: Expression, entry: Entry, given: unknown): void {
    if (typeof given !== 'string') return;
    for (const [index, text] of readingsOf(given).entries()) {
      const match = matchText(expression, text, this.#choices);
      const parts = Array.from(match ?? []).flatMap(([name, part]) => {
        const field = this.#flow.fields.find(({id}) => id === name);
        return field ? [{field, part}] : [];
      });
      const right = parts.every(({field, part}) => !checkValue(field, part, this.#flow.forbidden));
      if (parts.length === 0 || !right) continue;
      for (const {field, part: value} of parts) {
        this.#add({field, value, entry, isCorrected: index > 0, isDerived: true});
      }
      return;
    }
  }

  #add(candidate: Omit<Candidate, 'isWrong'>): void {
    const {field, value} = candidate;
    const isWrong = checkValue(field, value, this.#flow.forbidden) !== undefined;
    this.found.push({...candidate, isWrong});
  }
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

/**
 * Finds out with which answers the flow would write a file like this. Where the file contradicts itself, what most of its lines
 * say is right.
 */
export function findAnswers(
  flow: CompiledFlow,
  choices: Choices,
  expected: readonly Expected[],
  found: ByPath<Entry>,
): FoundAnswers {
  const finder = new Finder(flow, choices);
  for (const each of expected) {
    const entry = found.get(pathKey(each.path));
    if (entry && entry.value !== undefined) finder.look(each.expression, entry, entry.value);
  }
  const sources = new Map<string, Candidate>();
  const values: {[field: string]: Value} = {};
  const secrets: {[field: string]: string} = {};
  for (const field of flow.fields) {
    const best = bestOf(finder.found.filter((each) => each.field === field));
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
  const right = candidates.filter((each) => !each.isWrong && !each.isCorrected);
  const pool = right.length > 0 ? right : candidates;
  const votes = ({value}: Candidate) => pool.filter((each) => isSame(each.value, value)).length;
  const falseFirst = (a: boolean, b: boolean) => Number(a) - Number(b);
  return [...pool].sort(
    (a, b) =>
      falseFirst(a.isWrong, b.isWrong) ||
      falseFirst(a.isCorrected, b.isCorrected) ||
      votes(b) - votes(a) ||
      falseFirst(a.isDerived, b.isDerived),
  )[0];
}

export function isSame(
  a: Value | Scalar | readonly Scalar[] | undefined,
  b: Value | Scalar | readonly Scalar[] | undefined,
): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b;
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
