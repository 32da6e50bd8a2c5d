import type {Node, Parent} from 'unist';
import {addProperties, box} from '../jsx/box.js';
import {isLoose, isNothing, nameOf} from '../markdoc/nodes.js';
import {isTag} from '../syntax/index.js';
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
    const rows = box('tbody', {}, body);
    tag.children = head.length > 0 ? [box('thead', {}, head), rows] : [rows];
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
      node.children = rowsOf(node.children, context);
      return [node];
    }
    if (isTag(node, 'else')) return [node];
    if (node.type !== 'thematicBreak' && !isNothing(node)) {
      const found = node.type === 'markdocTag' ? `tag ${nameOf(node)}` : nameOf(node);
      const message = `Found ${found} where a list was expected. Make sure all content inside table cells is indented.`;
      context.report('table-syntax', message, node);
    }
    return [];
  });
}

function row(list: Parent, hName: 'td' | 'th'): Node {
  const loose = isLoose(list);
  // In a tight list, a text is no paragraph.
  const contentOf = (child: Node) =>
    child.type === 'paragraph' && !loose ? (child as Parent).children : [child];
  const cells = (list.children as Parent[]).map(({children, position}) => {
    return {type: 'tableCell', data: {hName}, children: children.flatMap(contentOf), position};
  });
  return box('tr', {}, cells);
}
