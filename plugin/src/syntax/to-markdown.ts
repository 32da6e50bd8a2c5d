import type {Handle, Options} from 'mdast-util-to-markdown';
import {Markdoc} from '../markdoc.js';
import {valuesOf} from './attributes.js';
import type {
  MarkdocAnnotation,
  MarkdocFault,
  MarkdocTag,
  MarkdocTagMarker,
  MarkdocValue,
} from './types.js';

declare module 'unified' {
  interface Data {
    toMarkdownExtensions?: Options[];
  }
}

declare module 'mdast-util-to-markdown' {
  interface ConstructNameMap {
    markdocTag: 'markdocTag';
  }
}

/** An extension of `mdast-util-to-markdown` that writes tags, values and annotations back. */
export function tagToMarkdown(): Options {
  return {
    handlers: {
      markdocTag: writeTag,
      markdocTagMarker: writeSource,
      markdocValue: writeSource,
      markdocAnnotation: writeSource,
      markdocFault: writeSource,
    },
    unsafe: [{character: '{', after: '%', inConstruct: 'phrasing'}],
  };
}

const writeSource: Handle = (
  node: MarkdocAnnotation | MarkdocFault | MarkdocTagMarker | MarkdocValue,
) => node.value;

const writeTag: Handle = (node: MarkdocTag, _parent, state, info) => {
  // Markdoc's own formatter writes the attributes, in the form in which its grammar reads them.
  const ast = new Markdoc.Ast.Node('tag', valuesOf(node.attributes), [], node.name);
  ast.inline = true;
  const selfClosing = Markdoc.format(ast).trim();
  if (node.selfClosing) return selfClosing;
  const opening = selfClosing.replace(/ ?\/%}$/, ' %}');
  const closing = `{% /${node.name} %}`;
  const exit = state.enter('markdocTag');
  const children = node as never;
  const content = node.inline
    ? state.containerPhrasing(children, {...info, before: '}', after: '{'})
    : `\n\n${state.containerFlow(children, info)}\n\n`;
  exit();
  return opening + content + closing;
};
