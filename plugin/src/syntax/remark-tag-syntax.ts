import type {Processor} from 'unified';
import {tagFromMarkdown} from './from-markdown.js';
import {tagSyntax} from './syntax.js';
import {tagToMarkdown} from './to-markdown.js';

/** Teaches remark to read and write Markdoc tags, without giving them a meaning. */
export function remarkTagSyntax(this: Processor): undefined {
  const data = this.data();
  const syntax = data.micromarkExtensions ?? [];
  data.micromarkExtensions = [...syntax, tagSyntax(syntax)];
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), tagFromMarkdown()];
  data.toMarkdownExtensions = [...(data.toMarkdownExtensions ?? []), tagToMarkdown()];
}
