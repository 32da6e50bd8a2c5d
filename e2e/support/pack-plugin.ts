/**
 * Packs the plugin as npm would publish it and unpacks it where the test sites find it (e2e/.work/node_modules), so that
 * the tests run what a user installs: a file that is missing from the package is missing here.
 */
import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {repository, work} from './paths.js';
import {run} from './process.js';

/** The packed plugin's file. */
export const tarball = path.join(work, 'plugin.tgz');

export default async function packPlugin(): Promise<void> {
  fs.rmSync(work, {recursive: true, force: true});
  const target = path.join(work, 'node_modules/docusaurus-plugin-markdoc');
  fs.mkdirSync(target, {recursive: true});

  const pack = ['pack', '--workspace', 'plugin', '--pack-destination', work];
  const {code, output} = await run('npm', pack, {cwd: repository});
  if (code !== 0) throw new Error(`npm pack failed:\n${output}`);
  const packed = fs.readdirSync(work).find((file) => file.endsWith('.tgz'));
  if (!packed) throw new Error(`npm pack made no file:\n${output}`);
  fs.renameSync(path.join(work, packed), tarball);
  const unpack = spawnSync('tar', ['-xzf', tarball, '--strip-components=1', '-C', target]);
  if (unpack.status !== 0) throw new Error(`tar: ${unpack.stderr}`);

  // Dependencies are found in the repository's node_modules, but for those that npm has put into the plugin's own.
  const own = path.join(repository, 'plugin/node_modules');
  if (fs.existsSync(own)) fs.symlinkSync(own, path.join(target, 'node_modules'), 'junction');
}
