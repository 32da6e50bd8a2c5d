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

/** Notes whether a page has problems. */
export function notePage(page: string, isFaulty: boolean): void {
  if (isFaulty) faultyPages().add(page);
  else faultyPages().delete(page);
}

/** Whether a page had problems when it was last compiled. */
export function isFaulty(page: string): boolean {
  return faultyPages().has(page);
}
