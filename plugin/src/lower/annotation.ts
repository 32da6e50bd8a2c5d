import type {NodeType} from '@markdoc/markdoc';
import type {Properties} from 'hast';
import type {Node, Parent} from 'unist';
import {addProperties} from '../jsx/box.js';
import {isTightItem} from '../markdoc/nodes.js';
import {validateAnnotation} from '../markdoc/validate.js';
import {Markdoc} from '../markdoc.js';
import type {Problem} from '../problems.js';
import {type MarkdocAnnotation, valuesOf} from '../syntax/index.js';
import {idAndClasses} from '../tags/tag.js';
import type {Evaluator} from './evaluator.js';
import {sourceBox} from './source-box.js';

/** The blocks that can be annotated, under the names that Markdoc has for them. */
const annotated: {readonly [type: string]: NodeType} = {
  heading: 'heading',
  paragraph: 'paragraph',
  listItem: 'item',
  // What a cell of the body may have, one of the head may have too.
  tableCell: 'th',
};

/** Whether an annotation may stand in the children of this node: it is a text, or a part of one. */
export function holdsText({type}: Node): boolean {
  return (
    type in annotated ||
    ['delete', 'emphasis', 'link', 'linkReference', 'mdxJsxTextElement', 'strong'].includes(type)
  );
}

/**
 * Gives the attributes of `{% #id .class %}` to the block in whose text they stand: a heading, a paragraph, a list item
 * or a table cell. They are removed from the text, with the space before them.
 *
 * @param parents What the block stands in, outermost first: the paragraph of a tight list item is not shown, so its item is annotated.
 */
export function annotate(block: Node, parents: readonly Node[], page: Evaluator): Problem[] {
  if (!(block.type in annotated)) return [];
  const annotations = takeAnnotations(block as Parent);
  if (annotations.length === 0) return [];
  const written = annotations.flatMap((annotation) => annotation.attributes);
  const found: Problem[] = [];
  const evaluated = page.evaluateAll(written, found);
  // What an attribute without a value lacks beside the value is said already.
  const failed = new Set(found.map(({position}) => position));
  const attributes = evaluated.filter(({position}) => !failed.has(position));
  const [list, item] = parents.slice(-2);
  const owner = block.type === 'paragraph' && item && isTightItem(item, list) ? item : block;
  const type = annotated[owner.type] ?? 'paragraph';
  const faults = validateAnnotation(type, attributes, Markdoc.nodes[type as 'item'] ?? {});
  const [first] = faults;
  if (first) {
    const boxes = annotations.map(({value}) => sourceBox(value, first.message, true));
    (block as Parent).children.push(...boxes);
  } else {
    const {id, class: _, ...others} = valuesOf(attributes);
    addProperties(owner, {...(others as Properties), ...idAndClasses(attributes)});
  }
  return [...found, ...faults];
}

/** Removes the annotations from a text. */
function takeAnnotations(parent: Parent): MarkdocAnnotation[] {
  const found: MarkdocAnnotation[] = [];
  const rest: Node[] = [];
  for (const child of parent.children) {
    if (child.type === 'markdocAnnotation') found.push(child as MarkdocAnnotation);
    else {
      if ('children' in child && holdsText(child) && !(child.type in annotated)) {
        found.push(...takeAnnotations(child as Parent));
      }
      rest.push(child);
    }
  }
  if (rest.length < parent.children.length) {
    const last = rest.at(-1);
    if (last?.type === 'text' && 'value' in last) last.value = String(last.value).trimEnd();
    parent.children = rest;
  }
  return found;
}
