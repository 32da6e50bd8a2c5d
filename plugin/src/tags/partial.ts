import {type Tag, text} from './tag.js';

/**
 * `{% partial file="/v1.6/deployment/configure-ingestion.md" /%}`: a module of its own, imported by the page.
 *
 * As an import it is compiled once however many pages include it, is part of the bundler's dependency graph and of its
 * cache, and Docusaurus puts its headings into the page's table of contents. See `jsx/page-modules.ts` for how ids stay unique.
 */
export const partial: Tag = {
  description: 'A piece of Markdown that several pages share.',
  selfClosing: true,
  inline: false,
  aloneIsBlock: true,
  attributes: {
    file: {
      type: String,
      required: true,
      description: 'Its path in the folder for partials.',
    },
    variables: {type: Object, description: 'Values for the variables in the partial.'},
  },
  lower(_tag, context) {
    const file = text(context, 'file');
    if (file === undefined) return [];
    const variables = context.get('variables') as Record<string, unknown> | undefined;
    const element = context.includePartial(file, variables);
    return element ? [element] : [];
  },
};
