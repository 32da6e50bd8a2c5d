import {answerProblem} from './answer-messages.js';
import {findFault} from './engine.js';
import type {AnswerProblem, CompiledField} from './types.js';

/**
 * Checks a value against its field alone: its type, its schema, and what no value may contain.
 *
 * @param field a field of a compiled flow
 * @param value anything, from whatever source
 * @param forbidden the flow's `forbidden` texts
 * @returns the first problem, or `undefined` where the value is right
 * @example
 * checkValue(flow.fields[0], 'https://mail.example.com')?.message
 * // 'Enter the host name alone, without a scheme such as https:// and without a path, like this: mail.example.com'
 */
export function checkValue(
  field: CompiledField,
  value: unknown,
  forbidden: readonly {readonly text: string; readonly message: string}[] = [],
): AnswerProblem | undefined {
  const fault = findFault(field, value, forbidden);
  if (!fault) return undefined;
  const [id, params] = fault;
  return answerProblem(field.id, id, {label: field.label, ...params});
}
