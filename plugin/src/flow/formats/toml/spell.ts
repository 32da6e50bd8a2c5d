import type {Scalar} from '../../types.js';
import type {FileValue, Spelling} from '../format.js';

/**
 * TOML as version 1.0 has it, which readers of 1.1 take, too; the tests read every spelling with npm's `smol-toml` and Python's `tomllib`.
 *
 * A text is always in quotes, so that it is never a number, a date or a boolean. In double quotes a backslash starts an escape; of these only
 * `\"`, `\\` and `\u` with four digits are used, since `\e` and `\x` are new in 1.1. In single quotes everything is literal, but a single quote cannot
 * be there, nor can control characters. There is no null.
 */

/** Characters that are not allowed as they are, or that nobody sees. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is escaped.
const unprintable = /[\0-\x1f\x7f-\x9f\u2028\u2029\ufeff]/;

/** Half of a character, which no file in UTF-8 can hold. */
const halfCharacter = /\p{Cs}/u;

function doubleQuoted(text: string): string {
  const escaped = (character: string) =>
    `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return `"${text.replace(/["\\]/g, '\\$&').replace(new RegExp(unprintable, 'g'), escaped)}"`;
}

function stringSpellings(text: string): string[] {
  if (halfCharacter.test(text)) return [];
  const double = doubleQuoted(text);
  const isLiteral = /["\\]/.test(text) && !text.includes("'") && !unprintable.test(text);
  return isLiteral ? [`'${text}'`, double] : [double];
}

function scalarSpellings(value: Scalar): string[] {
  if (value === null) return [];
  if (typeof value === 'string') return stringSpellings(value);
  return [String(value).replace('Infinity', 'inf').replace('NaN', 'nan')];
}

function spellings(value: FileValue): string[] {
  if (!Array.isArray(value)) return scalarSpellings(value as Scalar);
  const items = value.map((item: Scalar) => scalarSpellings(item)[0]);
  return items.includes(undefined) ? [] : [`[${items.join(', ')}]`];
}

/** How a key is written. */
export function keyText(key: string): string {
  return /^[\w-]+$/.test(key) ? key : doubleQuoted(key);
}

/** How TOML is written. */
export const spelling: Spelling = {spell: spellings};
