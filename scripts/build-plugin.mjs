/**
 * Builds the plugin: plugin/src to plugin/lib. Only what changed is built, so calling it too often costs a second.
 * Run by itself (`node scripts/build-plugin.mjs`) or through buildPlugin().
 */
import fs from 'node:fs';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {generated} from './generate-translations.mjs';
import {ensureInstalled} from './install.mjs';
import {root, run, tool} from './support.mjs';

const source = path.join(root, 'plugin/src');
const output = path.join(root, 'plugin/lib');

/** The plugin's three programs: each has its own idea of what its code may use. */
const projects = ['flow', 'node', 'client'].map((name) => `plugin/tsconfig.${name}.json`);

/** Endings of what tsc makes of one source file. */
const compiled = /\.([cm]?js|d\.[cm]?ts)(\.map)?$/;

/**
 * @param {string} folder
 * @returns {string[]} The files in it and in its folders, relative to it.
 */
function filesIn(folder) {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter((file) => fs.statSync(path.join(folder, file)).isFile());
}

/** Copies what tsc leaves alone (style sheets), and removes what belongs to source files that are gone. */
function copyAndClean() {
  const sources = new Set(filesIn(source));
  for (const file of sources) {
    if (!file.endsWith('.css')) continue;
    const from = path.join(source, file);
    const to = path.join(output, file);
    if (fs.existsSync(to) && fs.readFileSync(from).equals(fs.readFileSync(to))) continue;
    fs.mkdirSync(path.dirname(to), {recursive: true});
    fs.copyFileSync(from, to);
  }
  for (const file of filesIn(output)) {
    const stem = file.replace(compiled, '');
    const isKept =
      file === path.normalize(generated) ||
      file.endsWith('.tsbuildinfo') ||
      [file, ...['ts', 'tsx', 'cts'].map((ending) => `${stem}.${ending}`)].some((candidate) =>
        sources.has(candidate),
      );
    if (!isKept) fs.rmSync(path.join(output, file));
  }
}

/**
 * @returns {Promise<number>} The exit code.
 */
export async function buildPlugin() {
  const code = await tool('tsc', ['-b', ...projects]);
  copyAndClean();
  if (code !== 0) return code;
  // A process of its own: in this one, Node would know what was built before.
  return run(process.execPath, [path.join(root, 'scripts/generate-translations.mjs')]);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await ensureInstalled();
  process.exitCode = await buildPlugin();
}
