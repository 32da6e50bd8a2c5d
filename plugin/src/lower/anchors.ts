import type {Node} from 'unist';
import {visit} from 'unist-util-visit';
import {element, plainAttributes} from '../jsx/element.js';
import {runtimeModule} from '../jsx/page-modules.js';
import type {LowerContext} from '../tags/tag.js';

/**
 * An element that tells Docusaurus's check of links the ids in a page that its tags and annotations have made. Those of headings it knows.
 *
 * @param tree The page, when its tags are lowered.
 * @returns `undefined` where there are none.
 */
export function anchors(
  tree: Node,
  importModule: LowerContext['importModule'],
): ReturnType<typeof element> | undefined {
  const ids: string[] = [];
  visit(tree, ({type, data}: Node & Anchored) => {
    // What the author's own elements have is as unknown to the check as without us.
    const id = data?.markdocId ?? data?.hProperties?.id;
    if (typeof id === 'string' && type !== 'heading') ids.push(id);
  });
  if (ids.length === 0) return undefined;
  const name = importModule(runtimeModule, 'MarkdocAnchors');
  return element(name, plainAttributes({ids}), [], false);
}

/** What nodes that we have made may have: elements say their ids as `element()` has them, others as hast will have them. */
interface Anchored {
  data?: {markdocId?: unknown; hProperties?: {id?: unknown}};
}
