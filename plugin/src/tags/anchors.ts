import type {MdxJsxFlowElement} from 'mdast-util-mdx';
import type {Node} from 'unist';
import {clientModule, plainAttributes} from './page-modules.js';
import type {LowerContext} from './tag.js';

/**
 * An element that tells Docusaurus's check of links the ids in a page that its tags and annotations have made. Those of headings it knows.
 *
 * @param tree The page, when its tags are lowered.
 * @returns `undefined` where there are none.
 */
export function anchors(
  tree: Node,
  importModule: LowerContext['importModule'],
): MdxJsxFlowElement | undefined {
  const ids = idsIn(tree);
  if (ids.length === 0) return undefined;
  return {
    type: 'mdxJsxFlowElement',
    name: importModule(clientModule, 'MarkdocAnchors', 'MarkdocAnchors'),
    attributes: plainAttributes({ids}),
    children: [],
  };
}

function idsIn(node: Node): string[] {
  const {data, attributes, children = []} = node as Node & Partial<Element>;
  // Those of directives are no list, and not ours.
  const written = Array.isArray(attributes)
    ? attributes.find(({name}) => name === 'id')
    : undefined;
  const id = data?.hProperties?.id ?? written?.value;
  const own = typeof id === 'string' && node.type !== 'heading' ? [id] : [];
  return [...own, ...children.flatMap(idsIn)];
}

/** What nodes of all kinds may have of it. */
interface Element {
  data: {hProperties?: {id?: unknown}};
  attributes: readonly {name?: string; value?: unknown}[] | object;
  children: readonly Node[];
}
