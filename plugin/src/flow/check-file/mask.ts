import type {Entry} from './entries.js';
import type {Finding} from './rules.js';

/** What stands in place of a secret. */
export const mask = '••••••••';

/** Names of keys whose values nobody should see, whether a flow knows them or not. */
const secretName = /secret|passw|pwd|token|private|credential|key$/i;
/** Those that only say where a secret is. */
const referenceName = /secret(?:Ref|Key|Name)$|keyfilepath$|key_file_path$/i;

/** A name with a value behind it. A line may hold several, and may be commented out. */
const named =
  /(?:^\s*(?:- +)*["']?(?:export\s+)?([\w.-]+)["']?\s+|(?<![\w.-])([\w.-]+)["']?\s*[=:]\s*)(?=\S)/g;
/** A password in an address. */
const inAddress = /(:\/\/[^\s:@/]*:)[^\s@/]+(?=@)/g;

/** A value that goes on in the lines below. */
type Open = {readonly quote: string} | {readonly indent: number};

/** Where in a line the value of a secret starts, by the name in front of it. */
function secretStart(line: string): number | undefined {
  for (const match of line.matchAll(named)) {
    const name = match[1] ?? match[2] ?? '';
    if (secretName.test(name) && !referenceName.test(name)) return match.index + match[0].length;
  }
  return undefined;
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
function textsOf(secrets: readonly Entry[]): string[] {
  return secrets
    .flatMap(({value, source}) => [value, source])
    .filter((each): each is string => typeof each === 'string' && each.length > 3)
    .sort((a, b) => b.length - a.length);
}

function without(text: string, secrets: readonly string[]): string {
  return secrets.reduce((masked, secret) => masked.replaceAll(secret, mask), text);
}

/**
 * The lines of a text with its secrets masked, so that they can be shown.
 *
 * Besides the secrets that were found, it masks what looks like one by the name in front of it: a file that is too broken to be read holds
 * secrets all the same.
 *
 * @param secrets the values that were found to be secret, and where they stand
 */
export function maskSecrets(text: string, secrets: readonly Entry[]): string[] {
  const values = textsOf(secrets);
  const whole = new Map<number, number>();
  for (const {at, endLine} of secrets) {
    for (let line = at.line; line <= endLine; line++)
      whole.set(line, line === at.line ? at.column : 1);
  }
  let open: Open | undefined;
  return text.split(/\r?\n/).map((line, index) => {
    if (open && isIn(line, open)) {
      if ('quote' in open && line.includes(open.quote)) open = undefined;
      return line.replace(/\S.*/, mask);
    }
    const start = secretStart(line);
    open = start === undefined ? undefined : openAt(line, start);
    const column = whole.get(index + 1);
    const from = Math.min(start ?? line.length, column === undefined ? line.length : column - 1);
    const shown = without(line.slice(0, from), values).replace(inAddress, `$1${mask}`);
    return from < line.length ? shown + mask : shown;
  });
}

/** A finding in which no secret is left: one that was pasted in a wrong place too is not known as such where it is told. */
export function maskFinding(found: Finding, secrets: readonly Entry[]): Finding {
  const values = textsOf(secrets);
  const masked = (text: string) => without(text, values);
  const all = (params: Finding['params']) =>
    Object.fromEntries(Object.entries(params).map(([name, text]) => [name, masked(text)]));
  const {params, message, remedy, problem} = found;
  return {
    ...found,
    params: all(params),
    message: masked(message),
    remedy: masked(remedy),
    ...(problem && {
      problem: {...problem, params: all(problem.params), message: masked(problem.message)},
    }),
  };
}
