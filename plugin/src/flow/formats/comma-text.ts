import type {FileValue} from './format.js';

/** A value as a text, for formats in which programs split a text at its commas where they want a list. */
export function commaText(value: FileValue): string {
  return [value]
    .flat()
    .map((item) => String(item ?? ''))
    .join(',');
}

/** Whether {@link commaText} of a value is split into the same items, by programs that take white space off them, too. */
export function isCommaText(value: FileValue): boolean {
  return !Array.isArray(value) || !value.some((item) => /,|^\s|\s$/.test(String(item)));
}
