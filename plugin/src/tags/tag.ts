import type {Schema} from '@markdoc/markdoc';
import type {PhrasingContent, RootContent} from 'mdast';
import type {MdxJsxFlowElement} from 'mdast-util-mdx';
import type {Problem} from '../problems.js';
import {attributeValue, type MarkdocTag} from '../syntax/index.js';

/**
 * What a tag means: Markdoc's schema says how it may be written, `lower` what it becomes.
 */
export interface Tag extends Schema {
  /** Whether the tag, where it is all that a paragraph holds, takes the paragraph's place (`{% note %}Text{% /note %}` on one line). */
  aloneIsBlock?: boolean;
  /**
   * Turns the tag into nodes that Docusaurus renders by itself.
   *
   * Called after everything in the tag was lowered. What is wrong beyond the schema is reported to the context. A tag with any
   * problem is shown as source, whatever is returned.
   */
  lower(tag: MarkdocTag, context: LowerContext): (RootContent | PhrasingContent)[];
}

/** What a tag may know of and do to the page in which it stands. */
export interface LowerContext {
  /** The value of an attribute of the tag, or `undefined`. */
  get(name: string): unknown;
  /** Reports a mistake in the tag: at an attribute where one is named, else at the whole opening tag. */
  report(rule: Problem['rule'], message: string, attribute?: string, help?: string): void;
  /** Makes the page import a partial, and returns the element that shows it; reports a path that leads nowhere. */
  includePartial(file: string): MdxJsxFlowElement | undefined;
  /** Whether the picture exists where Docusaurus will look for it. */
  hasImage(src: string): boolean;
}

/** The text of an attribute, where it has one. */
export function text(context: LowerContext, name: string): string | undefined {
  const value = context.get(name);
  return value === undefined || value === null ? undefined : String(value);
}

/** The `id` and the classes of a tag, under the names that hast gives them. */
export function idAndClasses(tag: MarkdocTag): {id?: string; className?: string[]} {
  const id = attributeValue(tag.attributes, 'id');
  const given = attributeValue(tag.attributes, 'class');
  const classes = [
    ...(typeof given === 'string' ? given.split(/\s+/) : []),
    ...Object.entries(given && typeof given === 'object' ? given : {}).flatMap(([name, on]) =>
      on ? [name] : [],
    ),
    ...tag.attributes.flatMap(({kind, name}) => (kind === 'class' ? [name] : [])),
  ];
  return {
    ...(typeof id === 'string' && {id}),
    ...(classes.length > 0 && {className: classes}),
  };
}
