import type {Heading} from 'mdast';
import {box} from '../jsx/box.js';
import {element} from '../jsx/element.js';
import {partData, placeParts} from './parts.js';
import {idAndClasses, propsOf, type Tag, text} from './tag.js';

const levels = [2, 3, 4, 5, 6] as const;

/**
 * `{% steps %} {% step title="Install" %} … {% /step %} … {% /steps %}`: an ordered list.
 *
 * The title of a step is a heading of the page, in the item of the list: it has an id, and is in the table of contents.
 */
export const steps = {
  description: 'Instructions, numbered.',
  inline: false,
  aloneIsBlock: true,
  attributes: {
    level: {
      type: Number,
      // Markdoc compares with what is listed; only its types say that this is text.
      matches: levels as readonly unknown[] as string[],
      default: 3,
      description: 'The level of the titles among the headings of the page.',
    },
  },
  prepare(tag, context) {
    const markdocLevel = levels.find((each) => each === context.get('level')) ?? 3;
    placeParts(tag, 'step', context, {markdocLevel});
  },
  lower(tag, context) {
    return [element(context.importModule('@theme/Steps'), propsOf(tag), tag.children, false)];
  },
} satisfies Tag;

/** `{% step title="Install" %} … {% /step %}` */
export const step = {
  description: 'One of several `steps`.',
  inline: false,
  aloneIsBlock: true,
  attributes: {
    title: {type: String, required: true, description: 'What is done; a heading of the page.'},
  },
  lower(tag, context) {
    const {markdocLevel = 3} = partData(tag, 'steps', context);
    const {id, className} = idAndClasses(tag.attributes);
    const title: Heading = {
      type: 'heading',
      depth: markdocLevel,
      children: [{type: 'text', value: text(context, 'title') ?? ''}],
      // Links lead to the heading.
      ...(id && {data: {hProperties: {id}}}),
      position: tag.opening,
    };
    const properties = className ? {className} : {};
    return [box('li', properties, [title, ...tag.children], tag.position)];
  },
} satisfies Tag;
