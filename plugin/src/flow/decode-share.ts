import {assignmentProblem} from './assignment-messages.js';
import {checkValue} from './check.js';
import type {AnswerProblem, CompiledField, CompiledFlow, ShareableAnswers, Value} from './types.js';

/** Far more than the longest flow needs, and what every browser and server lets through. */
const maxAddressLength = 8000;

/** What came out of an address: answers that can be used as they are, and what was left out of them. */
export interface SharedAnswers {
  readonly answers: ShareableAnswers;
  /** One entry for each part that was refused, in words for the reader; `field` is the name as it was given. */
  readonly refused: readonly AnswerProblem[];
}

/** Decodes one part of an address; the sequences that are no UTF-8 decode to nothing. */
function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}

/** The value of a field from its texts, or `undefined` where they are not of the field's type. */
function typed(field: CompiledField, texts: readonly string[]): Value | undefined {
  if (field.value.type === 'array') return texts;
  const [text] = texts;
  if (text === undefined || texts.length > 1) return undefined;
  if (field.value.type === 'string') return text;
  return text === 'true' ? true : text === 'false' ? false : undefined;
}

/**
 * Reads what `encodeShare` wrote, from an address that anybody may have changed: only known names, each once (a list's as often
 * as it has entries), only values that are right, of bounded length, and never a secret. What is refused is reported, and the
 * rest is used.
 *
 * @param text a query string, with or without `?` or `#` in front
 * @example
 * decodeShare(flow, '?host=mail.example.com&password=x')
 * // {answers: {choices: {}, values: {host: 'mail.example.com'}}, refused: [{field: 'password', id: 'secret', …}]}
 */
export function decodeShare(flow: CompiledFlow, text: string): SharedAnswers {
  const choices: {[choice: string]: string} = {};
  const values: {[field: string]: Value} = {};
  const refused: AnswerProblem[] = [];
  const refuse = (...problem: Parameters<typeof assignmentProblem>) =>
    refused.push(assignmentProblem(...problem));

  if (text.length > maxAddressLength) {
    refuse('', 'tooLong', {});
    return {answers: {choices, values}, refused};
  }

  const given = new Map<string, string[]>();
  for (const pair of text.replace(/^[?#]/, '').split('&')) {
    if (pair === '') continue;
    const [name, value] = pair.split(/=(.*)/s, 2).map(decoded);
    const item = (name ?? pair).slice(0, 40);
    if (name === undefined || value === undefined) refuse(item, 'malformed', {item});
    else given.set(name, [...(given.get(name) ?? []), value]);
  }

  for (const [name, texts] of given) {
    const item = name.slice(0, 40);
    const choice = flow.choices.find(({id}) => id === name);
    const field = flow.fields.find(({id}) => id === name);
    const [first = ''] = texts;
    if (choice) {
      const expected = choice.options.map(({id}) => id);
      if (texts.length > 1) refuse(name, 'twice', {item});
      else if (expected.includes(first)) choices[name] = first;
      else {
        refuse(name, 'option', {
          label: choice.label,
          item: first.slice(0, 40),
          expected: expected.join(', '),
        });
      }
    } else if (!field) {
      refuse(item, 'unknown', {item, hint: ''});
    } else if (field.secret) {
      refuse(name, 'secret', {label: field.label});
    } else if (texts.length > 1 && field.value.type !== 'array') {
      refuse(name, 'twice', {item});
    } else {
      const value = typed(field, texts);
      const problem = checkValue(field, value, flow.forbidden);
      if (problem || value === undefined)
        refused.push(problem ?? assignmentProblem(name, 'type', {label: field.label}));
      else values[name] = value;
    }
  }
  return {answers: {choices, values}, refused};
}
