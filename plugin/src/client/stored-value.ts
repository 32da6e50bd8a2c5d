import {isLine, maxListLength, maxValueLength} from '../flow/bounds.js';
import type {ReaderValue, Value} from '../flow/index.js';

/**
 * The value of a field among what is stored; `undefined` where there is none, or something that no chooser has put there.
 *
 * Choosers store right values only, React makes text of them, and fences look closer: whether it can be shown is enough to know.
 */
export function readValue(text: string | null, {flow, field}: ReaderValue): Value | undefined {
  try {
    let value: unknown = JSON.parse(text ?? '{}');
    for (const name of [flow, field.id]) {
      if (!Object.hasOwn(Object(value), name)) return undefined;
      value = (value as {readonly [name: string]: unknown})[name];
    }
    return isShowable(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a value is `true`, `false`, or text of one line, or a list of such. */
function isShowable(value: unknown): value is Value {
  const items = [value].flat();
  return (
    items.length <= maxListLength &&
    items.every(
      (item) =>
        typeof item === 'boolean' ||
        (typeof item === 'string' &&
          item !== '' &&
          Array.from(item).length <= maxValueLength &&
          isLine(item)),
    )
  );
}
