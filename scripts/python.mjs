/** Finds a Python with the packages that some tests compare our output with. */
import {spawnSync} from 'node:child_process';
import {aptInstall} from './apt.mjs';
import {isCI} from './support.mjs';

/**
 * @returns {string | undefined} A Python that has `dotenv` (what Docker Compose's env files are read with elsewhere) and
 * `yaml`; undefined where there is none, and tests that need it are skipped by name.
 */
export function findPython() {
  const candidates = [process.env.PYTHON, 'python3', '/usr/bin/python3', 'python', 'py'];
  return candidates.find(
    (python) => python && spawnSync(python, ['-c', 'import dotenv, yaml']).status === 0,
  );
}

/** In continuous integration, installs that Python where it is missing: nothing is skipped there. */
export async function ensurePython() {
  if (!isCI || findPython()) return;
  await aptInstall('comparisons with Python', ['python3-dotenv', 'python3-yaml']);
}
