import type {Processor} from 'unified';
import {tagFromMarkdown} from './from-markdown.js';
import {exceptTags, tagSyntax} from './syntax.js';
import {tagToMarkdown} from './to-markdown.js';

/** Teaches remark to read and write Markdoc tags, without giving them a meaning. */
export function remarkTagSyntax(this: Processor): undefined {
  const data = this.data();
  const {parser} = this;
  let hasTags = true;
  // Pages without tags are read as they are without us.
  if (parser) {
    this.parser = (document, file) => {
      hasTags = document.includes('{%');
      return parser(document, file);
    };
  }
  const syntax = tagSyntax(() => hasTags);
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []).map(exceptTags), syntax];
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), tagFromMarkdown()];
  data.toMarkdownExtensions = [...(data.toMarkdownExtensions ?? []), tagToMarkdown()];
}
