/** Installs the packed plugin where the test sites find it, so that a file that is missing from the package is missing in the tests. */
import fs from 'node:fs';
import path from 'node:path';
import {packPlugin, tarballName} from '../../scripts/pack-plugin.mjs';
import {work} from './paths.js';

/** The packed plugin's file. */
export const tarball = path.join(work, tarballName);

export default async function setUp(): Promise<void> {
  fs.rmSync(work, {recursive: true, force: true});
  await packPlugin(work);
}
