import {commaText, isCommaText} from '../comma-text.js';
import type {FileValue, Spelling} from '../format.js';

/**
 * Ini files, as far as three readers agree: npm's `ini`, Python's `configparser`, with and without interpolation, and git's.
 *
 * What they do with a value (npm's by its source, `lib/ini.js`, 5; the tests read every spelling with npm's and Python's):
 *
 * | | npm | Python | git |
 * | --- | --- | --- | --- |
 * | `"…"` | JSON, if it is some | literal | quotes are taken off, wherever they are |
 * | `'…'` | the quotes are taken off | literal | literal |
 * | `;` and `#` | start a comment | literal | start a comment |
 * | backslashes | only `\;`, `\#` and `\\` are escapes | literal | `\"`, `\\`, `\n`, `\t` and `\b` are escapes, others are refused |
 * | `%` and `${` | literal | interpolated, by one class or the other | literal |
 *
 * White space around a value is lost in all of them. What is left is a bare value without any of these. No reader knows types: npm makes values of
 * `true`, `false` and `null`, which are the same words. PHP's reader is none of the three: what it takes for operators depends on its mode.
 */

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused.
const impossible = /["\\;#%]|\$\{|^'|[\0-\x1f\x7f-\x9f\u2028\u2029]/;

function spellings(value: FileValue): string[] {
  const text = commaText(value);
  const isAgreed = !impossible.test(text) && text.trim() === text;
  return isAgreed && isCommaText(value) ? [text] : [];
}

/** How ini files are written. */
export const spelling: Spelling = {spell: spellings, asText: commaText};
