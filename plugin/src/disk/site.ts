import path from 'node:path';
import {shared} from './shared.js';

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

/** Where a path in a file leads: one that begins with `@site/` starts in the site's folder, others beside the file. */
export function resolveInSite(name: string, file: string, siteDir: string): string {
  const [, inSite] = /^@site\/(.*)/s.exec(name) ?? [];
  return inSite === undefined ? path.resolve(path.dirname(file), name) : path.join(siteDir, inSite);
}

/** Docusaurus tells its plugins what the site is, but not the remark plugins: ours tells the other here. It is one process and one site. */
const known = shared('site', (): {site?: Site} => ({}));

/** Says what the site is. */
export function setSite(site: Site): void {
  known.site = site;
}

/** What the site is; outside of Docusaurus, the working directory. */
export function getSite(): Site {
  const siteDir = process.cwd();
  return known.site ?? {siteDir, staticDirs: [path.join(siteDir, 'static')]};
}
