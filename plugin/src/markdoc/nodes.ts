import type {NodeType} from '@markdoc/markdoc';
import type {Html} from 'mdast';
import type {Node, Parent} from 'unist';
import {isBlank} from '../syntax/index.js';

/** The name that Markdoc has for a kind of node. */
export const markdocTypes: {readonly [type: string]: NodeType} = {
  blockquote: 'blockquote',
  break: 'hardbreak',
  code: 'fence',
  delete: 's',
  emphasis: 'em',
  heading: 'heading',
  html: 'comment',
  image: 'image',
  inlineCode: 'code',
  link: 'link',
  list: 'list',
  listItem: 'item',
  paragraph: 'paragraph',
  strong: 'strong',
  table: 'table',
  text: 'text',
  thematicBreak: 'hr',
};

/** The name that Markdoc has for the kind of this node; it has none for HTML that is no comment. */
export function markdocTypeOf(node: Node): NodeType | undefined {
  return node.type === 'html' && commentIn(node as Html) === undefined
    ? undefined
    : markdocTypes[node.type];
}

/** What a comment in HTML says; `undefined` for other HTML. */
export function commentIn({value}: Html): string | undefined {
  const [, content] = /^\s*<!--((?:(?!-->).)*)-->\s*$/s.exec(value) ?? [];
  return content?.trim();
}

/** The name under which an author knows a node. */
export function nameOf(node: Node): string {
  return 'name' in node ? String(node.name) : (markdocTypeOf(node) ?? node.type);
}

/** Whether a node shows nothing: a comment, or blank text. */
export function isNothing(node: Node): boolean {
  const value = 'value' in node ? String(node.value) : undefined;
  switch (node.type) {
    case 'text':
      return isBlank(node);
    case 'html':
      return markdocTypeOf(node) === 'comment';
    case 'mdxFlowExpression':
      return /^\s*\/\*.*\*\/\s*$/s.test(value ?? '');
    // What cannot be read is reported as such.
    case 'markdocFault':
      return true;
    default:
      return false;
  }
}

/** Whether this is an item of a tight list: the paragraph in it is not shown. */
export function isTightItem(node: Node | undefined, list: Node | undefined): boolean {
  return node?.type === 'listItem' && !isLoose(list);
}

/** Whether the items of a list have paragraphs: as in HTML, one item with empty lines makes the whole list a loose one. */
export function isLoose(list: Node | undefined): boolean {
  const items = list && 'children' in list ? (list as Parent).children : [];
  return [list, ...items].some((each) => each && 'spread' in each && each.spread === true);
}
