import path from 'node:path';
import {isFile} from './is-file.js';
import type {Site} from './site.js';

/**
 * Whether a picture is where Docusaurus will look for it: absolute paths in the static folders, relative ones beside the page, `@site/` in
 * the site's folder. What is on the web or marked `pathname://` is not looked for.
 *
 * @param page Absolute path of the page.
 */
export function imageExists(src: string, page: string, site: Site): boolean {
  if (/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(src)) return true;
  const file = decode(src.replace(/[?#].*$/s, ''));
  if (file === undefined) return false;
  if (file.startsWith('@site/'))
    return isFile(path.join(site.siteDir, file.slice('@site/'.length)));
  if (file.startsWith('/'))
    return site.staticDirs.some((folder) => isFile(path.join(folder, file)));
  return isFile(path.resolve(path.dirname(page), file));
}

function decode(address: string): string | undefined {
  try {
    return decodeURIComponent(address);
  } catch {
    return undefined;
  }
}
