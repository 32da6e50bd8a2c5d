import type {Text} from 'mdast';
import {box} from '../jsx/box.js';
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
    const line: Text = {type: 'text', value: summary ?? ''};
    const properties = {
      ...(context.get('open') === true && {open: true}),
      ...idAndClasses(tag.attributes),
    };
    const heading = summary ? [box('summary', {}, [line])] : [];
    return [box('details', properties, [...heading, ...tag.children], tag.position)];
  },
};
