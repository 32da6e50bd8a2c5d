import {type AnswerProblemId, answerProblem} from './answer-messages.js';
import type {AnswerProblem, CompiledField, CompiledFlow, Value} from './types.js';
import {checkValue} from './value-problem.js';

/** What differs between those who give answers by their names. */
interface Giver {
  /** Reads the texts that were given for a list. */
  readonly list: (texts: readonly string[]) => Value | undefined;
  /** The secrets' place; without one, a secret is refused, and so is a value that is not right. */
  readonly secrets?: {[field: string]: string};
  /** What is said of a name that there is not. */
  readonly hint: (name: string) => string;
}

/** What was given, as it fits into a message. */
export function short(text: string): string {
  return text.slice(0, 40);
}

/** The texts as a value of the field's type; `undefined` where they are none. */
function typed(field: CompiledField, texts: readonly string[], {list}: Giver): Value | undefined {
  const [text = ''] = texts;
  switch (field.value.type) {
    case 'array':
      return list(texts);
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : undefined;
    case 'string':
      return text;
  }
}

/**
 * Takes answers by their names.
 *
 * @param given names with texts; a name can be there several times
 * @returns the answers that can be used, and a problem for each name whose cannot
 */
export function assignAnswers(
  flow: CompiledFlow,
  given: readonly (readonly [name: string, text: string])[],
  giver: Giver,
): {
  readonly choices: {readonly [choice: string]: string};
  readonly values: {readonly [field: string]: Value};
  readonly problems: readonly AnswerProblem[];
} {
  const choices: {[choice: string]: string} = {};
  const values: {[field: string]: Value} = {};
  const problems: AnswerProblem[] = [];
  const {secrets, hint} = giver;

  for (const name of new Set(given.map(([each]) => each))) {
    const texts = given.flatMap(([each, text]) => (each === name ? [text] : []));
    const [text = ''] = texts;
    const item = short(name);
    const refuse = (id: AnswerProblemId, params: {readonly [name: string]: string}) =>
      problems.push(answerProblem(item, id, params));
    const choice = flow.choices.find(({id}) => id === name);
    const field = flow.fields.find(({id}) => id === name);
    const value = field && typed(field, texts, giver);
    if (!choice && !field) {
      refuse('unknown', {item, hint: hint(name)});
    } else if (field?.secret && !secrets) {
      refuse('secret', {label: field.label});
    } else if (texts.length > 1 && (value === undefined || field?.value.type !== 'array')) {
      refuse('twice', {item});
    } else if (choice) {
      const expected = choice.options.map(({id}) => id);
      if (expected.includes(text)) choices[name] = text;
      else
        refuse('option', {label: choice.label, item: short(text), expected: expected.join(', ')});
    } else if (!field || value === undefined) {
      refuse('type', {label: field?.label ?? name});
    } else {
      const problem = secrets ? undefined : checkValue(field, value, flow.forbidden);
      if (problem) problems.push(problem);
      else if (secrets && field.secret) secrets[name] = String(value);
      else values[name] = value;
    }
  }
  return {choices, values, problems};
}
