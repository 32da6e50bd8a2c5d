/**
 * `npm run mutate [-- NAME …]`: changes the flow engine on purpose, one small change at a time, and looks whether a test notices. A name
 * is that of a folder or of a file in `plugin/src/flow`; without one, all folders and files are done, each by itself.
 *
 * What is known from runs before is kept in `.mutation`, so that only what has changed since is tried. The results are
 * written to `plugin/test/mutation/results.json`; `survivors.md` beside it says why changes that no test notices may stay.
 */
import fs from 'node:fs';
import path from 'node:path';
import {ensureInstalled} from './install.mjs';
import {fail, root} from './support.mjs';

await ensureInstalled();
// Imported here, because ensureInstalled() installs it.
const {Stryker} = await import('@stryker-mutator/core');

const engine = 'plugin/src/flow';
const home = 'plugin/test/mutation';
const results = path.join(root, home, 'results.json');

const known = fs
  .readdirSync(path.join(root, engine), {withFileTypes: true})
  // What only lists or describes has nothing to be changed.
  .filter((entry) => entry.isDirectory() || !['index.ts', 'types.ts'].includes(entry.name))
  .map((entry) => entry.name)
  .sort();

/** @typedef {{file: string, line: number, column: number, mutator: string, replacement: string, status: string}} Survivor */

/**
 * The folder of tests for a folder of the engine; what has none of its own is tested with the whole.
 *
 * @param {string} name
 */
function testsOf(name) {
  const own = [`plugin/test/flow/${name}`, `plugin/test/flow-${name.split('-')[0]}`];
  return own.find((folder) => fs.existsSync(path.join(root, folder))) ?? 'plugin/test/flow';
}

/** @param {string} name */
async function mutate(name) {
  const pattern = `${engine}/${name}${name.endsWith('.ts') ? '' : '/**/*.ts'}`;
  process.env.MUTATED = name;
  const mutants = await new Stryker({
    mutate: [pattern],
    testRunner: 'vitest',
    vitest: {configFile: `${home}/vitest.config.ts`, dir: testsOf(name)},
    coverageAnalysis: 'perTest',
    // Two cores are soon busy; a folder is small.
    concurrency: 1,
    // Types are not asked for, but where they are configured is.
    ignorePatterns: ['bench', 'content', 'e2e/.work', 'plugin/lib', 'site/build', 'test-results'],
    incremental: true,
    incrementalFile: `.mutation/${name}.json`,
    tempDirName: '.mutation/sandbox',
    reporters: ['progress-append-only'],
    allowEmpty: true,
  }).runMutationTest();
  const noticed = mutants.filter(({status}) => status === 'Killed' || status === 'Timeout');
  /** @type {Survivor[]} */
  const survivors = mutants
    .filter(({status}) => status === 'Survived' || status === 'NoCoverage')
    .map(({fileName, location, mutatorName, replacement, status}) => ({
      file: path.relative(path.join(root, engine), fileName),
      line: location.start.line,
      column: location.start.column,
      mutator: mutatorName,
      replacement: replacement ?? '',
      status,
    }));
  return {noticed: noticed.length, of: noticed.length + survivors.length, survivors};
}

const chosen = process.argv.slice(2);
for (const name of chosen) {
  if (!known.includes(name)) fail(`There is no "${name}" in ${engine}: ${known.join(', ')}`);
}
/** @type {{[name: string]: Awaited<ReturnType<typeof mutate>>}} */
const all = fs.existsSync(results) ? JSON.parse(fs.readFileSync(results, 'utf8')) : {};
for (const name of chosen.length > 0 ? chosen : known) {
  all[name] = await mutate(name);
  // What has been moved since is left out.
  const kept = Object.entries(all).filter(([key]) => known.includes(key));
  const sorted = Object.fromEntries(kept.sort(([a], [b]) => a.localeCompare(b, 'en')));
  fs.writeFileSync(results, `${JSON.stringify(sorted, null, 2)}\n`);
  const {noticed, of, survivors} = all[name];
  for (const {file, line, column, mutator, replacement} of survivors) {
    console.log(`${file}:${line}:${column} ${mutator}: ${replacement.replaceAll('\n', ' ')}`);
  }
  console.log(`${name}: ${noticed} of ${of} noticed`);
}
