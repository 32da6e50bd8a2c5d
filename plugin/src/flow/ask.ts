import {problemOf} from './messages.js';
import type {
  AnswerProblem,
  Answers,
  CompiledChoice,
  CompiledField,
  CompiledFlow,
  Question,
  Value,
  When,
} from './types.js';

/** Choices that a reader can make together. */
export type Choices = {readonly [choice: string]: string};

/** What is known of answers so far, and what was found wrong with them. */
export interface Asked {
  readonly flow: CompiledFlow;
  readonly answers: Answers;
  readonly questions: readonly Question[];
  /** The names that hold. A field without a usable value has none. */
  readonly known: Map<string, Value>;
  /** The first problem of each choice and field: the one to solve first. */
  readonly problems: Map<string, AnswerProblem>;
}

/** An own property, so that a name such as `constructor` finds nothing. */
export function own<T>(
  record: {readonly [name: string]: T} | undefined,
  name: string,
): T | undefined {
  return record && Object.hasOwn(record, name) ? record[name] : undefined;
}

export function isEmpty(value: unknown): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

/** Whether a value is the one that a condition wants. */
function isWanted(value: Value | undefined, wanted: string | boolean): boolean {
  return typeof wanted === 'boolean'
    ? wanted === (value !== false && !isEmpty(value))
    : wanted === value;
}

/** Whether a condition holds for what is known; without one it does. */
export function holds(when: When | undefined, known: ReadonlyMap<string, Value>): boolean {
  // A loop: the check of a file asks this of every key in every combination of choices.
  for (const name in when) {
    const wanted = when[name] ?? [];
    const value = known.get(name);
    const isRight = Array.isArray(wanted)
      ? wanted.some((each) => isWanted(value, each))
      : isWanted(value, wanted as string | boolean);
    if (!isRight) return false;
  }
  return true;
}

/** Notes what is wrong with a field or a choice; its first problem is the one to solve first. */
export function report(
  {flow, problems}: Pick<Asked, 'flow' | 'problems'>,
  {id, label}: CompiledField | CompiledChoice,
  message: string,
  params?: {readonly [name: string]: string},
): void {
  if (!problems.has(id)) {
    problems.set(id, problemOf(flow.messages, id, message, {label, ...params}));
  }
}

function question(
  choice: CompiledChoice,
  answers: Answers,
  fixed: Choices,
  asked: Pick<Asked, 'flow' | 'known' | 'problems'>,
): Question {
  const options = choice.options.filter((option) => holds(option.when, asked.known));
  const chosen = own(fixed, choice.id) ?? own(answers.choices, choice.id);
  const option = options.find(({id}) => id === chosen);
  if (chosen !== undefined && !option) {
    const expected = options.map(({id}) => id).join(', ');
    report(asked, choice, 'option', {item: String(chosen), expected});
  }
  const fallback = options.find(({recommended}) => recommended) ?? options[0];
  return {
    choice,
    options,
    value: (option ?? fallback)?.id ?? '',
    fixed: own(fixed, choice.id) !== undefined,
    answered: option !== undefined,
  };
}

/**
 * Which questions there are, and which options hold.
 *
 * @param answers what the reader chose; only the choices matter here
 * @param fixed choices that the page has made
 */
export function ask(flow: CompiledFlow, answers: Answers = {}, fixed: Choices = {}): Asked {
  const questions: Question[] = [];
  const asked: Asked = {flow, answers, questions, known: new Map(), problems: new Map()};
  for (const choice of flow.choices) {
    if (!holds(choice.when, asked.known)) continue;
    const each = question(choice, answers, fixed, asked);
    asked.known.set(choice.id, each.value);
    questions.push(each);
  }
  return asked;
}
