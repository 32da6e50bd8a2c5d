import path from 'node:path';
import {attempt} from './attempt.js';
import {isFile} from './is-file.js';
import {resolveInSite, type Site} from './site.js';

/**
 * Whether a picture is where Docusaurus will look for it: absolute paths in the static folders, relative ones beside the page, `@site/` in
 * the site's folder. What is on the web or marked `pathname://` is not looked for.
 *
 * @param page Absolute path of the page.
 * @param missing Takes in the paths at which there is nothing.
 */
export function imageExists(
  src: string,
  page: string,
  {siteDir, staticDirs}: Site,
  missing: Set<string>,
): boolean {
  if (/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(src)) return true;
  const file = attempt(() => decodeURIComponent(src.replace(/[?#].*$/s, '')));
  // Nothing could ever be at a path with a null byte.
  if (file === undefined || file.includes('\0')) return false;
  const candidates = file.startsWith('/')
    ? staticDirs.map((folder) => path.join(folder, file))
    : [resolveInSite(file, page, siteDir)];
  if (candidates.some(isFile)) return true;
  for (const each of candidates) missing.add(each);
  return false;
}
