/** Installs packages of a Debian-like system: in continuous integration, or where the user agrees. */
import {spawnSync} from 'node:child_process';
import {createInterface} from 'node:readline/promises';
import {isCI, run} from './support.mjs';

/**
 * @param {string} purpose What they are for, as the user reads it.
 * @param {string[]} packages
 * @returns {Promise<void>} Once they are installed, or were refused: the caller looks for what it needs.
 */
export async function aptInstall(purpose, packages) {
  if (process.platform !== 'linux' || spawnSync('apt-get', ['--version']).error) return;
  const sudo = process.getuid?.() === 0 ? [] : ['sudo'];
  const install = ['apt-get', 'install', '-y', '--no-install-recommends', ...packages];
  if (!isCI) {
    if (!process.stdin.isTTY) return;
    const terminal = createInterface({input: process.stdin, output: process.stdout});
    const question = `Install what ${purpose} need with \`${[...sudo, ...install].join(' ')}\`? [y/N] `;
    const answer = await terminal.question(question);
    terminal.close();
    if (!/^y(es)?$/i.test(answer.trim())) return;
  }
  console.log(`Installing ${packages.join(', ')} with the system's package manager …`);
  const env = {...process.env, DEBIAN_FRONTEND: 'noninteractive'};
  for (const command of [['apt-get', 'update'], install]) {
    const [program = '', ...args] = [...sudo, ...command];
    if ((await run(program, args, {env})) !== 0) return;
  }
}
