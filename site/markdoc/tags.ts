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
