import type {Node, Parent} from 'unist';
import {addProperties, box} from '../jsx/box.js';
import {isLoose, isNothing, nameOf} from '../markdoc/nodes.js';
import {isTag, type MarkdocTag} from '../syntax/index.js';
import {placeCondition} from './parts.js';
import {idAndClasses, type LowerContext, type Tag} from './tag.js';

/**
 * `{% table %} … {% /table %}`: Markdoc's table, in which each row is a list, so that a cell can hold whatever an item can.
 *
 * The lists become cells before their content is lowered: an annotation at the end of an item (`{% colspan=2 %}`) is then the
 * cell's, and pictures and links in it are the page's. A table in GFM's syntax stays what it is.
 */
export const table: Tag = {
  description: 'A table whose rows are lists, with anything in its cells.',
  inline: false,
  attributes: {},
  prepare(tag, context) {
    const content = tag.children.filter((child) => !isNothing(child));
    const [first, ...rest] = content;
    if (!first || first.type === 'table') return;
    // Without a list before the first rule, there are no headings.
    const head = first.type === 'list' ? [row(first as Parent, 'th')] : [];
    const body = rowsOf(head.length > 0 ? rest : content, context);
    tag.children = [
      ...(head.length > 0 ? [box('thead', {}, head)] : []),
      box('tbody', {}, body),
    ] as MarkdocTag['children'];
  },
  lower(tag) {
    const {className = [], ...others} = idAndClasses(tag.attributes);
    const hProperties = {...others, className: ['markdoc-table', ...className]};
    const [first] = tag.children;
    if (first?.type === 'table') {
      addProperties(first, hProperties);
      return tag.children;
    }
    return tag.children.length > 0 ? [box('table', hProperties, tag.children, tag.position)] : [];
  },
};

/** Lists as rows, in conditions too. */
function rowsOf(nodes: readonly Node[], context: LowerContext): Node[] {
  return nodes.flatMap((node) => {
    if (node.type === 'list') return [row(node as Parent, 'td')];
    if (isTag(node, 'if')) {
      placeCondition(node, {name: 'row', place: 'cells'});
      node.children = rowsOf(node.children, context) as MarkdocTag['children'];
      return [node];
    }
    if (isTag(node, 'else')) return [node];
    if (node.type !== 'thematicBreak' && !isNothing(node)) {
      const found = node.type === 'markdocTag' ? `tag ${nameOf(node)}` : nameOf(node);
      context.report(
        'table-syntax',
        `Found ${found} where a list was expected. Make sure all content inside table cells is indented.`,
        node,
      );
    }
    return [];
  });
}

function row(list: Parent, cell: 'td' | 'th'): Node {
  const loose = isLoose(list);
  return box(
    'tr',
    {},
    list.children.map((item) => ({
      type: 'tableCell',
      data: {hName: cell},
      children: loose ? (item as Parent).children : tightContent(item as Parent),
      position: item.position,
    })),
  );
}

/** In a tight list, a text is no paragraph. */
function tightContent(item: Parent): Node[] {
  return item.children.flatMap((child) =>
    child.type === 'paragraph' ? (child as Parent).children : [child],
  );
}
