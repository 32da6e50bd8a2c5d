import {tags} from 'docusaurus-plugin-markdoc/tags';

/**
 * The site's own tags, in the shape that Markdoc has for them. They are OpenMetadata's, whose pages this site can show as they are.
 *
 * What `render` names are the components in `src/components/index.ts`.
 */

/** Links to what comes next, side by side. */
export const inlineCalloutContainer = {
  render: 'InlineCalloutContainer',
  children: ['tag'],
};

/** One of them. */
export const inlineCallout = {
  render: 'InlineCallout',
  attributes: {
    /** A colour of OpenMetadata's palette, such as `violet-70`. */
    color: {type: String},
    /** The name of an icon; one that the site does not have is an arrow. */
    icon: {type: String},
    /** The title. */
    bold: {type: String, required: true},
    href: {type: String, required: true},
  },
};

/** Several fences of which one is shown, chosen by the word behind its three backticks. */
export const codeWithLanguageSelector = {
  render: 'CodeWithLanguageSelector',
  children: ['fence'],
  attributes: {
    title: {type: String},
    id: {type: String},
    /** The words, in the order of the tabs. */
    languagesArray: {type: Array},
    /** Pages may say it; readers have chosen for themselves. */
    theme: {type: String, render: false},
  },
};

const kinds = ['important', 'note', 'tip', 'info', 'warning', 'danger', 'caution'] as const;

/** The name of a kind, in small or in large letters. */
class Kind {
  validate(value: unknown) {
    if ((kinds as readonly unknown[]).includes(String(value).toLowerCase())) return [];
    const message = `Attribute 'noteType' must be one of ${kinds.join(', ')}. Got '${value}' instead.`;
    return [{id: 'attribute-value-invalid', level: 'error' as const, message}];
  }

  transform(value?: string) {
    return value?.toLowerCase();
  }
}

/** `{% note noteType="Warning" %}` is a box of another kind. */
export default Object.fromEntries(
  kinds.map((kind) => {
    const {attributes} = tags[kind];
    return [
      kind,
      {...tags[kind], attributes: {...attributes, noteType: {type: Kind, render: 'type'}}},
    ];
  }),
);
