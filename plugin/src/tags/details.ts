import type {RootContent} from 'mdast';
import {idAndClasses, type Tag, text} from './tag.js';

/** `{% details summary="More" %} … {% /details %}`: what Docusaurus makes of the element `details`. */
export const details: Tag = {
  description: 'Content that the reader opens.',
  inline: false,
  aloneIsBlock: true,
  attributes: {
    summary: {type: String, description: 'The line that opens it; without it, “Details”.'},
    open: {type: Boolean, description: 'Whether it is open at first.'},
  },
  lower(tag, context) {
    const summary = text(context, 'summary');
    const line = {
      type: 'markdocSummary',
      data: {hName: 'summary'},
      children: [{type: 'text', value: summary ?? ''}],
    };
    const node = {
      type: 'markdocDetails',
      data: {
        hName: 'details',
        hProperties: {
          ...(context.get('open') === true && {open: true}),
          ...idAndClasses(tag.attributes),
        },
      },
      children: [...(summary ? [line] : []), ...tag.children],
      position: tag.position,
    };
    return [node as unknown as RootContent];
  },
};
