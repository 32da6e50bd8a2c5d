import type {ContentWriter} from '../content-writer.js';
import type {Reading} from '../existing/entries.js';
import type {SourceMap} from '../source.js';
import type {Scalar} from '../types.js';

/** A value as it stands in a file: a scalar, or a list of scalars. */
export type FileValue = Scalar | readonly Scalar[];

/** What a page needs of a format: how a value is written so that all readers of the format read it alike. */
export interface Spelling {
  /** Every way to write a value, the most readable first; none where the readers disagree about all of them. */
  readonly spell: (value: FileValue) => readonly string[];
  /** What is read of a value in a format that knows only text. */
  readonly asText?: (value: FileValue) => string;
}

/** What a flow's file says of how its target reads it; each is a key of the file in the flow. */
export interface Traits {
  /** The target replaces `${NAME}` in the text before it reads it, and `${NAME:-value}` by the value where there is no such variable. */
  readonly variables?: boolean;
  /** Of several documents in one file only the first one is read. */
  readonly documents?: 'first';
  /** A key that each document has; one without it is read by nobody. */
  readonly documentKey?: string;
  /** The key by which the items of lists are known, such as `name`; without one they are known by their position. */
  readonly itemKey?: string;
  /** To the target `a.b` is a key of its own, and no `b` in `a`. Where that is not said, nothing is said about dots. */
  readonly dottedKeys?: false;
  /** The format in which the target reads each value once more: to that the quotes belong. */
  readonly then?: string;
}

/** What the check of existing files needs of a format. */
export interface Reader {
  /** Reads a text, however broken, into its keys with their places, and says what is wrong with it as a text. */
  readonly read: (text: string, traits: Traits) => Reading;
  /** Reads a value by itself: what the target does with what it has read from a file of another format. */
  readonly readValue?: ReadValue;
  /** A key with its value, on one line. */
  readonly pair: (key: string, value: string) => string;
  /**
   * What stands on several lines, on one.
   *
   * @param first the line of the key
   * @param inner what is in it; `undefined` where that is not known
   */
  readonly onOneLine: (
    first: string,
    inner: readonly string[] | undefined,
    kind: 'block' | 'list',
  ) => string;
  /** A file belongs to many programs: a key that is not known is no mistake by itself. */
  readonly isShared?: true;
}

/** What a value turns out to be when it is read by itself: a value, a block, or nothing, for a reason. */
export type ReadValue = (
  text: string,
) =>
  | {readonly value: FileValue; readonly source?: string}
  | {readonly isMap: true}
  | {readonly reason: string};

/** A parser that others have written: what a file is read back with when a flow is proven. */
export interface Parser {
  /** The package that it comes from, which is loaded when it is needed; JavaScript's own parser comes from none. */
  readonly package: string | undefined;
  /**
   * @param module the package
   * @param text a file, or a value that the target reads once more
   * @returns what it holds, as data
   * @throws an error that says why it cannot be read, with a `line`, counted from 1, where that is known
   */
  // A method, so that each parser can name the type of its own package.
  parse(module: unknown, text: string): unknown;
}

/** A language that files are written in: all that is known of it. */
export interface Format {
  /** What a page needs. */
  readonly spelling: Spelling;
  /** The name of the language for highlighting, as Prism knows it. */
  readonly language: string;
  /** How comments start; without it there are none. */
  readonly comment?: string;
  /** Writes the structure of a file. */
  readonly write: (content: SourceMap, writer: ContentWriter) => void;
  /** What is said of a value that has no spelling, with the placeholders `{label}` and `{file}`. Without it every value has one. */
  readonly refusal?: string;
  /** Parsers that read a file back; all must find the same. */
  readonly parsers: readonly Parser[];
  /** What comes between two files of the format that are printed one after the other, so that both together are right. */
  readonly between?: string;
  /** The packages that {@link loadReader} brings along. */
  readonly readerPackages: readonly string[];
  /** Loads what the check of existing files needs. */
  readonly loadReader: () => Promise<Reader>;
}
