import type {FormatName, Scalar} from '../types.js';
import {dotenvSpellings} from './dotenv.js';
import {jsonSpellings} from './json.js';
import {yamlSpellings} from './yaml.js';

const spellings: {
  readonly [format in FormatName]: (value: Scalar | readonly Scalar[]) => string[];
} = {dotenv: dotenvSpellings, json: jsonSpellings, yaml: yamlSpellings};

/**
 * Writes a value so that every reader of the format reads back that value.
 *
 * @param format the language of the file
 * @param value a scalar, or a list of scalars
 * @param then the language in which the target reads the value once more, after the file was read
 * @returns the text to put into the file; `undefined` where the value has no encoding that all readers read alike
 * @example
 * encode('yaml', 'yes')                 // "yes" with its double quotes
 * encode('dotenv', 'yes', 'yaml')       // '"yes"' with both kinds
 * encode('dotenv', ['a', 'b'], 'yaml')  // ["a", "b"]
 * encode('dotenv', `'"$\\`)             // undefined
 */
export function encode(
  format: FormatName,
  value: Scalar | readonly Scalar[],
  then?: FormatName,
): string | undefined {
  if (!then) return spellings[format](value)[0];
  for (const inner of spellings[then](value)) {
    const text = spellings[format](inner)[0];
    if (text !== undefined) return text;
  }
  return undefined;
}

/** Writes a text as one word of a POSIX shell's command line. */
export function shellWord(text: string): string {
  return /^[\w./:@%+=-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
