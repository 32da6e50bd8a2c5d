/**
 * Pages that were compiled with problems, by their paths. The remark plugin, which finds the problems, and the loader that must tell
 * the bundler of them are loaded apart from each other; this is a place that both share (see `site.ts`).
 */
const shared = globalThis as {[key: symbol]: Set<string> | undefined};
const key = Symbol.for('docusaurus-plugin-markdoc.faulty-pages');

function faultyPages(): Set<string> {
  const pages = shared[key] ?? new Set();
  shared[key] = pages;
  return pages;
}

/** A page, or a partial with the values that it is compiled for. */
export interface Variant {
  readonly page: string;
  readonly given: string;
}

/** @param given The values of a partial, in the order of their names. */
export function variantOf(page: string, given: Record<string, unknown>): Variant {
  return {page, given: JSON.stringify(given)};
}

/** Notes whether a page has problems. */
export function notePage({page, given}: Variant, isFaulty: boolean): void {
  if (isFaulty) faultyPages().add(page + given);
  else faultyPages().delete(page + given);
}

/** Whether a page had problems when it was last compiled. */
export function isFaulty({page, given}: Variant): boolean {
  return faultyPages().has(page + given);
}
