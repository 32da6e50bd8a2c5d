import type {ValidationError} from '@markdoc/markdoc';
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
    description: `A box of the kind \`${type}\`.`,
    inline: false,
    aloneIsBlock: true,
    attributes: {
      title: {type: String, description: 'The heading; without it, the name of the kind.'},
      noteType: {
        type: String,
        description: `Another kind, as OpenMetadata writes it: ${admonitionTypes.join(', ')}.`,
        validate: checkType,
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

/** Like Markdoc's `matches`, without regard to case. */
function checkType(value: unknown): ValidationError[] {
  if ((admonitionTypes as readonly string[]).includes(String(value).toLowerCase())) return [];
  const types = JSON.stringify(admonitionTypes);
  const message = `Attribute 'noteType' must match one of ${types}. Got '${value}' instead.`;
  return [{id: 'attribute-value-invalid', level: 'error', message}];
}
