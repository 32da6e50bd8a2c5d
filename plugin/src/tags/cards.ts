import type {Link} from 'mdast';
import {isSafeAddress} from '../address.js';
import {box} from '../jsx/box.js';
import {element} from '../jsx/element.js';
import {partData, placeParts} from './parts.js';
import {propsOf, type Tag, text} from './tag.js';

/** `{% cards %} {% card title="Install" href="/install" %} … {% /card %} … {% /cards %}`: a list of links, side by side. */
export const cards = {
  description: 'Links to other pages, side by side.',
  inline: false,
  aloneIsBlock: true,
  attributes: {},
  prepare(tag, context) {
    placeParts(tag, 'card', context);
  },
  lower(tag, context) {
    return [element(context.importModule('@theme/Cards'), propsOf(tag), tag.children, false)];
  },
} satisfies Tag;

/**
 * `{% card title="Install" href="/install" icon="📦" %} … {% /card %}`
 *
 * The title is a Markdown link, so that Docusaurus resolves the path of a file and checks the address. The theme stretches it over the
 * whole card: what is read out as the link is the title alone, and there may be links in the text.
 */
export const card = {
  description: 'One of several `cards`.',
  inline: false,
  aloneIsBlock: true,
  attributes: {
    title: {type: String, required: true, description: 'The text of the link.'},
    href: {
      type: String,
      required: true,
      description: 'The address of a page, the path of its file, or a web address.',
    },
    icon: {type: String, description: 'An emoji in front of the title.'},
  },
  lower(tag, context) {
    partData(tag, 'cards', context);
    const url = text(context, 'href') ?? '';
    if (!isSafeAddress(url)) {
      context.report('address-unsafe', `'${url}' is no address of a page`, 'href');
    }
    const link: Link = {
      type: 'link',
      url,
      children: [{type: 'text', value: text(context, 'title') ?? ''}],
      position: tag.opening,
    };
    const header = box('div', {className: ['card__header']}, [link]);
    const body = box('div', {className: ['card__body']}, tag.children);
    const content = tag.children.length > 0 ? [header, body] : [header];
    const name = context.importModule('@theme/Cards/Card');
    return [element(name, propsOf(tag, {icon: text(context, 'icon')}), content, false)];
  },
} satisfies Tag;
