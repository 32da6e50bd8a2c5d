/** Packs the plugin as npm would publish it, and unpacks that for sites: what tests and benchmark use is what users have. */
import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {npm, root} from './support.mjs';

/** The packed plugin's file in the folder. */
export const tarballName = 'plugin.tgz';

/**
 * Packs what was built of the plugin into a file in a folder of the repository, and unpacks it into the folder's `node_modules`, where the
 * sites in the folder find it.
 *
 * @param {string} folder
 * @returns {Promise<void>}
 * @throws An error where npm or tar fail.
 */
export async function packPlugin(folder) {
  const target = path.join(folder, 'node_modules/docusaurus-plugin-markdoc');
  fs.rmSync(target, {recursive: true, force: true});
  fs.mkdirSync(target, {recursive: true});

  const tarballs = () => fs.readdirSync(folder).filter((file) => file.endsWith('.tgz'));
  for (const file of tarballs()) fs.rmSync(path.join(folder, file));
  const pack = ['pack', '--workspace', 'plugin', '--pack-destination', folder];
  const code = await npm([...pack, '--loglevel', 'error'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [packed] = tarballs();
  if (code !== 0 || !packed) throw new Error('npm pack failed: see above.');
  const tarball = path.join(folder, tarballName);
  fs.renameSync(path.join(folder, packed), tarball);
  const unpack = spawnSync('tar', ['-xzf', tarball, '--strip-components=1', '-C', target]);
  if (unpack.status !== 0) throw new Error(`tar: ${unpack.stderr}`);

  // Dependencies are found in the repository's node_modules, but for those that npm has put into the plugin's own.
  const own = path.join(root, 'plugin/node_modules');
  if (fs.existsSync(own)) fs.symlinkSync(own, path.join(target, 'node_modules'), 'junction');
}
