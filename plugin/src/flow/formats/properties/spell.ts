import {commaText, isCommaText} from '../comma-text.js';
import type {FileValue, Spelling} from '../format.js';

/**
 * Java's properties, as `java.util.Properties` loads them; the tests read every spelling with npm's `dot-properties` and `properties-file`.
 *
 * A backslash starts an escape; white space is lost before a value and kept behind it, where editors take it off. Java reads a stream as Latin-1, and
 * others read UTF-8. So everything but printable ASCII is written as `\u` with four digits, and so are spaces at either end; a sign that could be
 * taken for the one between key and value gets a backslash.
 */

function escaped(text: string): string {
  return text
    .replace(/\\/g, '\\\\')
    .replace(
      /[^ -~]|^ | $/g,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
}

function spellings(value: FileValue): string[] {
  return isCommaText(value) ? [escaped(commaText(value)).replace(/^[=:]/, '\\$&')] : [];
}

/** How a key is written. */
export function keyText(key: string): string {
  return escaped(key).replace(/[ =:#!]/g, '\\$&');
}

/** How Java properties are written. */
export const spelling: Spelling = {spell: spellings, asText: commaText};
