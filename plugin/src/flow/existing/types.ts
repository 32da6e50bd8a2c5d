import type {Traits} from '../formats/format.js';
import type {Answers, ContentEntry, ValueSchema} from '../types.js';
import type {Finding} from './rules.js';

/** What a value in a file may be: what a field's may, and what no field has. */
export type KeySchema =
  | ValueSchema
  | {readonly type: 'integer'; readonly minimum?: number}
  | {readonly type: 'object'};

/** What is to be known of a key beside what the flow writes there: by the file's schema, and by what the flow's author adds. */
export interface KeyCheck {
  /** The flow writes the key, but a file without it is right too. */
  readonly optional?: true;
  /** What the value may be, where what the flow writes is not the only right one. */
  readonly value?: KeySchema;
  /** Any value that the file's schema takes is right, and not only what the flow writes. */
  readonly any?: true;
  /** One sentence saying what is right. */
  readonly expects?: string;
  /** A key that can stand in its place. */
  readonly instead?: string;
  /** How the values of the keys in it are encoded. */
  readonly encoding?: 'base64';
}

/** What the check of existing files needs to know of a file of a flow, beside what its page knows. */
export interface FileChecks {
  /** What each key of the file holds. */
  readonly entries: readonly ContentEntry[];
  /**
   * What the target takes, by the key's path with dots. Keys that the flow does not write are known to the target; one that ends in `*` stands
   * for all that start like that.
   */
  readonly keys: {readonly [path: string]: KeyCheck};
  /** How the target reads the file. */
  readonly traits: Traits;
}

/** The same for each file of a flow, by its id. */
export type Checks = {readonly [file: string]: FileChecks};

/** What a flow's author has to say about a key. */
export function checkOf({keys}: FileChecks, path: readonly string[]): KeyCheck | undefined {
  const name = path.join('.');
  if (Object.hasOwn(keys, name)) return keys[name];
  const start = Object.keys(keys).find(
    (key) => key.endsWith('*') && name.startsWith(key.slice(0, -1)),
  );
  return start === undefined ? undefined : keys[start];
}

/** What became of a check. */
export interface CheckResult {
  /** What the text turned out to be; absent where it is no file of this flow. */
  readonly recognised?: {
    readonly file: string;
    readonly filename: string;
    readonly choices: {readonly [choice: string]: string};
  };
  /** In the order of the lines. */
  readonly findings: readonly Finding[];
  /** The answers that the file was made from, as far as they are right. */
  readonly answers: Answers;
  /** The lines of the text with its secrets masked: what may be shown. */
  readonly lines: readonly string[];
}
