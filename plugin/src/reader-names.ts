/**
 * The names under which a page knows what its reader has entered: the chooser and what shows values, the tags that write selectors, and
 * the script in the page's head (`client/reader-script.ts`) have them from here. Stored answers and links of before are read by them, so
 * that they stay.
 */

/** Where the browser keeps answers, as Docusaurus's storage takes it: choices between visits, values until the tab is closed. */
export const answerSlots = {
  choices: ['markdoc.choices', {persistence: 'localStorage'}],
  values: ['markdoc.values', {persistence: 'sessionStorage'}],
} as const;

/** The attribute of the document with the id of each flow to which there are answers, and a mark for each choice. */
export const marksAttribute = 'data-flows';

/**
 * The mark of an option that the reader has chosen.
 *
 * @example choiceMark('mail', 'security', 'tls') // 'mail.security=tls'
 */
export function choiceMark(flow: string, choice: string, option: string): string {
  return `${flow}.${choice}=${option}`;
}

/** The custom property of the document with a field's value; with `-example` behind it, the one that hides the example. */
export function valueProperty(flow: string, field: string): string {
  return `--flow-${flow}-${field}`;
}

/** What settings in an address begin with, behind `#`. */
export function linkPrefix(flow: string): string {
  return `flow=${encodeURIComponent(flow)}&`;
}

declare global {
  interface Window {
    /** Left behind by the script in the page's head: it sets attribute and properties anew. */
    __markdocFlows?: () => void;
  }
}
