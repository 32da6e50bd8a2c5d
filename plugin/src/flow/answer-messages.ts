import {problemOf} from './engine.js';
import type {AnswerProblem} from './types.js';

/** What the engine says about answers: a part of `flowMessages`. */
export const answerMessages = {
  missing: 'A value for {label} is missing.',
  type: 'The value of {label} does not have the right type.',
  const: '{label} must be {expected}.',
  enum: '{label} must be one of: {expected}.',
  minLength: 'The value of {label} is too short: it needs {expected} or more characters.',
  maxLength: '{label} may have at most {expected} characters.',
  pattern: 'The value of {label} does not have the right form. It looks like this: {example}',
  expects: '{expects}',
  hostname:
    'Enter the host name alone, without a scheme such as https:// and without a path, like this: {example}',
  uri: 'Enter a complete address with its scheme, like this: {example}',
  uuid: 'Enter a UUID: 32 hexadecimal digits in five groups, like this: {example}',
  email: 'Enter an e-mail address, like this: {example}',
  minItems: 'There are too few entries for {label}: {expected} or more are needed.',
  maxItems: '{label} may have at most {expected} entries.',
  uniqueItems: '“{item}” is there twice.',
  outerSpace: 'Remove the space before or after the value.',
  lineBreak: '{label} must be on one line.',
  control: 'The value of {label} contains an invisible control character. Type it or copy it anew.',
  forbidden: '{reason}',
  rule: '{reason}',
  option: '“{item}” is no option of “{label}”. Options: {expected}.',
} as const;

export type AnswerMessageId = keyof typeof answerMessages;

/** What the engine says about answers that come as names with their values: in links, and on the command line. */
export const assignmentMessages = {
  unknown: 'There is no “{item}” here.{hint}',
  twice: '“{item}” is given twice.',
  secret: 'A secret is never taken from an address: enter {label} here.',
  tooLong: 'The address is too long to be a link to these settings.',
  malformed: '“{item}” cannot be read.',
} as const;

const messages = {...answerMessages, ...assignmentMessages};

export type AnswerProblemId = keyof typeof messages;

/** Makes a problem that says one of these messages. */
export function answerProblem(
  field: string,
  id: AnswerProblemId,
  params: {readonly [name: string]: string},
): AnswerProblem {
  return problemOf(messages, field, id, params);
}
