import path from 'node:path';

/** What a site is, as far as its pages need to know. */
export interface Site {
  /** Where its folders are: absolute paths. */
  readonly siteDir: string;
  readonly staticDirs: string[];
  /** The language that is being built or shown. */
  readonly locale?: string;
  /** The labels of the versions that pages of docs belong to, by the pages' absolute paths. */
  readonly versions?: ReadonlyMap<string, string | undefined>;
}

/**
 * Docusaurus tells its plugins what the site is, but not the remark plugins, which are only named in the options of the plugins that
 * read pages. Ours tells the other here. It is one process and one site, but the two may be loaded as two copies of this module
 * (Docusaurus loads every plugin afresh), so the place is one that both share.
 */
const shared = globalThis as {[key: symbol]: Site | undefined};
const key = Symbol.for('docusaurus-plugin-markdoc.site');

/** Says what the site is. */
export function setSite(site: Site): void {
  shared[key] = site;
}

/** What the site is; outside of Docusaurus, the working directory. */
export function getSite(): Site {
  const siteDir = process.cwd();
  return shared[key] ?? {siteDir, staticDirs: [path.join(siteDir, 'static')]};
}
