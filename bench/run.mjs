/**
 * `npm run bench`: compares sites in our syntax with the same sites in Docusaurus's own, prints one table, and writes it to
 * bench/results.json and to a page of the documentation.
 *
 * `-- --pages 1200`  other than 300 pages; the ids of the rows say so
 * `-- --rounds 5`    more or fewer than 3 measurements of everything; a row is their median, and so is its ratio
 * `-- --only ID,ID`  some rows only, which replace these rows in bench/results.json
 *
 * A round measures each step for one dialect and then for the other, and the next round in the opposite order. The two are compared
 * with each other, for a machine is not as fast at one time as at another. CPU time and memory are what Node's
 * `process.resourceUsage()` says at the end of the measured process: see usage.cjs.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {buildPlugin} from '../scripts/build-plugin.mjs';
import {ensureInstalled} from '../scripts/install.mjs';
import {fail} from '../scripts/support.mjs';

/** @typedef {import('./generate.mjs').Dialect} Dialect */
/** @typedef {import('./generate.mjs').SiteOptions} SiteOptions */
/** @typedef {import('./docusaurus.mjs').Usage} Usage */

/**
 * @typedef {object} Row
 * @property {string} id
 * @property {string} unit
 * @property {number | null} ours
 * @property {number | null} native
 * @property {number | null} ratio
 */

/** @typedef {(folder: string, site: SiteOptions, round: number) => void} Preparation */

/**
 * Something that is done once in each round for each dialect.
 *
 * @typedef {object} Step
 * @property {string} name
 * @property {string} [after] The step that must have been made before.
 * @property {Pick<SiteOptions, 'format' | 'pages'>} site
 * @property {string[]} args Those of `docusaurus`.
 * @property {Preparation} [prepare]
 * @property {Dialect[]} [dialects] Both, unless it says otherwise.
 */

const {values: flags} = parseArgs({
  options: {pages: {type: 'string'}, rounds: {type: 'string'}, only: {type: 'string'}},
});
const pages = wholeNumber('pages', 300);
const rounds = wholeNumber('rounds', 3);
const command = [
  'npm run bench',
  ...(process.argv.length > 2 ? ['--', ...process.argv.slice(2)] : []),
].join(' ');

const resultsFile = fileURLToPath(new URL('results.json', import.meta.url));

/** @type {Dialect[]} */
const dialects = ['ours', 'native'];

await ensureInstalled();
if ((await buildPlugin()) !== 0) fail('The plugin does not compile: see above.');

// Imported here, because they need what has just been installed and built.
const {pageFile, partialFile, work, writeSite} = await import('./generate.mjs');
const {packPlugin} = await import('../scripts/pack-plugin.mjs');
const {docusaurus, removeCaches} = await import('./docusaurus.mjs');
const {Compiler, measureStages, stages} = await import('./stages.mjs');
const {measureFirstCheck} = await import('./check-file.mjs');
const {measureChooser} = await import('./chooser.mjs');
const {writePage} = await import('./page.mjs');

// Bundlers treat a package in node_modules otherwise than the repository's own files.
await packPlugin(work);

const build = ['build'];
const mdx = {format: /** @type {const} */ ('mdx'), pages};

/** @type {Step[]} */
const steps = [
  {name: 'cold', site: mdx, args: build, prepare: removeCaches},
  {name: 'warm', after: 'cold', site: mdx, args: build},
  {name: 'page', after: 'cold', site: mdx, args: build, prepare: changePage},
  {name: 'partial', after: 'cold', site: mdx, args: build, prepare: changePartial},
  {name: 'check', after: 'cold', site: mdx, args: ['markdoc:check'], dialects: ['ours']},
  {name: 'cold-md', site: {format: 'md', pages}, args: build, prepare: removeCaches},
  {name: 'cold-1', site: {format: 'mdx', pages: 1}, args: build, prepare: removeCaches},
  {name: 'cold-many', site: {format: 'mdx', pages: 4 * pages}, args: build, prepare: removeCaches},
];

/** Every measurement, by step and dialect. @type {Map<string, Usage[]>} */
const measured = new Map();

/**
 * The rows, in the order of the table; each with the steps that it needs.
 *
 * @type {{ids: string[], needs: string[], rows: () => Row[] | Promise<Row[]>}[]}
 */
const groups = [
  ...buildRows('cold', `cold-${pages}`, `memory-${pages}`),
  ...buildRows('cold-md', `cold-${pages}-md`, `memory-${pages}-md`),
  ...buildRows('warm', `warm-${pages}`),
  ...buildRows('page', 'page-rebuild'),
  ...buildRows('partial', 'partial-rebuild'),
  {ids: ['cold-growth'], needs: ['cold-1', 'cold', 'cold-many'], rows: growthRow},
  {ids: [`check-${pages}`], needs: ['cold', 'check'], rows: checkRow},
  {
    ids: ['mdx', 'md'].flatMap((format) =>
      ['page', ...stages].map((stage) => stageId(stage, format)),
    ),
    needs: [],
    rows: stageRows,
  },
  {
    ids: [
      'chooser-gzip',
      'chooser-brotli',
      'other-page-gzip',
      'other-page-brotli',
      'further-page-gzip',
      'further-page-brotli',
      'keystroke-p50',
      'keystroke-p95',
    ],
    needs: [],
    rows: chooserRows,
  },
  {ids: ['check-file-first'], needs: [], rows: firstCheckRows},
];

const allIds = groups.flatMap(({ids}) => ids);
const wanted = flags.only?.split(',') ?? allIds;
for (const id of wanted) {
  if (!allIds.includes(id)) fail(`There is no row "${id}". The rows are ${allIds.join(', ')}.`);
}
const chosen = groups.filter(({ids}) => ids.some((id) => wanted.includes(id)));
await runSteps(new Set(chosen.flatMap(({needs}) => needs)));
/** @type {Row[]} */
const rows = [];
for (const group of chosen) {
  const made = await group.rows();
  rows.push(...made.filter(({id}) => wanted.includes(id)));
}

print(rows);
save(rows);

/** @param {'pages' | 'rounds'} name @param {number} otherwise */
function wholeNumber(name, otherwise) {
  const value = Number(flags[name] ?? otherwise);
  if (Number.isInteger(value) && value > 0) return value;
  return fail(`--${name} takes a whole number above 0, not "${flags[name]}".`);
}

/** @param {Set<string>} needed */
async function runSteps(needed) {
  for (const {name, after} of steps.toReversed()) if (needed.has(name) && after) needed.add(after);
  const planned = [];
  for (const step of steps.filter(({name}) => needed.has(name))) {
    if (step.name !== 'check' || (await hasCheck())) planned.push(step);
  }
  for (const {site} of planned) {
    for (const dialect of dialects) writeSite(siteFolder(dialect, site), {...site, dialect});
  }
  for (let round = 1; round <= rounds; round++) {
    const order = round % 2 === 1 ? dialects : dialects.toReversed();
    for (const step of planned) {
      for (const dialect of order) {
        if (step.dialects && !step.dialects.includes(dialect)) continue;
        const folder = siteFolder(dialect, step.site);
        step.prepare?.(folder, {...step.site, dialect}, round);
        const {wall, cpu, memory} = await docusaurus(folder, step.args);
        const key = `${step.name} ${dialect}`;
        measured.set(key, [...(measured.get(key) ?? []), {wall, cpu, memory}]);
        const numbers = `${wall.toFixed(1)} s, ${cpu.toFixed(1)} s CPU, ${memory.toFixed(0)} MB`;
        console.log(`round ${round}  ${step.name.padEnd(9)} ${dialect.padEnd(6)}  ${numbers}`);
      }
    }
  }
}

/** Whether the plugin has the command `markdoc:check`. */
async function hasCheck() {
  const site = {...mdx, pages: 1, dialect: /** @type {const} */ ('ours')};
  const folder = siteFolder('ours', site);
  writeSite(folder, site);
  return (await docusaurus(folder, ['--help'])).output.includes('markdoc:check');
}

/** @param {Dialect} dialect @param {Pick<SiteOptions, 'format' | 'pages'>} site */
function siteFolder(dialect, site) {
  return path.join(work, `${dialect}-${site.format}-${site.pages}`);
}

/** @type {Preparation} */
function changePage(folder, {pages}, round) {
  append(path.join(folder, 'docs', pageFile(Math.floor(pages / 2))), round);
}

/** @type {Preparation} */
function changePartial(folder, site, round) {
  append(path.join(folder, partialFile(site)), round);
}

/** @param {string} file @param {number} round */
function append(file, round) {
  fs.appendFileSync(file, `\nChanged in round ${round}.\n`);
}

/**
 * @param {string} step
 * @param {Dialect} dialect
 * @param {keyof Usage} value
 * @returns {number[]} Of each round.
 */
function valuesOf(step, dialect, value) {
  return (measured.get(`${step} ${dialect}`) ?? []).map((usage) => usage[value]);
}

/** @param {number[]} values */
function median(values) {
  return quantile(values, 0.5);
}

/**
 * A row of the medians of the rounds, and of the median of their ratios.
 *
 * @param {string} id
 * @param {string} unit
 * @param {number[]} ours
 * @param {number[]} native
 * @returns {Row}
 */
function rowOf(id, unit, ours, native) {
  const ratios = ours.map((each, round) => each / (native[round] ?? Number.NaN));
  return {id, unit, ours: median(ours), native: median(native), ratio: median(ratios)};
}

/** @param {number[]} values @param {number} share */
function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const [below, above] = [
    sorted[Math.floor(at)] ?? Number.NaN,
    sorted[Math.ceil(at)] ?? Number.NaN,
  ];
  return below + (above - below) * (at - Math.floor(at));
}

/**
 * @param {string} id
 * @param {string} unit
 * @param {number | null} ours
 * @param {number | null} [native]
 * @returns {Row}
 */
function row(id, unit, ours, native = null) {
  const ratio = ours !== null && native !== null ? ours / native : null;
  return {id, unit, ours, native, ratio};
}

/**
 * Time, CPU time and, where it has an id, memory of a step.
 *
 * @param {string} step
 * @param {string} id
 * @param {string} [memoryId]
 */
function buildRows(step, id, memoryId) {
  /** @type {[string, string, keyof Usage][]} */
  const kinds = [
    [id, 's', 'wall'],
    [`${id}-cpu`, 's', 'cpu'],
  ];
  if (memoryId) kinds.push([memoryId, 'MB', 'memory']);
  return kinds.map(([id, unit, value]) => ({
    ids: [id],
    needs: [step],
    rows: () => [rowOf(id, unit, valuesOf(step, 'ours', value), valuesOf(step, 'native', value))],
  }));
}

/** The time for each page added to a larger site, over that for each page added to a smaller one: in each round by itself. */
function growthRow() {
  const growth = (/** @type {Dialect} */ dialect) => {
    const one = valuesOf('cold-1', dialect, 'wall');
    const many = valuesOf('cold-many', dialect, 'wall');
    return valuesOf('cold', dialect, 'wall').map((some, round) => {
      const [less = Number.NaN, more = Number.NaN] = [one[round], many[round]];
      return (more - some) / (3 * pages) / ((some - less) / (pages - 1));
    });
  };
  return [rowOf('cold-growth', '×', growth('ours'), growth('native'))];
}

function checkRow() {
  const exists = measured.has('check ours');
  const check = exists ? median(valuesOf('check', 'ours', 'wall')) : null;
  const build = exists ? median(valuesOf('cold', 'ours', 'wall')) : null;
  return [row(`check-${pages}`, 's', check, build)];
}

/** @param {string} stage @param {string} format */
function stageId(stage, format) {
  return `${stage === 'page' ? 'compile-page' : `compile-page-${stage}`}${format === 'md' ? '-md' : ''}`;
}

async function stageRows() {
  /** @type {SiteOptions[]} */
  const sites = /** @type {const} */ (['mdx', 'md']).flatMap((format) =>
    dialects.map((dialect) => ({format, dialect, pages: 25})),
  );
  const compilers = [];
  for (const site of sites) {
    const folder = path.join(work, `stages-${site.dialect}-${site.format}`);
    writeSite(folder, site);
    compilers.push(await Compiler.create(folder, site));
  }
  const times = await measureStages(compilers, 10);
  return ['mdx', 'md'].flatMap((format, index) => {
    const [ours, native] = times.slice(2 * index, 2 * index + 2);
    if (!ours || !native) return [];
    const total = (/** @type {typeof ours} */ each) => Object.values(each).reduce((a, b) => a + b);
    return [
      row(stageId('page', format), 'ms', total(ours), total(native)),
      ...stages.map((stage) =>
        row(stageId(stage, format), 'ms', ours[stage], stage === 'tags' ? null : native[stage]),
      ),
    ];
  });
}

async function chooserRows() {
  const results = await measureChooser(rounds);
  for (const [about, name, {raw, gzip, brotli}] of results.files) {
    console.log(
      `${about.padEnd(8)} ${name.padEnd(24)} ${raw} bytes, gzip ${gzip}, brotli ${brotli}`,
    );
  }
  const keystroke = (/** @type {number} */ share) => quantile(results.keystrokes, share);
  return [
    row('chooser-gzip', 'bytes', results.chooser.gzip),
    row('chooser-brotli', 'bytes', results.chooser.brotli),
    row('other-page-gzip', 'bytes', results.other.gzip),
    row('other-page-brotli', 'bytes', results.other.brotli),
    row('further-page-gzip', 'bytes', results.further.gzip),
    row('further-page-brotli', 'bytes', results.further.brotli),
    row('keystroke-p50', 'ms', keystroke(0.5)),
    row('keystroke-p95', 'ms', keystroke(0.95)),
  ];
}

/** Beside it the time of version 0.1, for Docusaurus has nothing like it. */
function firstCheckRows() {
  const {ours, before} = measureFirstCheck(rounds);
  return [row('check-file-first', 'ms', median(ours), median(before))];
}

/** @param {Row[]} rows */
function print(rows) {
  const cells = [
    ['', 'ours', 'native', 'ratio'],
    ...rows.map(({id, unit, ours, native, ratio}) => [
      id,
      ours === null ? '–' : `${rounded(ours)} ${unit}`,
      native === null ? '–' : `${rounded(native)} ${unit}`,
      ratio === null ? '–' : ratio.toFixed(2),
    ]),
  ];
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(...cells.map((line) => line[column]?.length ?? 0)),
  );
  console.log();
  for (const line of cells) {
    const padded = line.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
    );
    console.log(padded.join('   '));
  }
}

/** @param {number} value */
function rounded(value) {
  return Number(value.toPrecision(3));
}

/**
 * Writes the rows down. A run of some rows leaves the others as they are.
 *
 * @param {Row[]} rows
 */
function save(rows) {
  /** @type {{rows: (Row & {command: string})[]}} */
  const before =
    flags.only && fs.existsSync(resultsFile)
      ? JSON.parse(fs.readFileSync(resultsFile, 'utf8'))
      : {rows: []};
  const now = rows.map((each) => ({...each, command}));
  const order = (/** @type {Row} */ {id}) =>
    allIds.includes(id) ? allIds.indexOf(id) : allIds.length;
  const all = [...before.rows.filter(({id}) => !wanted.includes(id)), ...now].toSorted(
    (a, b) => order(a) - order(b),
  );
  const results = {
    environment: {
      node: process.version,
      platform: `${process.platform} ${process.arch}`,
      processors: os.availableParallelism(),
      memory: `${Math.round(os.totalmem() / 2 ** 30)} GB`,
      rounds,
    },
    rows: all,
  };
  fs.writeFileSync(resultsFile, `${JSON.stringify(results, null, 2)}\n`);
  writePage(results);
  console.log(`\nWritten to ${path.relative(process.cwd(), resultsFile)}`);
}
