import type {Schema} from '@markdoc/markdoc';
import type {MdxJsxAttribute} from 'mdast-util-mdx';
import type {Node} from 'unist';
import {type element, plainAttributes} from '../jsx/element.js';
import {classNames, type ElementContext} from '../markdoc/element-names.js';
import type {Evaluated} from '../markdoc/evaluate.js';
import type {FlowFinder, ReaderState} from '../markdoc/reader-values.js';
import type {Problem} from '../problems.js';
import {attributeValue, type MarkdocTag, type TagAttribute} from '../syntax/index.js';

/** What a tag means: Markdoc's schema says how it may be written, `lower` what it becomes. */
export interface Tag extends Schema {
  /** Whether the tag, where it is all that a paragraph holds, takes the paragraph's place (`{% note %}Text{% /note %}` on one line). */
  aloneIsBlock?: boolean;
  /** Whether variables in its attributes may be missing, as they may in a condition. */
  optionalValues?: boolean;
  /** Whether its attributes may have values that only the reader's page knows; others report them. */
  runtimeValues?: boolean;
  /** Further attributes, which depend on what the tag says. */
  attributesFor?(tag: MarkdocTag, context: LowerContext): Schema['attributes'];
  /** Called before anything in the tag is lowered, for a tag that decides what of it is. */
  prepare?(tag: MarkdocTag, context: LowerContext): void;
  /**
   * Turns the tag into nodes that Docusaurus renders by itself.
   *
   * Called after everything in the tag was lowered. What is wrong beyond the schema is reported to the context. A tag with a
   * problem that is more than a warning is shown as source, whatever is returned.
   */
  lower(tag: MarkdocTag, context: LowerContext): Node[];
}

/** What a tag may know of and do to the page in which it stands. */
export interface LowerContext extends ElementContext, FlowFinder {
  /** The value of an attribute of the tag, or `undefined`; variables and functions are evaluated. */
  get(name: string): unknown;
  /** What an attribute comes to, of this tag or of another one in it; for a state, with what the reader has chosen in it. */
  evaluate(attribute: TagAttribute, state?: ReaderState): Evaluated;
  /** What the tag stands in. */
  parent: Node | undefined;
  /** Whether what comes of the tag is not needed: it is only looked for mistakes. */
  isCheck: boolean;
  /** Looks for mistakes, but for those of one rule, in nodes that will not be a part of the page. */
  checkOnly(nodes: Node[], except?: Problem['rule']): void;
  /** Looks for mistakes in what the tag is going to make something else of: they are mistakes of the tag. */
  checkBody(nodes: Node[]): void;
  /** Makes the page import a partial, and returns the element that shows it; reports a path that leads nowhere. */
  includePartial(
    file: string,
    variables?: Record<string, unknown>,
  ): ReturnType<typeof element> | undefined;
  /** Whether the picture exists where Docusaurus will look for it. */
  hasImage(src: string): boolean;
}

/** The text of an attribute, where it has one. */
export function text(context: LowerContext, name: string): string | undefined {
  const value = context.get(name);
  return value === undefined || value === null ? undefined : String(value);
}

/** The `id` and the classes among the attributes of a tag or an annotation, under the names that hast gives them. */
export function idAndClasses(attributes: readonly TagAttribute[]): {
  id?: string;
  className?: string[];
} {
  const id = attributeValue(attributes, 'id');
  const given = String(classNames(attributeValue(attributes, 'class')) ?? '');
  const className = [
    ...given.split(/\s+/).filter(Boolean),
    ...attributes.flatMap(({kind, name}) => (kind === 'class' ? [name] : [])),
  ];
  return {...(typeof id === 'string' && {id}), ...(className.length > 0 && {className})};
}

/** The attributes of a component that takes the tag's id and classes, beside others. */
export function propsOf(tag: MarkdocTag, others: Record<string, unknown> = {}): MdxJsxAttribute[] {
  const {id, className} = idAndClasses(tag.attributes);
  return plainAttributes({id, className: className?.join(' '), ...others});
}
