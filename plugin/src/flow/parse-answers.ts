import {assignmentProblem} from './assignment-messages.js';
import {didYouMean} from './nearest.js';
import type {AnswerProblem, Answers, CompiledField, CompiledFlow, Value} from './types.js';

/**
 * Reads a list as people type it: separated by commas or one entry a line.
 *
 * @example
 * parseList('jane, john\nadmin') // ['jane', 'john', 'admin']
 */
export function parseList(text: string): string[] {
  return text
    .split(/[,\n\r]/)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** A list in JSON, for entries that contain commas; `undefined` where the text is something else. */
function jsonList(text: string): string[] | undefined {
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) && list.every((item) => typeof item === 'string') ? list : undefined;
  } catch {
    return undefined;
  }
}

/** A text as a value of the field's type; `undefined` where it is none. */
export function typedText(field: CompiledField, text: string): Value | undefined {
  switch (field.value.type) {
    case 'string':
      return text;
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : undefined;
    case 'array':
      return text.trimStart().startsWith('[') ? jsonList(text) : parseList(text);
  }
}

/**
 * Reads assignments as a command line has them.
 *
 * Values are taken by the type of their field: a boolean is `true` or `false`, a list is separated by commas or is written as JSON. Whether
 * the values are right is {@link evaluate}'s to say.
 *
 * @param assignments texts of the form `name=value`
 * @returns the answers that could be read, and a problem for each assignment that could not; its `field` is the name as it
 * was given
 * @example
 * parseAnswers(flow, ['security=tls', 'users=jane,john', 'relay=true'])
 * // {answers: {choices: {security: 'tls'}, values: {users: ['jane', 'john'], relay: true}, secrets: {}}, problems: []}
 */
export function parseAnswers(
  flow: CompiledFlow,
  assignments: readonly string[],
): {readonly answers: Answers; readonly problems: readonly AnswerProblem[]} {
  const choices: {[choice: string]: string} = {};
  const values: {[field: string]: Value} = {};
  const secrets: {[field: string]: string} = {};
  const problems: AnswerProblem[] = [];
  const report = (...problem: Parameters<typeof assignmentProblem>) =>
    problems.push(assignmentProblem(...problem));
  const seen = new Set<string>();
  const names = [...flow.choices, ...flow.fields].map(({id}) => id);

  for (const assignment of assignments) {
    const [name = '', text] = assignment.split(/=(.*)/s, 2);
    const choice = flow.choices.find(({id}) => id === name);
    const field = flow.fields.find(({id}) => id === name);
    const value = field && text !== undefined ? typedText(field, text) : undefined;
    if (!choice && !field) {
      const all = `There are: ${names.join(', ')}.`;
      const hint = didYouMean(name, names, all, (near) => `“${near}”`);
      report(name, 'unknown', {item: name, hint: ` ${hint}`});
    } else if (text === undefined) {
      // Other words than those for a link, which nobody writes by hand; and here, for readers need not load them.
      const message = `“${name}” has no value. Write ${name}=value.`;
      problems.push({...assignmentProblem(name, 'malformed', {item: name}), message});
    } else if (seen.has(name)) {
      report(name, 'twice', {item: name});
    } else if (choice) {
      const expected = choice.options.map(({id}) => id);
      if (expected.includes(text)) choices[name] = text;
      else report(name, 'option', {label: choice.label, item: text, expected: expected.join(', ')});
    } else if (value === undefined) {
      report(name, 'type', {label: field?.label ?? name});
    } else if (field?.secret) {
      secrets[name] = String(value);
    } else {
      values[name] = value;
    }
    seen.add(name);
  }
  return {answers: {choices, values, secrets}, problems};
}
