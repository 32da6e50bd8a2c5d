import {type Given, variantOf} from '../variant.js';
import {shared} from './shared.js';

/** What compiling a page has shown of it beside its text: the remark plugin knows, and the loader tells the bundler. */
const reports = shared('page-reports', () => new Map<string, PageReport>());

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
 */
export function pageReport(page: string, given: Given): PageReport {
  const variant = variantOf(page, given);
  const report = reports.get(variant) ?? {
    dependencies: new Set(),
    missing: new Set(),
    isFaulty: false,
  };
  reports.set(variant, report);
  return report;
}
