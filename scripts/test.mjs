/**
 * `npm test`: installs what is missing, runs every stage below and prints `N passed, N failed` at the end.
 *
 * `node scripts/test.mjs [STAGE …] [-- ARGUMENTS]` runs some of the stages; the arguments go to the last one's program.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {buildPlugin} from './build-plugin.mjs';
import {ensureInstalled} from './install.mjs';
import {ensurePython} from './python.mjs';
import {fail, npm, root, run, tool} from './support.mjs';

const results = path.join(root, 'test-results');
const unitResults = path.join(results, 'unit.json');
const proofResults = path.join(results, 'proofs.json');
const e2eResults = path.join(results, 'e2e.json');

/**
 * @typedef {{passed: number, failed: number, skipped: string[]}} Counts
 *
 * @typedef {object} Stage
 * @property {string} title
 * @property {string[]} [needs] Stages without whose success this one makes no sense.
 * @property {(args: string[]) => Promise<number>} run Returns the exit code.
 * @property {() => Counts | undefined} [count] Reads how many tests ran.
 * @property {boolean} [onDemand] Runs only where it is named.
 */

/** @type {Record<string, Stage>} */
const stages = {
  plugin: {title: 'Build the plugin', run: buildPlugin},
  types: {title: 'Types', run: (args) => tool('tsc', ['-b', ...args])},
  lint: {title: 'Lint and format', run: (args) => tool('biome', ['check', ...args])},
  package: {title: 'Package', needs: ['plugin'], run: checkPackage},
  unit: {
    title: 'Unit tests',
    async run(args) {
      await ensurePython();
      return vitest(unitResults, args);
    },
    count: () => countVitestTests(unitResults),
  },
  prove: {
    title: 'Proofs',
    run: (args) => vitest(proofResults, ['--config', 'e2e/prove/vitest.config.ts', ...args]),
    count: () => countVitestTests(proofResults),
  },
  site: {
    title: 'Build the site',
    needs: ['plugin'],
    run: (args) =>
      tool('docusaurus', ['build', ...args], {
        cwd: path.join(root, 'site'),
        // Pages that a former version of the plugin has compiled prove nothing.
        env: {...process.env, DOCUSAURUS_NO_PERSISTENT_CACHE: 'true'},
      }),
  },
  e2e: {
    title: 'End-to-end tests',
    needs: ['plugin', 'site'],
    run: (args) => playwright('e2e', args),
    count: countE2eTests,
  },
  matrix: {
    title: 'Version matrix',
    needs: ['plugin'],
    run: (args) => playwright('matrix', args),
    count: countE2eTests,
    onDemand: true,
  },
};

/**
 * @param {string} file Where the results go.
 * @param {string[]} args
 */
function vitest(file, args) {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  return tool('vitest', ['run', ...reporters, ...args]);
}

/**
 * @param {string} project One of those in e2e/playwright.config.ts.
 * @param {string[]} args
 */
async function playwright(project, args) {
  // Imported here, because it needs what ensureInstalled() installs.
  const {ensureBrowser} = await import('./browser.mjs');
  console.log(`Browser: ${await ensureBrowser()}`);
  return tool('playwright', ['test', '--config', 'e2e', `--project=${project}`, ...args]);
}

/** Looks for what is wrong with the package as npm would publish it, and for code and packages that nobody needs. */
async function checkPackage() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'package-'));
  const pack = ['pack', '--workspace', 'plugin', '--pack-destination', folder, '--silent'];
  if ((await npm(pack)) !== 0) return 1;
  const [name = ''] = fs.readdirSync(folder);
  const file = path.join(folder, name);
  const codes = [
    await tool('publint', ['run', file, '--strict']),
    await tool('attw', [file, '--format', 'table-flipped']),
    await tool('knip', ['--no-progress']),
    await run(process.execPath, ['scripts/generate-api-reference.mjs', '--check']),
  ];
  fs.rmSync(folder, {recursive: true});
  return Math.max(...codes);
}

/**
 * @param {string} file
 * @returns {any} Its content; undefined where the runner did not get as far as writing it.
 */
function readResults(file) {
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : undefined;
}

/**
 * @param {string} file
 * @returns {Counts | undefined}
 */
function countVitestTests(file) {
  const report = readResults(file);
  if (!report) return undefined;
  /** @type {{status: string, fullName: string}[]} */
  const tests = report.testResults.flatMap((/** @type {any} */ file) => file.assertionResults);
  return {
    passed: tests.filter(({status}) => status === 'passed').length,
    failed: tests.filter(({status}) => status === 'failed').length,
    skipped: tests
      .filter(({status}) => status !== 'passed' && status !== 'failed')
      .map(({fullName}) => fullName),
  };
}

/** @returns {Counts | undefined} */
function countE2eTests() {
  const report = readResults(e2eResults);
  if (!report) return undefined;
  /** @type {(suite: any, titles: string[]) => {title: string, tests: {status: string}[]}[]} */
  const testsIn = ({specs = [], suites = []}, titles) => [
    ...specs.map((/** @type {any} */ {title, tests}) => ({
      title: [...titles, title].join(' '),
      tests,
    })),
    ...suites.flatMap((/** @type {any} */ suite) => testsIn(suite, [...titles, suite.title])),
  ];
  return {
    passed: report.stats.expected,
    failed: report.stats.unexpected + report.stats.flaky,
    skipped: testsIn(report, [])
      .filter(({tests}) => tests.some(({status}) => status === 'skipped'))
      .map(({title}) => title),
  };
}

/**
 * @param {Stage['run']} run
 * @param {string[]} args
 * @returns {Promise<number>} The stage's exit code; 1, and a message, where it throws.
 */
async function attempt(run, args) {
  try {
    return await run(args);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  }
}

const separator = process.argv.indexOf('--');
const end = separator === -1 ? process.argv.length : separator;
const named = process.argv.slice(2, end);
const all = Object.keys(stages).filter((name) => !stages[name]?.onDemand);
const chosen = named.length > 0 ? named : all;
const passedOn = process.argv.slice(end + 1);

await ensureInstalled();
fs.rmSync(results, {recursive: true, force: true});

/** @type {Set<string>} */
const failedStages = new Set();
/** @type {Counts} */
const total = {passed: 0, failed: 0, skipped: []};
/** @type {string[]} */
const summary = [];

for (const name of chosen) {
  const stage = stages[name] ?? fail(`There is no stage "${name}": ${Object.keys(stages)}`);
  const {title, needs = [], run, count} = stage;
  console.log(`\n=== ${title} ===\n`);
  const missing = needs.find((need) => failedStages.has(need));
  const started = performance.now();
  const ok = !missing && (await attempt(run, name === chosen.at(-1) ? passedOn : [])) === 0;
  const counts = (!missing && count?.()) || {passed: 0, failed: 0, skipped: []};
  // A stage that failed without a failed test of its own counts as one.
  if (!ok && counts.failed === 0) counts.failed = 1;
  if (!ok) failedStages.add(name);
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped.push(...counts.skipped);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const outcome = missing ? `NOT RUN: "${stages[missing]?.title}" failed` : ok ? 'ok' : 'FAILED';
  summary.push(`${title.padEnd(18)} ${seconds.padStart(6)} s  ${outcome}`);
}

console.log(`\n=== Summary ===\n\n${summary.join('\n')}\n`);
for (const name of total.skipped) console.log(`skipped: ${name}`);
if (total.failed > 0 || chosen.some((name) => stages[name]?.count)) {
  console.log(`${total.passed} passed, ${total.failed} failed`);
}
process.exitCode = total.failed > 0 ? 1 : 0;
