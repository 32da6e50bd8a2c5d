import {nearest} from '../../nearest.js';
import type {Entry} from './entries.js';
import {type Finding, withParams} from './rules.js';

/** What stands in place of a secret. */
export const mask = '••••••••';

/** Names of keys whose values nobody should see, whether a flow knows them or not. */
const secretName = /secret|passw|pwd|token|private|credential|key$/i;

/** A name with a value behind it. A line may hold several, and may be commented out. */
const named =
  /(?:^\s*(?:- +)*["']?(?:export\s+)?([\w.-]+)["']?\s+|(?<![\w.-])([\w.-]+)["']?\s*[=:]\s*)(?=\S)/g;
/** What a line starts with, as far as it can be the name of a key. */
const firstWord = /^(\s*(?:- +)*(?:export\s+)?["']?)([^\s"':=]*)/;
/** A password in an address. */
const inAddress = /(:\/\/[^\s:@/]*:)[^\s@/]+(?=@)/g;

/** A value that goes on in the lines below. */
type Open = {readonly quote: string} | {readonly indent: number};

/** Where in a line the value of a secret starts, by the name in front of it. */
function secretStart(line: string, number: number, shown: Shown): number | undefined {
  const [, start = ''] = firstWord.exec(line) ?? [];
  const match = Array.from(line.matchAll(named)).find(
    ({index, 1: first, 2: name = first ?? ''}) => {
      // What was read of a line goes before its name.
      const isRead =
        index <= start.length && shown.understood.has(number) && !shown.secretLines.has(number);
      return (
        isSecretName(name, shown) ||
        (!isRead && shown.names.has(name) && !shown.publicNames.has(name))
      );
    },
  );
  return match && match.index + match[0].length;
}

function openAt(line: string, start: number): Open | undefined {
  const value = line.slice(start);
  const [first = ''] = value;
  if (/^[|>]/.test(value)) return {indent: line.search(/\S/)};
  return /["']/.test(first) && !value.includes(first, 1) ? {quote: first} : undefined;
}

/** Whether a value that goes on holds this line too. */
function isIn(line: string, open: Open): boolean {
  if ('quote' in open) return true;
  return line.trim() === '' || line.search(/\S/) > open.indent;
}

/** The texts that must not be seen. What is shorter stands everywhere. The longest come first: another secret may be the start of one. */
function textsOf({secrets, merged}: Shown): string[] {
  return [...secrets.flatMap(({value, source}) => [value, source]), ...merged]
    .filter((each): each is string => typeof each === 'string' && each.length > 3)
    .sort((a, b) => b.length - a.length);
}

function without(text: string, secrets: readonly string[]): string {
  return secrets.reduce((masked, secret) => masked.replaceAll(secret, mask), text);
}

/** What is known of a file that says which of its words can be shown. */
export interface Shown {
  readonly lines: readonly string[];
  /** The values that were found to be secret, and where they stand. */
  readonly secrets: readonly Entry[];
  /** The names of all keys that a file of the flow can have. */
  readonly names: ReadonlySet<string>;
  /** Those behind which no secret is, whatever they are called. */
  readonly publicNames: ReadonlySet<string>;
  /** The lines of keys that were understood; any other one may hold a secret that the file lacks. */
  readonly understood: ReadonlySet<number>;
  /** A secret that should be there was not found: it may be anywhere. */
  readonly lacksSecret: boolean;
  /** The lines in which secrets were found. */
  readonly secretLines: ReadonlySet<number>;
  /** Secrets that stand in the value of another key, with their own key before them. */
  readonly merged: readonly string[];
  /** The lines in which a secret can go on that was broken by mistake. */
  readonly brokenOff: ReadonlySet<number>;
}

/** A line that begins with a name, and no end of a text in base64; one without letters and digits, and a comment. */
const ownLine =
  /^\s*(?:- +)*(?:export\s+)?["']?[\w.-]+["']?\s*(?:=\s*[^=\s]|:(?:\s|$))|^[^\p{L}\p{N}]*$|^\s*#/u;

/** The lines in which a secret can go on that was broken by mistake: those behind it that were not understood and have no name. */
function brokenOff(shown: Shown): Set<number> {
  const found = new Set<number>();
  let isBehind = false;
  for (const [index, line] of shown.lines.entries()) {
    const number = index + 1;
    if (line.trim() === '') continue;
    isBehind &&= !shown.understood.has(number) && !ownLine.test(line);
    if (isBehind) found.add(number);
    isBehind ||= shown.secretLines.has(number) || secretStart(line, number, shown) !== undefined;
  }
  return found;
}

/** What can be shown, with what follows from it for each line. */
export function shownWith(given: Omit<Shown, 'secretLines' | 'merged' | 'brokenOff'>): Shown {
  const lines = given.secrets.flatMap(({line, at, endLine}) => [line, at.line, endLine]);
  const secretLines = new Set(lines);
  const shown = {...given, secretLines, merged: [], brokenOff: new Set<number>()};
  const isOwn = (name = '') => given.names.has(name) && !given.publicNames.has(name);
  const merged = Array.from(given.understood).flatMap((number) => {
    const line = given.lines[number - 1] ?? '';
    const inner = secretLines.has(number) ? [] : Array.from(line.matchAll(named)).slice(1);
    const match = inner.find(([, , name]) => isOwn(name));
    if (!match) return [];
    return line.slice(match.index + match[0].length).replace(/^["']|["',\s]+$/g, '');
  });
  return {...shown, merged, brokenOff: brokenOff(shown)};
}

/** The words that a name is made of. */
function partsOf(name: string): string[] {
  return name.split(/[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])/).map((part) => part.toLowerCase());
}

/** A text that is the name of a key, nearly one, or made of the words of some: no secret is so like one. */
function isName(text: string, {names}: Shown): boolean {
  const most = Math.min(2, Math.floor(text.length / 3));
  if (names.has(text) || nearest(text, names, most) !== undefined) return true;
  const parts = new Set(Array.from(names, partsOf).flat());
  return /^[\w.-]+$/.test(text) && partsOf(text).every((part) => parts.has(part));
}

function isSecretName(word: string, {publicNames}: Pick<Shown, 'publicNames'>): boolean {
  return secretName.test(word) && !publicNames.has(word);
}

/** From where on a line must not be shown, because a mistake can have put a secret where a key should be. */
function unknownStart(line: string, number: number, shown: Shown): number {
  const [start = '', before = '', word = ''] = firstWord.exec(line) ?? [];
  if (line.trim() === '' || shown.understood.has(number) || /^\s*(?:#|---)/.test(line))
    return line.length;
  if (shown.brokenOff.has(number)) return line.search(/\S/);
  const rest = line.slice(start.length);
  const isSwapped =
    rest.split(/[^\w.-]+/).some((each) => isSecretName(each, shown)) && !isSecretName(word, shown);
  if (!shown.lacksSecret && !isSwapped) return line.length;
  return word !== '' && isName(word, shown) ? start.length : before.search(/\S|$/);
}

/**
 * The lines of a text with its secrets masked, so that they can be shown.
 *
 * Besides the secrets that were found, it masks what looks like one by the name in front of it, and, where a secret is missing, every line
 * that was not understood: a file that is too broken to be read holds secrets all the same.
 */
export function maskSecrets(shown: Shown): string[] {
  const {lines, secrets} = shown;
  const values = textsOf(shown);
  const whole = new Map<number, number>();
  for (const {at, endLine} of secrets) {
    for (let line = at.line; line <= endLine; line++)
      whole.set(line, line === at.line ? at.column : 1);
  }
  let open: Open | undefined;
  return lines.map((line, index) => {
    if (open && isIn(line, open)) {
      if ('quote' in open && line.includes(open.quote)) open = undefined;
      return line.replace(/\S.*/, mask);
    }
    const start = secretStart(line, index + 1, shown);
    open = start === undefined ? undefined : openAt(line, start);
    const column = whole.get(index + 1);
    const from = Math.min(
      start ?? line.length,
      column === undefined ? line.length : column - 1,
      unknownStart(line, index + 1, shown),
    );
    const clear = without(line.slice(0, from), values).replace(inAddress, `$1${mask}`);
    return from < line.length ? clear + mask : clear;
  });
}

/** The parameters of findings that repeat words of the file where names of keys should be. */
const quoted: ReadonlySet<string> = new Set(['key', 'other', 'before', 'last', 'parent']);

/** Whether what a finding quotes from its line can be a secret, or have one in it. */
function mayHide(text: string, line: string, number: number, shown: Shown): boolean {
  if (/^\d+$/.test(text)) return false;
  if (text.split(/: ?/).every((word) => word === '' || isName(word, shown))) return false;
  const rest = line.replace(text, '').split(/[^\w.-]+/);
  return (
    shown.lacksSecret ||
    shown.brokenOff.has(number) ||
    !/^[\w.-]+$/.test(text) ||
    rest.some((each) => isSecretName(each, shown))
  );
}

/**
 * A finding in which no secret is left: one that was pasted in a wrong place too is not known as such where it is told, and a slip can make one
 * key of a name and its secret, or a key of the secret itself.
 */
export function maskFinding(found: Finding, shown: Shown): Finding {
  const values = textsOf(shown);
  const line = shown.lines[found.line - 1] ?? '';
  const all = (params: Finding['params']) =>
    Object.fromEntries(
      Object.entries(params).map(([name, text]) => [
        name,
        quoted.has(name) && mayHide(text, line, found.line, shown) ? mask : without(text, values),
      ]),
    );
  const {params, problem} = found;
  const masked = withParams(found, all(params));
  if (!problem) return masked;
  const message = without(problem.message, values);
  return {...masked, problem: {...problem, params: all(problem.params), message}};
}
