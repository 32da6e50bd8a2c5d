import path from 'node:path';

/** Where the folders of a site are, as absolute paths. */
export interface SiteFolders {
  siteDir: string;
  staticDirs: string[];
}

/**
 * Docusaurus tells its plugins where the site is, but not the remark plugins, which are only named in the options of the plugins that
 * read pages. Ours tells the other here. It is one process and one site, but the two may be loaded as two copies of this module
 * (Docusaurus loads every plugin afresh), so the place is one that both share.
 */
const shared = globalThis as {[key: symbol]: SiteFolders | undefined};
const key = Symbol.for('docusaurus-plugin-markdoc.site');

/** Says where the site is. */
export function setSite(site: SiteFolders): void {
  shared[key] = site;
}

/** Where the site is; outside of Docusaurus, the working directory. */
export function getSite(): SiteFolders {
  const siteDir = process.cwd();
  return shared[key] ?? {siteDir, staticDirs: [path.join(siteDir, 'static')]};
}
