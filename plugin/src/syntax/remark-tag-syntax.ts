import type {Processor} from 'unified';
import {tagFromMarkdown} from './from-markdown.js';
import {exceptTags, tagSyntax} from './syntax.js';
import {tagToMarkdown} from './to-markdown.js';

/** Teaches remark to read and write Markdoc tags, without giving them a meaning. */
export function remarkTagSyntax(this: Processor): undefined {
  const data = this.data();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []).map(exceptTags), tagSyntax()];
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), tagFromMarkdown()];
  data.toMarkdownExtensions = [...(data.toMarkdownExtensions ?? []), tagToMarkdown()];
}
