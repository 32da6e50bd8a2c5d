import type {Function as MarkdocFunction, Variable} from '@markdoc/markdoc';
import type {Literal, Parent, Position} from 'unist';
import type {Problem} from '../problems.js';

/**
 * One attribute of a tag, with the place where it was written.
 *
 * ```markdown
 * > | {% image src="/a.png" .wide /%}
 *              ^^^^^^^^^^^^ ^^^^^
 * ```
 */
export interface TagAttribute {
  /** `class` for the shortcut `.wide`, `attribute` for everything else (`#top` is the attribute `id`). */
  kind: 'attribute' | 'class';
  /** The attribute's name (`primary` for a value without one), or the class. */
  name: string;
  /** A plain value, or Markdoc's `Variable` or `Function`. */
  value: unknown;
  /** The value is what the written one has come to: what a site has put into it is not looked into. */
  isEvaluated?: true;
  /** From the first character of the name to the last of the value. */
  position: Position;
}

/**
 * A Markdoc tag with what it encloses.
 *
 * ```markdown
 * > | {% note title="Mind the gap" %}
 *     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 * > | Text.
 * > | {% /note %}
 *     ^^^^^^^^^^^
 * ```
 */
export interface MarkdocTag extends Parent {
  type: 'markdocTag';
  name: string;
  /** Whether the tag stands inside a line of text rather than on lines of its own. */
  inline: boolean;
  /** Whether it was written `{% name /%}`. */
  selfClosing: boolean;
  attributes: TagAttribute[];
  /** Where the opening tag stands; `position` also covers the content and the closing tag. */
  opening: Position;
}

/** An opening or closing tag before it has found its counterpart. None is left in a finished tree. */
export interface MarkdocTagMarker extends Literal {
  type: 'markdocTagMarker';
  kind: 'open' | 'close' | 'selfClosing';
  name: string;
  inline: boolean;
  attributes: TagAttribute[];
  /** The tag as it was written. */
  value: string;
}

/** A value to be shown, a variable or the result of a function: `Version {% $version %}`. */
export interface MarkdocValue extends Literal {
  type: 'markdocValue';
  content: Variable | MarkdocFunction;
  value: string;
}

/** Attributes for the node in which they stand: `# Heading {% #id .class %}`. */
export interface MarkdocAnnotation extends Literal {
  type: 'markdocAnnotation';
  attributes: TagAttribute[];
  value: string;
}

/** Something that was meant as a tag and is none: its source, and what is wrong with it. */
export interface MarkdocFault extends Literal {
  type: 'markdocFault';
  inline: boolean;
  /** The source, to be shown where a faulty page is shown at all. */
  value: string;
  problem: Problem;
  /** Whether its problem is the one of its counterpart, and told there. */
  reported?: boolean;
  /** The tag that it would be, were it closed: name and attributes may be wrong as well, and perhaps it needs no closing tag. */
  tag?: MarkdocTag;
  /**
   * For a closing tag whose name is nearly that of the tag it was to close: the opening one. Which of the two names is
   * wrong only those can say who know the tags.
   */
  opening?: {name: string; position: Position | undefined};
  /** The name of such a closing tag. */
  name?: string;
}

interface MarkdocContent {
  markdocTag: MarkdocTag;
  markdocTagMarker: MarkdocTagMarker;
  markdocValue: MarkdocValue;
  markdocAnnotation: MarkdocAnnotation;
  markdocFault: MarkdocFault;
}

declare module 'mdast' {
  interface RootContentMap extends MarkdocContent {}
  interface PhrasingContentMap extends MarkdocContent {}
  interface BlockContentMap extends Omit<MarkdocContent, 'markdocAnnotation'> {}
}

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    /** A whole tag on lines of its own. */
    markdocBlockTag: 'markdocBlockTag';
    /** A whole tag in a line of text. */
    markdocInlineTag: 'markdocInlineTag';
    /** The part of a tag that stands on one line. */
    markdocTagChunk: 'markdocTagChunk';
    /** An opening delimiter that nothing closes. */
    markdocUnclosedDelimiter: 'markdocUnclosedDelimiter';
  }
}
