import {answerMessages} from './answer-messages.js';
import {refusals} from './formats/index.js';
import type {CompiledFlow, ValueSchema} from './types.js';

/** What the engine can have to say about the answers to a flow: only this travels to the page with it. */
export function messagesOf({
  choices,
  fields,
  forbidden,
  rules,
  files,
}: Omit<CompiledFlow, 'messages' | 'formats'>): CompiledFlow['messages'] {
  const needed = new Set<string>(['missing', 'type']);
  if (choices.length > 0) needed.add('option');
  if (rules.length > 0) needed.add('rule');
  if (forbidden.length > 0) needed.add('forbidden');
  for (const {value, expects} of fields) {
    for (const id of schemaMessages(value)) {
      const isForm = id in ((value.items ?? value).patterns ?? {});
      needed.add(isForm && expects ? 'expects' : id);
    }
  }
  for (const {format} of files) needed.add(format);
  return Object.fromEntries(
    Object.entries({...answerMessages, ...refusals}).filter(([id]) => needed.has(id)),
  );
}

/** The messages about what a schema says, and about what goes for all values of its type. */
function schemaMessages({type, patterns, items, ...schema}: ValueSchema): string[] {
  const ids = Object.keys({...schema, ...patterns});
  if (type === 'string') ids.push('lineBreak', 'control', 'maxLength');
  if (type === 'array') ids.push('maxItems', ...schemaMessages(items ?? {type: 'string'}));
  if (patterns) ids.push('outerSpace');
  return ids;
}
