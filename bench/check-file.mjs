/**
 * Measures the first check of a file that a reader has pasted, against the plugin as it was before the check knew from compiling what a flow
 * writes: then it read the flow's own files once for each combination of choices.
 */
import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {root} from '../scripts/support.mjs';
import {work} from './generate.mjs';

/** The last commit before. */
const before = '58c969a';

const choices = ['region', 'tier', 'mode'];
const options = Array.from({length: 10}, (_, index) => `option${index}`);
const fields = Array.from({length: 12}, (_, index) => `field${index}`);

/** A flow with 1,000 combinations of choices and four files, of which three are YAML. */
function flow() {
  const question = (/** @type {string} */ id) =>
    `  ${id}: {label: ${id}, options: {${options.map((each) => `${each}: {label: ${each}}`).join(', ')}}}`;
  const field = (/** @type {string} */ id) =>
    `  ${id}: {label: ${id}, example: example-of-${id}, value: {type: string}}`;
  const key = (/** @type {string} */ id, /** @type {number} */ index) =>
    index % 4 === 0
      ? `{$when: {tier: [${options.slice(index % 7).join(', ')}]}, $value: '\${${id}}'}`
      : `\${${id}}`;
  const yaml = (/** @type {string} */ id) => `
  ${id}:
    name: ${id}.yaml
    format: yaml
    schema: any.json
    content:
      ${id}:
${choices.map((each) => `        ${each}: \${${each}}`).join('\n')}
        server:
${fields.map((each, index) => `          ${each}: ${key(each, index)}`).join('\n')}
        addresses:
${fields
  .slice(0, 4)
  .map((each) => `          - https://\${${each}}/`)
  .join('\n')}`;
  return `title: A flow
choices:
${choices.map(question).join('\n')}
fields:
${fields.map(field).join('\n')}
files:${['first', 'second', 'third'].map(yaml).join('')}
  env:
    name: fourth.env
    format: dotenv
    then: yaml
    schema: any.json
    content:
${[...choices, ...fields].map((each) => `      FOURTH_${each.toUpperCase()}: \${${each}}`).join('\n')}
`;
}

/**
 * What one process does: it compiles the flow, and checks a file for the first time.
 *
 * @param {string} plugin The folder of the plugin.
 */
const program = (plugin) => `
const load = (file) => import(${JSON.stringify(plugin)} + '/lib/' + file).catch(() => undefined);
const {parseSource} = (await load('disk/flow-source.js')) ?? (await load('node/flow-source.js'));
const {compileFlow} = await load('flow/compile.js');
const {evaluate} = await load('flow/evaluate.js');
const {checkFile} = (await load('flow/existing/index.js')) ?? (await load('flow/check-file/index.js'));
const {readersOf} = await load('flow/formats/index.js');
const {readFileSync} = await import('node:fs');
const {root} = parseSource('flow.yaml', readFileSync(process.argv[1], 'utf8'));
const {flow, checks, problems} = compileFlow('flow', root);
if (problems.length > 0) throw new Error(JSON.stringify(problems));
const readers = await readersOf?.(flow);
const values = Object.fromEntries(flow.fields.map(({id, example}) => [id, example]));
const choices = {region: 'option3', tier: 'option5', mode: 'option7'};
const [{text}] = evaluate(flow, {choices, values}).files;
const start = performance.now();
const {recognised, findings} = checkFile(flow, checks, text, readers);
const time = performance.now() - start;
if (recognised?.file !== 'first' || findings.length > 0) throw new Error(JSON.stringify(findings));
console.log(time);
`;

/** Compiles the plugin of the commit before, once. @returns {string} Its folder. */
function pluginBefore() {
  const folder = path.join(work, `plugin-${before}`);
  const plugin = path.join(folder, 'plugin');
  if (fs.existsSync(path.join(plugin, 'lib/flow/evaluate.js'))) return plugin;
  fs.mkdirSync(folder, {recursive: true});
  const archive = execFileSync('git', ['archive', before, 'plugin', 'tsconfig.json'], {
    cwd: root,
    maxBuffer: 1 << 28,
  });
  execFileSync('tar', ['-x'], {cwd: folder, input: archive});
  const link = path.join(folder, 'node_modules');
  if (!fs.existsSync(link)) fs.symlinkSync(path.join(root, 'node_modules'), link);
  const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
  // Only the engine and what reads flow files; types of packages that have gone on since are no matter.
  const projects = ['flow', 'node'].map((name) => `plugin/tsconfig.${name}.json`);
  try {
    execFileSync(process.execPath, [tsc, '-b', ...projects], {cwd: folder, stdio: 'pipe'});
  } catch {
    // What was compiled counts.
  }
  return plugin;
}

/**
 * @param {number} rounds
 * @returns {{ours: number[], before: number[]}} Milliseconds, a process for each.
 */
export function measureFirstCheck(rounds) {
  fs.mkdirSync(work, {recursive: true});
  const file = path.join(work, 'first-check.yaml');
  fs.writeFileSync(file, flow());
  const run = (/** @type {string} */ plugin) =>
    Number(
      execFileSync(process.execPath, ['--input-type=module', '-e', program(plugin), file], {
        encoding: 'utf8',
      }),
    );
  const old = pluginBefore();
  /** @type {{ours: number[], before: number[]}} */
  const times = {ours: [], before: []};
  for (let round = 0; round < rounds; round++) {
    times.before.push(run(old));
    times.ours.push(run(path.join(root, 'plugin')));
  }
  return times;
}
