/**
 * What the other scripts share: where the repository is and how programs are run. It uses Node's built-in
 * modules only, because it runs before anything is installed.
 */
import {spawn} from 'node:child_process';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

/** The repository's folder. */
export const root = fileURLToPath(new URL('../', import.meta.url));

/** Whether this is a continuous integration run: nobody is there to be asked. */
export const isCI = Boolean(process.env.CI) && process.env.CI !== 'false';

/**
 * @param {string} message What went wrong and what to do about it.
 * @returns {never}
 */
export function fail(message) {
  console.error(`\n${message}`);
  process.exit(1);
}

if (Number.parseInt(process.versions.node, 10) < 20) {
  fail(`This needs Node.js 20 or later, and this is ${process.version}: see https://nodejs.org`);
}

/**
 * Runs a program with this terminal as its own, and passes on the signals that end this process.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>} The exit code; 1 where the program could not be started or was ended by a signal.
 */
export function run(command, args, options) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {cwd: root, stdio: 'inherit', ...options});
    const end = () => child.kill('SIGTERM');
    // Ctrl+C reaches the program by itself: here it only must not end this process first.
    const wait = () => {};
    process.on('SIGTERM', end).on('SIGINT', wait);
    const done = (/** @type {number} */ code) => {
      process.off('SIGTERM', end).off('SIGINT', wait);
      resolve(code);
    };
    child.on('error', (error) => {
      console.error(`${command}: ${error.message}`);
      done(1);
    });
    child.on('close', (code) => done(code ?? 1));
  });
}

/** The programs of our dependencies, by the file that Node runs: the same on every platform. */
const tools = {
  attw: '@arethetypeswrong/cli/dist/index.js',
  biome: '@biomejs/biome/bin/biome',
  docusaurus: '@docusaurus/core/bin/docusaurus.mjs',
  knip: 'knip/bin/knip.js',
  playwright: 'playwright/cli.js',
  publint: 'publint/src/cli.js',
  tsc: 'typescript/bin/tsc',
  vitest: 'vitest/vitest.mjs',
};

/**
 * Runs a program of one of our dependencies.
 *
 * @param {keyof typeof tools} name
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export function tool(name, args, options) {
  return run(process.execPath, [path.join(root, 'node_modules', tools[name]), ...args], options);
}

/**
 * Runs npm: the one that runs this script, if npm does.
 *
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export function npm(args, options) {
  const cli = process.env.npm_execpath;
  return cli?.endsWith('npm-cli.js')
    ? run(process.execPath, [cli, ...args], options)
    : run('npm', args, {shell: process.platform === 'win32', ...options});
}
