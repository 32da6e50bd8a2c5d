import type {AnswerProblem} from './types.js';

/**
 * What the engine says about answers, in English. The keys are stable: a translation replaces a text by its key and
 * keeps the placeholders in braces.
 */
export const flowMessages = {
  missing: '{label} is missing.',
  type: '{label} does not have the right type.',
  const: '{label} must be {expected}.',
  enum: '{label} must be one of: {expected}.',
  minLength: '{label} needs at least {expected} characters.',
  maxLength: '{label} may have at most {expected} characters.',
  pattern: '{label} does not have the right form. It looks like this: {example}',
  expects: '{expects}',
  hostname: 'Enter the host name alone, without https:// and without a path, like this: {example}',
  uri: 'Enter a complete address with https://, like this: {example}',
  uuid: 'Enter a UUID: 32 hexadecimal digits in five groups, like this: {example}',
  email: 'Enter an e-mail address, like this: {example}',
  minItems: '{label} needs at least {expected} entries.',
  maxItems: '{label} may have at most {expected} entries.',
  uniqueItems: '“{item}” is there twice.',
  outerSpace: 'Remove the space before or after the value.',
  lineBreak: '{label} must be on one line.',
  control: '{label} contains an invisible control character. Type it or copy it anew.',
  forbidden: '{reason}',
  rule: '{reason}',
  dotenv:
    '{label} cannot be written into {file}: tools that read env files disagree about this mixture of quotes, $, # and backslashes. Choose a value without one of them.',
  option: '{label} has no option “{item}”. Options: {expected}.',
  unknown: 'There is no “{item}” here.{hint}',
  twice: '“{item}” is given twice.',
  secret: 'A secret is never taken from an address: enter {label} here.',
  tooLong: 'The address is too long to be a link to these settings.',
  malformed: '“{item}” cannot be read.',
} as const;

/** The key of a message in {@link flowMessages}. */
export type FlowMessageId = keyof typeof flowMessages;

/**
 * Fills the placeholders of a message.
 *
 * @example
 * formatMessage('{label} is missing.', {label: 'Client ID'}) // 'Client ID is missing.'
 */
export function formatMessage(message: string, params: {readonly [name: string]: string}): string {
  return message.replace(/\{(\w+)\}/g, (hole, name: string) => params[name] ?? hole);
}

export function answerProblem(
  field: string,
  id: FlowMessageId,
  params: {readonly [name: string]: string},
): AnswerProblem {
  const message = formatMessage(flowMessages[id], params);
  return {field, kind: id === 'missing' ? 'missing' : 'invalid', id, params, message};
}
