/**
 * What compiling a page has shown of it beside its text. The remark plugin knows, and the loader tells the bundler; they are loaded apart
 * from each other, so the place for it is one that both share (see `site.ts`).
 */
const shared = globalThis as {[key: symbol]: Map<string, PageReport> | undefined};
const key = Symbol.for('docusaurus-plugin-markdoc.page-reports');

/** Of one page, or of a partial with the values that it is compiled for. */
export interface PageReport extends PageFiles {
  /** Whether it had problems when it was last compiled. */
  isFaulty: boolean;
}

/** Files that a page was made of without importing them. */
export interface PageFiles {
  readonly dependencies: Set<string>;
  /** Paths that were looked for in vain: once something is there, the page is another. */
  readonly missing: Set<string>;
}

/**
 * The report on a page, which is as empty as can be at first. Its files only grow: the same page may be compiled for two places at once,
 * and a file too many does no harm.
 *
 * @param page Absolute path.
 * @param given The values of a partial, in the order of their names.
 */
export function pageReport(page: string, given: {readonly [name: string]: unknown}): PageReport {
  shared[key] ??= new Map();
  const variant = page + JSON.stringify(given);
  const report = shared[key].get(variant) ?? {
    dependencies: new Set(),
    missing: new Set(),
    isFaulty: false,
  };
  shared[key].set(variant, report);
  return report;
}
