import type {RootContent} from 'mdast';
import {idAndClasses, type Tag, text} from './tag.js';

/** The admonitions that the theme renders; `important` is added by our own theme. */
export const admonitionTypes = [
  'important',
  'note',
  'tip',
  'info',
  'warning',
  'danger',
  'caution',
] as const;

type AdmonitionType = (typeof admonitionTypes)[number];

/**
 * `{% note title="…" %}`: what Docusaurus makes of `:::note[…]`.
 *
 * OpenMetadata's pages say `{% note noteType="Warning" %}` for a note of another type; the name is read without regard to
 * its case.
 */
export function admonition(type: AdmonitionType): Tag {
  return {
    description: `Text set apart as ${type}.`,
    inline: false,
    aloneIsBlock: true,
    attributes: {
      title: {type: String, description: 'The heading; without it, the name of the type.'},
      noteType: {
        type: String,
        matches: new RegExp(`^(${admonitionTypes.join('|')})$`, 'i'),
        description: `Another type, as OpenMetadata writes it: ${admonitionTypes.join(', ')}.`,
      },
    },
    lower(tag, context) {
      const title = text(context, 'title');
      const node = {
        type: 'markdocAdmonition',
        data: {
          hName: 'admonition',
          hProperties: {
            type: text(context, 'noteType')?.toLowerCase() ?? type,
            ...(title && {title}),
            ...idAndClasses(tag.attributes),
          },
        },
        children: tag.children,
        position: tag.position,
      };
      return [node as unknown as RootContent];
    },
  };
}
