import {createProcessor} from '@mdx-js/mdx';
import type {Root} from 'mdast';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import type {Plugin} from 'unified';
import type {Node, Position} from 'unist';
import {remarkTagSyntax, type TagAttribute} from '../../src/syntax/index.js';

export const formats = ['md', 'mdx'] as const;
export type Format = (typeof formats)[number];

/** A parser as Docusaurus makes it: tags first, then directives, then GFM. */
function parser(format: Format, tags: boolean): (source: string) => Root {
  const remarkPlugins = [...(tags ? [remarkTagSyntax as Plugin] : []), remarkDirective, remarkGfm];
  const processor = createProcessor({format, remarkPlugins});
  return (source) => processor.parse(source) as Root;
}

const parsers = {md: parser('md', true), mdx: parser('mdx', true)};
const plainParsers = {md: parser('md', false), mdx: parser('mdx', false)};

/** The tree of a page. */
export function parse(source: string, format: Format = 'md'): Root {
  return parsers[format](source);
}

/** The tree of a page as it is without Markdoc. */
export function parseWithoutTags(source: string, format: Format = 'md'): Root {
  return plainParsers[format](source);
}

/**
 * A tree on one line, without positions: `paragraph["Press " inline:kbd["Enter"]]`, `block:image/(src="/a.png")`,
 * `fault:tag-unclosed("{%")`.
 */
export function outline(node: Node): string {
  const each = node as Node & {[key: string]: unknown};
  const children = Array.isArray(each.children)
    ? (each.children as Node[]).map(outline).join(' ')
    : undefined;
  switch (node.type) {
    case 'root':
      return children ?? '';
    case 'text':
      return JSON.stringify(each.value);
    case 'markdocTag': {
      const kind = each.inline ? 'inline' : 'block';
      const attributes = outlineAttributes(each.attributes as TagAttribute[]);
      return `${kind}:${each.name}${each.selfClosing ? '/' : ''}${attributes}${children ? `[${children}]` : ''}`;
    }
    case 'markdocFault':
      return `fault:${(each.problem as {rule: string}).rule}(${JSON.stringify(each.value)})`;
    case 'markdocAnnotation':
      return `annotation${outlineAttributes(each.attributes as TagAttribute[])}`;
    default: {
      const value = typeof each.value === 'string' ? `(${JSON.stringify(each.value)})` : '';
      return `${node.type}${value}${children ? `[${children}]` : ''}`;
    }
  }
}

/** `(title="A" .wide)`, or nothing where there is none. */
export function outlineAttributes(attributes: readonly TagAttribute[]): string {
  if (attributes.length === 0) return '';
  const written = attributes.map(({kind, name, value}) =>
    kind === 'class' ? `.${name}` : `${name}=${JSON.stringify(value)}`,
  );
  return `(${written.join(' ')})`;
}

/** `1:3-1:9` */
export function place(position: Position | undefined): string {
  if (!position) return 'nowhere';
  const {start, end} = position;
  return `${start.line}:${start.column}-${end.line}:${end.column}`;
}

/** Every node of the tree, parents before their children. */
export function nodesOf(node: Node): Node[] {
  const children = 'children' in node ? (node.children as Node[]) : [];
  return [node, ...children.flatMap(nodesOf)];
}
