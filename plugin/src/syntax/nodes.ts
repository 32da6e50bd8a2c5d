import type {Node} from 'unist';
import type {MarkdocTag} from './types.js';

/** Whether this is a tag, of this name where one is given. */
export function isTag(node: object, name?: string): node is MarkdocTag {
  if (!('type' in node) || node.type !== 'markdocTag') return false;
  return name === undefined || (node as MarkdocTag).name === name;
}

/** Whether a node is text that is nothing but space. */
export function isBlank(node: Node): boolean {
  return node.type === 'text' && 'value' in node && /^\s*$/.test(String(node.value));
}
