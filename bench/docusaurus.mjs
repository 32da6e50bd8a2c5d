/** Runs Docusaurus in the benchmark's sites and measures what it uses. */
import {spawn} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

const program = fileURLToPath(
  new URL('../node_modules/@docusaurus/core/bin/docusaurus.mjs', import.meta.url),
);
const hook = fileURLToPath(new URL('usage.cjs', import.meta.url));

/**
 * @typedef {object} Usage
 * @property {number} wall Seconds from the start of the program to its end.
 * @property {number} cpu Seconds of CPU time, of all threads and processes.
 * @property {number} memory The most memory that the program had at one time (resident set), in MB; of several processes, the sum.
 */

/**
 * @param {string} folder The site's.
 * @param {string[]} args
 * @returns {Promise<Usage & {output: string}>}
 */
export async function docusaurus(folder, args) {
  const file = path.join(folder, 'usage.jsonl');
  fs.rmSync(file, {force: true});
  const start = performance.now();
  const child = spawn(process.execPath, [program, ...args], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      BENCH_USAGE: file,
      NODE_OPTIONS: `--require ${JSON.stringify(hook)}`,
      NO_UPDATE_NOTIFIER: '1',
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      output += text;
    });
  }
  const code = await new Promise((resolve) => child.on('close', resolve));
  const wall = (performance.now() - start) / 1000;
  if (code !== 0) {
    throw new Error(`docusaurus ${args.join(' ')} failed in ${folder}:\n${output}`);
  }

  const usage = fs
    .readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => /** @type {{cpu: number, memory: number}} */ (JSON.parse(line)));
  return {
    wall,
    cpu: usage.reduce((sum, {cpu}) => sum + cpu, 0),
    memory: usage.reduce((sum, {memory}) => sum + memory, 0),
    output,
  };
}

/** @param {string} folder Removes everything that builds leave in a site. */
export function removeCaches(folder) {
  for (const name of ['node_modules/.cache', '.docusaurus', 'build']) {
    fs.rmSync(path.join(folder, name), {recursive: true, force: true});
  }
}
