import type {FileValue} from './formats/format.js';
import type {CompiledFile, CompiledFlow} from './types.js';

/**
 * Writes a value so that every reader of a file reads back that value.
 *
 * @param flow what has the spellings of the formats that its files use
 * @param file its format, and the format in which its target reads each value once more
 * @returns the text to put into the file; `undefined` where the value has no spelling that all readers read alike
 */
export function spell(
  {formats}: Pick<CompiledFlow, 'formats'>,
  {format, then}: Pick<CompiledFile, 'format' | 'then'>,
  value: FileValue,
): string | undefined {
  const outer = formats[format];
  const inner = then === undefined ? [value] : (formats[then]?.spell(value) ?? []);
  for (const each of inner) {
    const text = outer?.spell(each)[0];
    if (text !== undefined) return text;
  }
  return undefined;
}

/** Writes a text as one word of a POSIX shell's command line. */
export function shellWord(text: string): string {
  return /^[\w./:@%+=-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
