import {answerMessages} from './answer-messages.js';
import {refusals} from './formats/index.js';
import {problemOf} from './messages.js';
import type {AnswerProblem} from './types.js';

/** What the engine says about answers that come as names with their values: in links, and on the command line. */
const assignmentMessages = {
  unknown: 'There is no “{item}” here.{hint}',
  twice: '“{item}” is given twice.',
  secret: 'A secret is never taken from an address: enter {label} here.',
  tooLong: 'The address is too long to be a link to these settings.',
  malformed: '“{item}” cannot be read.',
} as const;

const messages = {...answerMessages, ...assignmentMessages} as const;

/**
 * What the engine says about answers, in English. The keys are stable: a translation replaces a text by its key and
 * keeps the placeholders in braces.
 */
export const flowMessages = {...messages, ...refusals} as const;

/** The key of a message in {@link flowMessages}. */
export type FlowMessageId = keyof typeof flowMessages;

export function assignmentProblem(
  field: string,
  id: FlowMessageId,
  params: {readonly [name: string]: string},
): AnswerProblem {
  return problemOf(messages, field, id, params);
}
