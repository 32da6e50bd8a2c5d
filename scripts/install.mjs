/** Installs the packages that package-lock.json names, where they are not installed yet. */
import fs from 'node:fs';
import path from 'node:path';
import {fail, npm, root} from './support.mjs';

/**
 * @typedef {{version?: string, link?: boolean, optional?: boolean, devOptional?: boolean}} LockedPackage
 * @typedef {{packages: Record<string, LockedPackage>}} Lockfile
 */

/**
 * @param {string} file
 * @returns {Lockfile | undefined}
 */
function readLockfile(file) {
  try {
    return JSON.parse(fs.readFileSync(path.join(root, file), 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * Whether node_modules holds what package-lock.json names. npm writes down there what it has installed; versions are
 * compared rather than the files' times, which a clone or a checkout changes for no reason.
 */
function isInstalled() {
  const wanted = readLockfile('package-lock.json');
  const installed = readLockfile('node_modules/.package-lock.json');
  if (!wanted || !installed) return false;
  return Object.entries(wanted.packages).every(
    ([place, {version, optional, devOptional}]) =>
      // The workspaces themselves.
      !place.includes('node_modules/') ||
      // Packages for other platforms are left out by npm.
      (!installed.packages[place] && (optional || devOptional)) ||
      (installed.packages[place] && installed.packages[place].version === version),
  );
}

/** Installs what is missing, or ends this process with a message. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  console.log('Installing the packages of package-lock.json from the npm registry (npm ci) …');
  const code = await npm(['ci', '--no-audit', '--no-fund']);
  if (code !== 0) fail('npm ci failed: see above. Is the npm registry within reach?');
}
