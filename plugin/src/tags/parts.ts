import type {Heading} from 'mdast';
import type {Node, Parent} from 'unist';
import {isNothing, nameOf} from '../markdoc/nodes.js';
import {isTag, type MarkdocTag} from '../syntax/index.js';
import type {LowerContext} from './tag.js';

/** What the tag around a part tells it. */
interface PartData {
  /** The tag to which the part belongs; without it, the part stands in the wrong place. */
  markdocOwner?: string;
  /** The level of a step's heading. */
  markdocLevel?: Heading['depth'];
  /** For a condition: the parts that stand under it. */
  markdocParts?: Parts;
}

/** What stands under a condition, where no element can be around it. */
export interface Parts {
  /** One of them, as an author knows it. */
  readonly name: string;
  /** What the condition can be put into. */
  readonly place: string;
}

/** Tells a condition that parts of a tag stand under it. */
export function placeCondition(condition: MarkdocTag, parts: Parts): void {
  condition.data = {...condition.data, markdocParts: parts} as PartData;
}

/** The parts of a tag that stand under a condition, if that is what does. */
export function partsUnder(condition: MarkdocTag): Parts | undefined {
  return (condition.data as PartData | undefined)?.markdocParts;
}

/**
 * Finds the parts of a tag, each `tab` of `tabs`, and reports what else stands there. To be called before the content is lowered.
 *
 * Parts may stand under conditions, and several on one line.
 *
 * @param told What the parts are told.
 */
export function placeParts(
  owner: MarkdocTag,
  part: string,
  context: LowerContext,
  told: PartData = {},
): void {
  const visit = (parent: Parent) => {
    // The content of a part whose tags cannot be read stands here as if it belonged to the tag around it.
    const isTorn = parent.children.some(isFault);
    for (const child of parent.children) {
      if (isTag(child, part)) {
        child.data = {...child.data, markdocOwner: owner.name, ...told} as PartData;
      } else if (isTag(child, 'if')) {
        placeCondition(child, {name: `'${part}'`, place: part});
        visit(child);
      } else if (isLineOf(child, part)) {
        visit(child);
      } else if (!isTorn && !isTag(child, 'else') && !isNothing(child)) {
        const message = `Can't nest '${nameOf(child)}' in '${owner.name}'`;
        context.report('child-invalid', message, child, `Put it into a '${part}' tag.`);
      }
    }
  };
  visit(owner);
}

/** What the tag around a part has told it; reports a part that stands somewhere else. */
export function partData(part: MarkdocTag, owner: string, context: LowerContext): PartData {
  const data: PartData = part.data ?? {};
  if (data.markdocOwner !== owner) {
    const message = `'${part.name}' belongs into a '${owner}' tag, at its top level`;
    context.report('parent-invalid', message);
  }
  return data;
}

/** Whether this is something that was meant as a tag and cannot be read, or a paragraph with it. */
function isFault(node: Node): boolean {
  if (node.type === 'paragraph') return (node as Parent).children.some(isFault);
  return node.type === 'markdocFault';
}

/** Whether a paragraph holds nothing but parts: `{% tab label="A" %}Text{% /tab %}`. */
function isLineOf(node: Node, part: string): node is Parent {
  if (node.type !== 'paragraph') return false;
  const {children} = node as Parent;
  return children.every((child) => isTag(child, part) || isNothing(child));
}
