import type {Properties} from 'hast';
import type {Node, Parent, Position} from 'unist';

/** An element of HTML, or of a directive of Docusaurus's, for which Markdown has no node. */
export interface MarkdocBox extends Parent {
  type: 'markdocBox';
  data: {hName: string; hProperties: Properties};
}

/** Makes one of them around nodes. */
export function box(
  hName: string,
  hProperties: Properties,
  children: readonly Node[],
  position?: Position,
): MarkdocBox {
  const data = {hName, hProperties};
  return {type: 'markdocBox', data, children: [...children], ...(position && {position})};
}

/** Adds to the properties that a node's element gets. */
export function addProperties(node: Node, hProperties: Properties): void {
  const data: {hProperties?: Properties} = node.data ?? {};
  node.data = {...data, hProperties: {...data.hProperties, ...hProperties}} as Node['data'];
}

declare module 'mdast' {
  interface RootContentMap {
    markdocBox: MarkdocBox;
  }
  interface BlockContentMap {
    markdocBox: MarkdocBox;
  }
  interface PhrasingContentMap {
    markdocBox: MarkdocBox;
  }
}
