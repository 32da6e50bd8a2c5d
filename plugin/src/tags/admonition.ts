import {box} from '../jsx/box.js';
import {idAndClasses, type Tag, text} from './tag.js';

/** The admonitions that the theme renders; `important` is added by our own theme. */
const types = ['important', 'note', 'tip', 'info', 'warning', 'danger', 'caution'] as const;

type AdmonitionType = (typeof types)[number];

/** `{% note title="…" %}`: what Docusaurus makes of `:::note[…]`. */
function admonition(type: AdmonitionType): Tag {
  return {
    description: `A box of the kind \`${type}\`.`,
    inline: false,
    aloneIsBlock: true,
    attributes: {
      title: {type: String, description: 'The heading; without it, the name of the kind.'},
    },
    lower(tag, context) {
      const title = text(context, 'title');
      const properties = {type, ...(title && {title}), ...idAndClasses(tag.attributes)};
      return [box('admonition', properties, tag.children, tag.position)];
    },
  };
}

/** A tag for each of them. */
export const admonitions = Object.fromEntries(
  types.map((type) => [type, admonition(type)]),
) as Record<AdmonitionType, Tag>;
