import type {Scalar} from '../../types.js';
import type {Spelling} from '../format.js';

/**
 * YAML as every reader understands it: the 1.2 parsers (`yaml`, js-yaml) and those with the rules of 1.1 (SnakeYAML,
 * PyYAML), to which `yes`, `012`, `12:30:45`, `1_000`, `0o7`, `.inf`, `=`, `<<` and `2026-01-01` are not strings.
 */

/** Words that some version of YAML takes for a boolean, for nothing, or for a number without digits before its exponent. */
const words = /^(?:y|n|yes|no|true|false|on|off|null|e[-+]?\d[\d_]*)$/i;

/**
 * Strings that need no quotes, deliberately few: ASCII, no indicator at the start, a colon only between other characters, single spaces
 * only between words.
 *
 * What starts with a letter, a slash or a `<` (our placeholders) is never a number or a date.
 */
const plain = /^(?:[A-Za-z/]|<(?=[A-Za-z]))[\w./@%+~=?&<>-]*(?:[: ][\w./@%+~=?&<>-]+)*$/;

/**
 * Strings that start with a digit and are no number or date all the same: UUIDs, because no number has groups like these, and
 * what contains a letter that no number, hexadecimal number, date or time contains (application IDs of Google).
 */
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const digitFirst = /^\d[\w.-]*[g-np-su-wy][\w.-]*$/i;

/** Characters that are not printable in YAML, or that readers take for line breaks or byte order marks. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is escaped.
const unprintable = /[\0-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/;

function isPlain(text: string): boolean {
  return (plain.test(text) && !words.test(text)) || uuid.test(text) || digitFirst.test(text);
}

function escaped(character: string): string {
  const code = character.charCodeAt(0);
  return code < 256
    ? `\\x${code.toString(16).padStart(2, '0')}`
    : `\\u${code.toString(16).padStart(4, '0')}`;
}

function doubleQuoted(text: string): string {
  const quoted = text.replace(/["\\]/g, '\\$&');
  return `"${quoted.replace(new RegExp(unprintable, 'g'), escaped)}"`;
}

/**
 * Double quotes with every character escaped that another syntax around the YAML could trip over, so that the text has no
 * single quote, no `$`, no `#` and no two backslashes in a row.
 */
function armoured(text: string): string {
  return `"${text.replace(new RegExp(`["'\\\\$#]|${unprintable.source}`, 'g'), escaped)}"`;
}

function stringSpellings(text: string): string[] {
  const spellings = [doubleQuoted(text), armoured(text)];
  if (!unprintable.test(text)) {
    const single = `'${text.replaceAll("'", "''")}'`;
    // Single quotes read better only where double quotes would need backslashes.
    if (/["\\]/.test(text) && !text.includes("'")) spellings.unshift(single);
    else spellings.push(single);
  }
  if (isPlain(text)) spellings.unshift(text);
  return spellings;
}

/** Every way to write a value that all readers read alike, the most readable first. */
function spellings(value: Scalar | readonly Scalar[]): string[] {
  if (typeof value === 'string') return stringSpellings(value);
  if (!Array.isArray(value)) return [String(value)];
  // Inside brackets plain strings have further limits: quote them all.
  return [doubleQuoted, armoured].map((quote) => {
    const items = value.map((item) => (typeof item === 'string' ? quote(item) : String(item)));
    return `[${items.join(', ')}]`;
  });
}

/** How YAML is written. */
export const spelling: Spelling = {spell: spellings};
