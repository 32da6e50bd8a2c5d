import type {Entry} from './entries.js';

/** Names of keys whose values nobody should see, whether a flow knows them or not. */
const secretName = /secret|passw|pwd|token|private|credential|api[-_]?key/i;

const mask = '••••••••';

/**
 * The lines of a text with its secrets masked, so that they can be shown.
 *
 * Besides the secrets that were found, it masks what looks like one by the name in front of it: a file that is too broken to be read holds
 * secrets all the same.
 *
 * @param secrets the values that were found to be secret, and where they stand
 */
export function maskSecrets(text: string, secrets: readonly Entry[]): string[] {
  const lines = text.split(/\r?\n/);
  const values = secrets
    .flatMap(({value, source}) => [value, source])
    .filter((each): each is string => typeof each === 'string' && each.length > 3);
  const whole = new Map<number, number>();
  for (const {at, endLine} of secrets) {
    for (let line = at.line; line <= endLine; line++)
      whole.set(line, line === at.line ? at.column : 1);
  }
  let isOpen = false;
  return lines.map((line, index) => {
    const named = /^\s*(?:- +|export\s+)*["']?([\w.-]+)["']?\s*([=:]\s*|\s+)(?=\S)/.exec(line);
    const isNamed = named && secretName.test(named[1] ?? '');
    const isReference = /secret(?:Ref|Key|Name)$|keyfilepath$|key_file_path$/i.test(
      named?.[1] ?? '',
    );
    const wasOpen = isOpen;
    // A value that goes on in the lines below goes on to be secret.
    isOpen = isNamed
      ? !isReference && /^["'](?:(?!["']\s*$).)*$|^[|>]/.test(line.slice(named[0].length))
      : wasOpen && named === null;
    const column = whole.get(index + 1);
    if (column !== undefined) return line.slice(0, column - 1) + mask;
    if (isNamed && !isReference) return line.slice(0, named[0].length) + mask;
    if (wasOpen && isOpen) return line.replace(/\S.*/, mask);
    return values.reduce((masked, value) => masked.replaceAll(value, mask), line);
  });
}
