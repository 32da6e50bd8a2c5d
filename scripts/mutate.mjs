/**
 * `npm run mutate [-- NAME …]`: changes the flow engine on purpose, one small change at a time, and looks whether a test notices. A name
 * is that of a folder or of a file in `plugin/src/flow`, or of one of the parts below; without one, all files are done. Each part is done by
 * itself, so that a run that is ended loses one.
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
const own = 'plugin/test/flow';
const home = 'plugin/test/mutation';
const results = path.join(root, home, 'results.json');

/** The files of the engine; what only lists or describes has nothing to be changed. */
const known = fs
  .readdirSync(path.join(root, engine), {recursive: true, encoding: 'utf8'})
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts') && !['index.ts', 'types.ts'].includes(file))
  .sort();

/** @typedef {{line: number, column: number, mutator: string, replacement: string, status: string}} Survivor */

/** The tests of what a page does. */
const page = [
  'answers',
  'values',
  'content',
  'traits',
  'evaluate',
  'product',
  'unnoticed',
  'checks-from-schema',
  'formats/spellings',
];

/** The tests of the check of existing files, but for those that take seconds: these are for what is compared with what the flow writes. */
const quick = [
  ...['changes', 'choices', 'mask', 'json', 'remedies'].map((name) => `existing/${name}`),
  'traits',
  'checks-from-schema',
];
const existing = [...quick, 'existing/faults', 'existing/right-files'];

/**
 * The parts of the engine (a file belongs to the first that fits), and the tests that are about each, as far as they take no seconds: what none
 * of these notices, no other should have to. The first are those that notice most.
 *
 * @type {readonly {readonly name: string, readonly files: RegExp, readonly tests: readonly string[]}[]}
 */
const parts = [
  {name: 'comparing', files: /^existing\/(?:compar|rules)/, tests: existing},
  {name: 'placing', files: /^existing\/(?:place|mask|read|base|value)/, tests: quick},
  {name: 'recognising', files: /^(?:existing\/|checks-from-schema|expressions)/, tests: quick},
  {
    name: 'reading',
    files: /^formats\/(?:\w+\/(?:read|mend)|value-text)\.ts$/,
    tests: ['yaml', 'dotenv', 'json', 'ini', 'properties', 'toml', 'lines'].map(
      (name) => `formats/reading/${name}`,
    ),
  },
  {
    name: 'writing',
    files: /^formats\//,
    tests: ['formats/spellings', ...page, 'formats/ini', 'formats/properties', 'formats/toml'],
  },
  {
    name: 'compiling',
    files: /^(?:compile|content-writer|source)/,
    tests: ['compile', ...page, 'problems'],
  },
  {name: 'answering', files: /./, tests: page},
];

/**
 * Changes files of one part.
 *
 * @param {(typeof parts)[number]} part
 * @param {readonly string[]} files
 */
async function mutate({name, tests}, files) {
  process.env.MUTATION_TESTS = JSON.stringify(tests.map((each) => `${own}/${each}.test.ts`));
  return new Stryker({
    mutate: files.map((file) => `${engine}/${file}`),
    testRunner: 'vitest',
    vitest: {configFile: `${home}/vitest.config.ts`, related: false},
    coverageAnalysis: 'perTest',
    // Two cores are soon busy, and the tests are quick.
    concurrency: 1,
    // Types are not asked for, but where they are configured is.
    ignorePatterns: [
      '.mutation',
      'bench',
      'content',
      'e2e/.work',
      'plugin/lib',
      'site/build',
      'test-results',
    ],
    incremental: true,
    incrementalFile: `.mutation/${name}.json`,
    tempDirName: `.mutation/sandbox-${name}`,
    reporters: ['progress-append-only'],
    warnings: {
      unknownOptions: true,
      preprocessorErrors: true,
      unserializableOptions: true,
      slow: false,
    },
    allowEmpty: true,
  }).runMutationTest();
}

/** @param {string} file */
const partOf = (file) => parts.find(({files}) => files.test(file));

const names = process.argv.slice(2);
const chosen = known.filter(
  (file) =>
    names.length === 0 ||
    names.some(
      (name) => file === name || file.startsWith(`${name}/`) || partOf(file)?.name === name,
    ),
);
if (chosen.length === 0) {
  const all = [...parts.map(({name}) => name), ...known].join(', ');
  fail(`There is nothing like that in ${engine}: ${all}`);
}

for (const part of parts) {
  const files = chosen.filter((file) => partOf(file) === part);
  if (files.length === 0) continue;
  const mutants = await mutate(part, files);
  // Read late: other parts may be done at the same time.
  /** @type {{[file: string]: {noticed: number, of: number, survivors: Survivor[]}}} */
  const all = fs.existsSync(results) ? JSON.parse(fs.readFileSync(results, 'utf8')) : {};
  for (const file of files) {
    const here = mutants.filter(({fileName}) => fileName.endsWith(`${engine}/${file}`));
    const noticed = here.filter(({status}) => status === 'Killed' || status === 'Timeout').length;
    const survivors = here
      .filter(({status}) => status === 'Survived' || status === 'NoCoverage')
      .map(({location, mutatorName, replacement, status}) => ({
        line: location.start.line,
        column: location.start.column,
        mutator: mutatorName,
        replacement: replacement ?? '',
        status,
      }))
      .sort((a, b) => a.line - b.line || a.column - b.column);
    delete all[file];
    const of = noticed + survivors.length;
    if (of === 0) continue;
    for (const {line, column, mutator, replacement} of survivors) {
      console.log(`${file}:${line}:${column} ${mutator}: ${replacement.replaceAll('\n', ' ')}`);
    }
    console.log(`${file}: ${noticed} of ${of} noticed`);
    all[file] = {noticed, of, survivors};
  }
  // What has been moved since is left out.
  const kept = Object.entries(all).filter(([name]) => known.includes(name));
  const sorted = Object.fromEntries(kept.sort(([a], [b]) => a.localeCompare(b, 'en')));
  fs.writeFileSync(results, `${JSON.stringify(sorted, null, 2)}\n`);
}
