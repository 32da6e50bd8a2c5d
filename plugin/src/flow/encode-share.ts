import {findFault, isEmpty, judge, own} from './engine.js';
import type {CompiledFlow, ShareableAnswers} from './types.js';

/**
 * Writes choices and values for an address, in the form of a query string.
 *
 * Only what applies and is right is written, and no secret can be: there is no place for one in {@link ShareableAnswers},
 * and a secret field is left out even where its value was put into `values`.
 *
 * @returns such as `security=tls&host=mail.example.com&users=jane&users=john`
 */
export function encodeShare(flow: CompiledFlow, answers: ShareableAnswers): string {
  // Field by field: a whole `Answers` may arrive here, its secrets included.
  const {choices = {}, values = {}} = answers;
  const {questions, fields} = judge(flow, {choices, values});
  const pairs: (readonly [string, string])[] = questions.map(({choice, value}) => [
    choice.id,
    value,
  ]);
  for (const {field} of fields) {
    const value = own(values, field.id);
    if (field.secret || isEmpty(value) || findFault(field, value, flow.forbidden)) continue;
    for (const item of [value].flat()) pairs.push([field.id, String(item)]);
  }
  return pairs.map((pair) => pair.map(encodeURIComponent).join('=')).join('&');
}
