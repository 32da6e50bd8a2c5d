import type {Schema} from '@markdoc/markdoc';
import type {Node} from 'unist';
import type {MarkdocTag} from '../syntax/index.js';
import type {Tag} from './tag.js';

/** `{% slot "name" %} … {% /slot %}`: what a tag of the site's own shows in another place than its content. */
export const slot: Tag = {
  description: 'A part of a tag that its component shows in a place of its own.',
  attributes: {primary: {type: String, required: true, description: 'The name of the slot.'}},
  lower(tag, context) {
    if (context.parent?.type !== 'markdocTag') {
      const help = 'A slot stands on lines of its own, directly in a tag that knows it.';
      context.report(
        'slot-undefined',
        `Invalid slot: '${context.get('primary')}'`,
        undefined,
        help,
      );
    }
    const node: SlotNode = {
      type: 'markdocSlot',
      name: String(context.get('primary') ?? ''),
      children: tag.children as Node[],
    };
    return [node as never];
  },
};

/** Takes the `{% slot "name" %}` tags out of what a tag encloses, where its schema has slots. */
export function takeSlots(
  tag: MarkdocTag,
  schema: Schema,
): {slots: {name: string; nodes: Node[]}[]; rest: Node[]} {
  const slots: {name: string; nodes: Node[]}[] = [];
  const rest: Node[] = [];
  for (const child of tag.children as Node[]) {
    const slot = slotOf(child);
    if (!slot) rest.push(child);
    else {
      const render = schema.slots?.[slot.name]?.render;
      if (render !== false)
        slots.push({name: typeof render === 'string' ? render : slot.name, nodes: slot.nodes});
    }
  }
  return {slots, rest};
}

/** A slot on its way to the tag around it. */
interface SlotNode extends Node {
  type: 'markdocSlot';
  name: string;
  children: Node[];
}

function slotOf(node: Node): {name: string; nodes: Node[]} | undefined {
  if (node.type !== 'markdocSlot') return undefined;
  const {name, children} = node as SlotNode;
  return {name, nodes: children};
}
