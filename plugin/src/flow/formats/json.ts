import type {Scalar} from '../types.js';

/** JSON has one way to write a value; lists get a space after the comma, as everything else on the line. */
export function jsonSpellings(value: Scalar | readonly Scalar[]): string[] {
  return [
    Array.isArray(value)
      ? `[${value.map((item) => JSON.stringify(item)).join(', ')}]`
      : JSON.stringify(value),
  ];
}
