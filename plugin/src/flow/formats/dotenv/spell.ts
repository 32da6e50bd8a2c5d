import type {FileValue, Spelling} from '../format.js';

/**
 * Env files, as far as three parsers agree: the one of Compose (compose-go), npm's `dotenv` and Python's `python-dotenv`.
 *
 * What they do with a value, read from their sources (compose-go `dotenv/parser.go`, v1 and v2.13; motdotla/dotenv
 * `lib/main.js`, 16 and 17; theskumar/python-dotenv `src/dotenv/parser.py` and `variables.py`, 0.21 to 1.2):
 *
 * | | Compose | npm | Python |
 * | --- | --- | --- | --- |
 * | bare | to the end of the line; ` #` starts a comment; `$` is substituted; backslashes are literal | any `#` starts a comment | white space and `#` starts a comment |
 * | `'…'` | literal, but `\'` is a quote, so that a backslash cannot be last | literal | `\\` is one backslash, `\'` a quote |
 * | `"…"` | `$` is substituted; `\` and one of `abcfnrtv$"\0` is an escape (in v1 before any character) | `\n` and `\r` are escapes | `\` and one of `\'"abfnrtv` is an escape |
 * | everywhere | | | `${` is substituted, even in single quotes |
 *
 * White space around a bare value is lost in all of them, and npm takes a leading backquote for a quote. What is left:
 *
 * - bare, without `#` and `$`, not starting with a quote of any kind, without white space at either end;
 * - in single quotes, without `'`, without two backslashes in a row and without one at the end;
 * - in double quotes, without `"`, `$` and backslashes;
 * - never with `${`, a line break or a control character.
 */

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused.
const impossible = /\$\{|[\0-\x1f\x7f-\x9f\u2028\u2029]/;

/** Every way to write a text that the three parsers read alike, the most readable first; maybe none. */
function textSpellings(text: string): string[] {
  if (impossible.test(text)) return [];
  const spellings: string[] = [];
  const bare = !/[#$]|^['"`]/.test(text) && text.trim() === text;
  // A list is customarily bare (`docker run --env-file` knows no quotes at all); what else has spaces gets quotes.
  if (bare && (!/[\s'"`\\]/.test(text) || text.startsWith('['))) spellings.push(text);
  if (!/'|\\\\|\\$/.test(text)) spellings.push(`'${text}'`);
  if (!/["$\\]/.test(text)) spellings.push(`"${text}"`);
  if (bare) spellings.push(text);
  return spellings;
}

/** A value as a text, for env files know nothing else: a list is written like a YAML flow sequence is, as JSON. */
function asText(value: FileValue): string {
  return Array.isArray(value) ? JSON.stringify(value) : String(value ?? '');
}

/** How env files are written. */
export const spelling: Spelling = {
  spell: (value) => textSpellings(asText(value)),
  asText,
};
