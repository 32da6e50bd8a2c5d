import {answerMessages} from './answer-messages.js';
import {problemOf} from './engine.js';
import type {AnswerProblem} from './types.js';

/** What the engine says about answers that come as names with their values: in links, and on the command line. */
export const assignmentMessages = {
  unknown: 'There is no “{item}” here.{hint}',
  twice: '“{item}” is given twice.',
  secret: 'A secret is never taken from an address: enter {label} here.',
  tooLong: 'The address is too long to be a link to these settings.',
  malformed: '“{item}” cannot be read.',
} as const;

const messages = {...answerMessages, ...assignmentMessages} as const;

/** Makes a problem of an answer that was given by its name. */
export function assignmentProblem(
  field: string,
  id: keyof typeof messages,
  params: {readonly [name: string]: string},
): AnswerProblem {
  return problemOf(messages, field, id, params);
}
