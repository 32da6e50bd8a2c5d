import type {Handle, Options, State} from 'mdast-util-to-markdown';
import {Markdoc} from '../markdoc.js';
import {valuesOf} from './attributes.js';
import type {
  MarkdocAnnotation,
  MarkdocFault,
  MarkdocTag,
  MarkdocTagMarker,
  MarkdocValue,
  TagAttribute,
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
  _parent,
  state,
) => inCell(node.value, state);

const writeTag: Handle = (node: MarkdocTag, _parent, state, info) => {
  const head = inCell(['{%', node.name, ...node.attributes.map(writeAttribute)].join(' '), state);
  if (node.selfClosing) return `${head} /%}`;
  const opening = `${head} %}`;
  const closing = `{% /${node.name} %}`;
  const exit = state.enter('markdocTag');
  const children = node as never;
  const content = node.inline
    ? state.containerPhrasing(children, {...info, before: '}', after: '{'})
    : `\n\n${state.containerFlow(children, info)}\n\n`;
  exit();
  return opening + content + closing;
};

/** In the cell of a table, a bar is written with a backslash. */
function inCell(source: string, {stack}: State): string {
  return (stack as string[]).includes('tableCell') ? source.replaceAll('|', '\\|') : source;
}

/** Markdoc's own formatter writes each attribute by itself: an object with all of them would lose their order, and one of two alike. */
function writeAttribute(attribute: TagAttribute): string {
  const tag = new Markdoc.Ast.Node('tag', valuesOf([attribute]), [], 'a');
  tag.inline = true;
  return Markdoc.format(tag).trim().slice('{% a '.length, -' /%}'.length);
}
