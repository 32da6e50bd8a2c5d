import type {Schema} from '@markdoc/markdoc';
import type {Node} from 'unist';
import {slotName} from '../markdoc/tree.js';
import type {MarkdocTag} from '../syntax/index.js';
import type {Tag} from './tag.js';

/** `{% slot "name" %} … {% /slot %}`: what a tag of the site's own shows in another place than its content. */
export const slot: Tag = {
  description: 'A part of a tag that its component shows in a place of its own.',
  attributes: {primary: {type: String, required: true, description: 'The name of the slot.'}},
  lower(tag, context) {
    if (context.parent?.type !== 'markdocTag') {
      const message = `Invalid slot: '${context.get('primary')}'`;
      const help = 'A slot stands on lines of its own, directly in a tag that knows it.';
      context.report('slot-undefined', message, undefined, help);
    }
    // The tag around it takes it away.
    return [tag];
  },
};

/** Takes the `{% slot "name" %}` tags out of what a tag encloses, where its schema has slots. */
export function takeSlots(
  tag: MarkdocTag,
  schema: Schema,
): {slots: {name: string; nodes: Node[]}[]; rest: Node[]} {
  const slots: {name: string; nodes: Node[]}[] = [];
  const rest: Node[] = [];
  for (const child of tag.children) {
    const name = slotName(child);
    if (name === undefined) rest.push(child);
    else {
      const render = schema.slots?.[name]?.render;
      const nodes = (child as MarkdocTag).children;
      if (render !== false) slots.push({name: typeof render === 'string' ? render : name, nodes});
    }
  }
  return {slots, rest};
}
