import {didYouMean} from '../nearest.js';
import {answerProblem} from './answer-messages.js';
import {assignAnswers} from './assign-answers.js';
import {readList} from './read-list.js';
import type {AnswerProblem, Answers, CompiledFlow} from './types.js';

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
  const secrets: {[field: string]: string} = {};
  const problems: AnswerProblem[] = [];
  const names = [...flow.choices, ...flow.fields].map(({id}) => id);
  const given = assignments.flatMap((assignment): [string, string][] => {
    const [name = '', text] = assignment.split(/=(.*)/s, 2);
    if (text !== undefined || !names.includes(name)) return [[name, text ?? '']];
    // Other words than those for a link, which nobody writes by hand; and here, for readers need not load them.
    const message = `“${name}” has no value. Write ${name}=value.`;
    problems.push({...answerProblem(name, 'malformed', {item: name}), message});
    return [];
  });
  const assigned = assignAnswers(flow, given, {
    list: ([text = '', ...others]) => (others.length > 0 ? undefined : readList(text)),
    secrets,
    hint(name) {
      const all = `There are: ${names.join(', ')}.`;
      return ` ${didYouMean(name, names, all, (near) => `“${near}”`)}`;
    },
  });
  const {choices, values} = assigned;
  return {answers: {choices, values, secrets}, problems: [...problems, ...assigned.problems]};
}
