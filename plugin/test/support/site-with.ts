import {symlinkSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {loadContext} from '@docusaurus/core/lib/server/site.js';
import {setSite} from '../../src/disk/site.js';
import {temporaryFolder} from './temporary-folder.js';

const packages = fileURLToPath(new URL('../../../node_modules', import.meta.url));

const config = (more = '') => `export default {
  title: 'Site',
  url: 'https://example.com',
  baseUrl: '/',
  presets: [['classic', {}]],
  ${more}
};
`;

/**
 * A site with these files, in the place of the one that other tests use.
 *
 * @param more What its configuration says besides.
 */
export async function siteWith(files: {[name: string]: string}, more?: string) {
  const siteDir = temporaryFolder({
    'package.json': '{}',
    'docusaurus.config.mjs': config(more),
    'docs/index.md': '# Docs',
    ...files,
  });
  symlinkSync(packages, path.join(siteDir, 'node_modules'));
  setSite({siteDir, staticDirs: [path.join(siteDir, 'static')]});
  return {siteDir, context: await loadContext({siteDir})};
}
