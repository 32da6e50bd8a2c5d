import type {AnswerProblem} from './types.js';

/**
 * Fills the placeholders of a message.
 *
 * @example
 * formatMessage('A value for {label} is missing.', {label: 'Client ID'}) // 'A value for Client ID is missing.'
 */
export function formatMessage(message: string, params: {readonly [name: string]: string}): string {
  return message.replace(/\{(\w+)\}/g, (hole, name: string) => params[name] ?? hole);
}

/** Makes a problem that says one of the messages. */
export function problemOf(
  messages: {readonly [id: string]: string},
  field: string,
  id: string,
  params: {readonly [name: string]: string},
): AnswerProblem {
  const kind = id === 'missing' ? 'missing' : 'invalid';
  return {field, kind, id, params, message: formatMessage(messages[id] ?? id, params)};
}
