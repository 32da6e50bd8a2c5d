import type {CompiledFlow, ValueSchema} from './types.js';

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
  hostname: 'Enter the host name alone, without https:// and without a path, like this: {example}',
  uri: 'Enter a complete address with https://, like this: {example}',
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
  dotenv:
    '{label} cannot be written into {file}: tools that read env files disagree about this mixture of quotes, $, # and backslashes. Choose a value without one of them.',
  option: '“{item}” is no option of “{label}”. Options: {expected}.',
} as const;

export type AnswerMessageId = keyof typeof answerMessages;

/** What the engine can have to say about the answers to a flow: only this travels to the page with it. */
export function messagesOf({
  choices,
  fields,
  forbidden,
  rules,
  files,
}: Omit<CompiledFlow, 'messages'>): CompiledFlow['messages'] {
  const needed = new Set<string>(['missing', 'type']);
  if (choices.length > 0) needed.add('option');
  if (rules.length > 0) needed.add('rule');
  if (forbidden.length > 0) needed.add('forbidden');
  if (files.some(({format}) => format === 'dotenv')) needed.add('dotenv');
  for (const {value, expects} of fields) {
    for (const id of schemaMessages(value)) {
      const isForm = id === 'pattern' || id === value.format || id === value.items?.format;
      needed.add(isForm && expects ? 'expects' : id);
    }
  }
  return Object.fromEntries(Object.entries(answerMessages).filter(([id]) => needed.has(id)));
}

/** The messages about what a schema says, and about what goes for all values of its type. */
function schemaMessages({type, format, items, ...schema}: ValueSchema): string[] {
  const ids = Object.keys(schema);
  if (type === 'string') ids.push('lineBreak', 'control', 'maxLength');
  if (type === 'array') ids.push('maxItems', ...schemaMessages(items ?? {type: 'string'}));
  if (format) ids.push(format);
  if (format || schema.pattern !== undefined) ids.push('outerSpace');
  return ids;
}
