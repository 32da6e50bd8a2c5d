/** An own property of what can be anything. */
export function own(record: unknown, name: string): unknown {
  return record !== null && typeof record === 'object' && Object.hasOwn(record, name)
    ? (record as {readonly [name: string]: unknown})[name]
    : undefined;
}

/** What is kept of the reader's answers: the choices, or the values, of each flow by their names. Anybody can have written it. */
export function parseStored(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}
