/** Markdoc's truth: only `false`, `null` and what is missing are false. */
export function truthy(value: unknown): boolean {
  return value !== false && value !== null && value !== undefined;
}

/** Markdoc's own functions, for values that only the reader's page knows. */
export const markdocFunctions = {
  and: (...values: unknown[]): boolean => values.every(truthy),
  or: (...values: unknown[]): boolean => values.some(truthy),
  not: (value: unknown): boolean => !truthy(value),
  equals: (...values: unknown[]): boolean => values.every((value) => value === values[0]),
  default: (value: unknown, fallback: unknown): unknown => (value === undefined ? fallback : value),
  debug: (value: unknown): string => JSON.stringify(value, null, 2),
};
