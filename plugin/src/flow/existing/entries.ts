import type {Scalar} from '../types.js';
import type {Finding, TextPlace} from './rules.js';

/** A key of the file, or a named item of a list, wherever it is nested. */
export interface Entry extends TextPlace {
  /** The keys that lead to it, its own last. */
  readonly path: readonly string[];
  /** Its name in the file, where that is another one and right all the same. */
  readonly name?: string;
  /** Where the value stands; where there is none, the key's place. */
  readonly at: TextPlace;
  /** The last line of the value. */
  readonly endLine: number;
  /** What the target reads; `undefined` for a map, and for what cannot be known. */
  readonly value?: Scalar | readonly Scalar[];
  /** Where the items of a list stand. */
  readonly items?: readonly TextPlace[];
  /** The line of the same key in the same block, above this one. */
  readonly again?: number;
  /** It holds other entries. */
  readonly isMap?: true;
  /** The value depends on variables outside of the file. */
  readonly isOpen?: true;
  /** What is wrong with how the value is written. It matters only to those who know the key. */
  readonly faults?: readonly Finding[];
  /** A scalar as it is written, without quotes: `00123` where the value is 123. */
  readonly source?: string;
}

/** Deeper than this no file is read: aliases can make a short text into a huge one, and no configuration goes so deep. */
export const maxDepth = 20;

/** A file as far as it could be read. */
export interface Reading {
  readonly entries: readonly Entry[];
  readonly findings: readonly Finding[];
}

/** What stands somewhere in a file. */
type Placed = Pick<Entry, 'path'>;

/** Whether something is filled in there. A block has no value of its own. */
export function hasValue({value}: Pick<Entry, 'value'>): boolean {
  return value !== undefined && value !== null && value !== '';
}

/** A path as one text, to compare by. No key contains a line feed. */
export function pathKey(path: readonly string[]): string {
  return path.join('\n');
}

/** The last key of a path. */
export function nameOf({path}: Placed): string {
  return path.at(-1) ?? '';
}

/** The path of what a key is in; the file itself has none. */
export function parentOf({path}: Placed): readonly string[] {
  return path.slice(0, -1);
}

/** Whether a key stands right in what has this path. */
export function isChildOf(entry: Placed, parent: readonly string[]): boolean {
  return pathKey(parentOf(entry)) === pathKey(parent);
}
