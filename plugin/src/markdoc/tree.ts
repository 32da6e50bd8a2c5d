import type {Node as MarkdocNode, NodeType} from '@markdoc/markdoc';
import type {Code, Nodes, Text} from 'mdast';
import type {Node, Parent} from 'unist';
import {Markdoc} from '../markdoc.js';
import {
  attributeValue,
  type MarkdocAnnotation,
  type MarkdocTag,
  type MarkdocValue,
  type TagAttribute,
  valuesOf,
} from '../syntax/index.js';
import {commentIn, isTightItem, markdocTypes} from './nodes.js';

/** The node of the page from which a node of Markdoc's was made; copies of the node have it too. */
const origin = Symbol('origin');

/** A node of Markdoc's that knows where it comes from. */
type Made = MarkdocNode & {[origin]?: Node};

/** The node of the page from which this one was made. */
export function originOf(node: MarkdocNode): Node | undefined {
  return (node as Made)[origin];
}

/**
 * Makes the nodes that Markdoc's parser would make of the same text, for what a site's schemas do with them.
 *
 * @param isOpaque Tags that no schema of the site looks into, and values that are known later. They, and what Markdoc has no node for (JSX,
 *   directives, footnotes), are nodes of the type `node`.
 * @param parent What the node stands in; for an item, its list.
 */
export function toMarkdoc(
  node: Node,
  isOpaque: (node: MarkdocTag | MarkdocValue) => boolean,
  parent?: Node,
): MarkdocNode {
  const make = (
    type: NodeType,
    attributes: object = {},
    children: MarkdocNode[] = [],
    tag?: string,
  ) => {
    const annotations = valuesOf(
      annotationsOf(node, parent).flatMap((annotation) => annotation.attributes),
    );
    const made: Made = new Markdoc.Ast.Node(type, {...attributes, ...annotations}, children, tag);
    made[origin] = node;
    const {start, end} = node.position ?? {};
    // Markdoc counts lines from 0, and names the line behind the last one.
    if (start && end) made.lines = [start.line - 1, end.line];
    return made;
  };
  const plain = (type: NodeType, children: MarkdocNode[] = [], attributes = {}) =>
    new Markdoc.Ast.Node(type, attributes, children);
  const all = (of: Parent) => of.children.flatMap((child) => each(child, of));
  const inline = (of: Parent) => [plain('inline', all(of))];
  const each = (child: Node, of = node): MarkdocNode[] => {
    if (child.type !== 'text') return [toMarkdoc(child, isOpaque, of)];
    // Markdoc has a node of its own for a line break in a text.
    return (child as Text).value
      .split('\n')
      .flatMap((content, index) => [
        ...(index > 0 ? [plain('softbreak')] : []),
        ...(content === '' ? [] : [plain('text', [], {content})]),
      ]);
  };

  const known = node as Nodes;
  switch (known.type) {
    case 'markdocTag': {
      if (isOpaque(known)) return make('node');
      const made = make('tag', valuesOf(known.attributes), [], known.name);
      made.inline = known.inline;
      for (const child of known.children) {
        const slot = slotName(child);
        if (slot === undefined) made.children.push(...each(child));
        else made.slots[slot] = make('tag', {primary: slot}, all(child as MarkdocTag), 'slot');
      }
      return made;
    }
    case 'markdocValue':
      return isOpaque(known) ? make('node') : make('text', {content: known.content});
    case 'paragraph':
      return make('paragraph', {}, inline(known));
    case 'heading':
      return make('heading', {level: known.depth}, inline(known));
    case 'list': {
      const {ordered, start} = known;
      const attributes = ordered ? {ordered: true, start: start ?? 1} : {ordered: false};
      return make('list', attributes, all(known));
    }
    case 'listItem': {
      // Markdoc, like HTML, has no paragraph in an item of a tight list.
      const isTight = isTightItem(known, parent);
      const content = known.children.flatMap((child) =>
        child.type === 'paragraph' && isTight ? inline(child) : each(child),
      );
      return make('item', {}, content);
    }
    case 'code': {
      const {value, lang} = known;
      const content = `${value}\n`;
      const attributes = lang ? {content, language: lang} : {content};
      return make('fence', attributes, [plain('text', [], {content})]);
    }
    case 'inlineCode':
      return make('code', {content: known.value});
    case 'link': {
      const {url, title} = known;
      return make('link', title ? {href: url, title} : {href: url}, all(known));
    }
    case 'image': {
      const {url, alt, title} = known;
      return make('image', {src: url, ...(alt && {alt}), ...(title && {title})});
    }
    case 'table': {
      const [head, ...body] = known.children.map((row, at) => {
        const cell = at === 0 ? 'th' : 'td';
        const cells = row.children.map((child) => plain(cell, inline(child)));
        return plain('tr', cells);
      });
      return make('table', {}, [plain('thead', head ? [head] : []), plain('tbody', body)]);
    }
    case 'text':
      return make('text', {content: known.value});
    case 'html': {
      const content = commentIn(known);
      return content === undefined ? make('node') : make('comment', {content});
    }
    case 'blockquote':
    case 'delete':
    case 'emphasis':
    case 'strong':
      return make(markdocTypes[known.type] ?? 'node', {}, all(known));
    case 'break':
    case 'thematicBreak':
      return make(markdocTypes[known.type] ?? 'node');
    default:
      return make('node');
  }
}

/** What a node stands in, as the functions of a schema are told of it: without what it encloses. */
export function toMarkdocParent(node: Node): MarkdocNode {
  return node.type === 'root'
    ? new Markdoc.Ast.Node('document')
    : toMarkdoc({...node, children: []} as Parent, () => false);
}

/** A fence with the attributes that stand behind its opening: it has no text in which an annotation could be. */
export function annotated(fence: Code, attributes: readonly TagAttribute[]): Code {
  // By `check` a fence speaks to us, and not to a schema.
  const others = attributes.filter(({name}) => name !== 'check');
  const annotation = {type: 'markdocAnnotation' as const, attributes: others, value: ''};
  return {...fence, data: {...fence.data, annotation}};
}

/** The annotations in a text, which are about its block; in an item of a tight list, about the item. */
export function annotationsOf(node: Node, parent?: Node): MarkdocAnnotation[] {
  if (node.type === 'code') return [(node as Code).data?.annotation ?? []].flat();
  if (!('children' in node)) return [];
  const isTight = isTightItem(node, parent);
  return (node as Parent).children.flatMap((child) => {
    if (child.type === 'markdocAnnotation') return [child as MarkdocAnnotation];
    return isTight && child.type === 'paragraph' ? annotationsOf(child) : [];
  });
}

/** The name of a slot; `undefined` for any other node. */
export function slotName(node: Node): string | undefined {
  if (node.type !== 'markdocTag') return undefined;
  const {name, attributes} = node as MarkdocTag;
  const slot = attributeValue(attributes, 'primary');
  return name === 'slot' && typeof slot === 'string' ? slot : undefined;
}

declare module 'mdast' {
  interface CodeData {
    /** What stands behind the opening of the fence. */
    annotation?: MarkdocAnnotation;
  }
}
