import {answerProblem} from './answer-messages.js';
import {assignAnswers, short} from './assign-answers.js';
import type {AnswerProblem, CompiledFlow, ShareableAnswers} from './types.js';

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
  const refused: AnswerProblem[] = [];
  if (text.length > maxAddressLength) {
    return {answers: {choices: {}, values: {}}, refused: [answerProblem('', 'tooLong', {})]};
  }
  const pairs = text.replace(/^[?#]/, '').split('&');
  const given = pairs.filter(Boolean).flatMap((pair): [string, string][] => {
    const [name, value] = pair.split(/=(.*)/s, 2).map(decoded);
    if (name !== undefined && value !== undefined) return [[name, value]];
    const item = short(name ?? pair);
    refused.push(answerProblem(item, 'malformed', {item}));
    return [];
  });
  const {choices, values, problems} = assignAnswers(flow, given, {
    list: (texts) => texts,
    hint: () => '',
  });
  return {answers: {choices, values}, refused: [...refused, ...problems]};
}
