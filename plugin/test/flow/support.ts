// biome-ignore-all lint/suspicious/noTemplateCurlyInString: references of flow files look like that.
import {spawnSync} from 'node:child_process';
import fc from 'fast-check';
import {vi} from 'vitest';
import {type Compilation, compileFlow} from '../../src/flow/compile.js';
import type {CompiledFlow} from '../../src/flow/index.js';
import {parseSource} from '../../src/node/flow-source.js';

/** Where CI is set, no parser may be missing, and nothing is skipped. */
export const inCI = Boolean(process.env.CI);

/** How many values each property is tried with. */
export const runs = Number(process.env.FUZZ_RUNS ?? (inCI ? 10_000 : 300));

// A failure can be had again, and a run says the same as the one before; other seeds are for other runs.
fc.configureGlobal({seed: Number(process.env.FUZZ_SEED ?? 1)});

// Ten thousand values take longer than a test usually may.
vi.setConfig({testTimeout: 120_000});

/** Compiles a flow from its YAML; a mistake in it is a mistake of the test. */
export function flowOf(yaml: string): CompiledFlow {
  return compiled(yaml).flow;
}

/** The same with what the check of existing files needs besides. */
export function compiled(yaml: string): Pick<Compilation, 'flow' | 'checks'> {
  const {root, problems: syntax} = parseSource('flow.yaml', yaml);
  const {flow, checks, problems} = compileFlow('flow', root);
  const all = [...syntax, ...problems];
  if (all.length > 0)
    throw new Error(all.map(({message, line}) => `${line}: ${message}`).join('\n'));
  return {flow, checks};
}

/** A flow with one text field and one file that holds it. */
export function flowWith(file: string, content = 'KEY: ${name}'): CompiledFlow {
  return flowOf(`
title: Test
fields:
  name: {label: Name, example: a, value: {type: string}}
files:
  file:
    name: file
    ${file}
    schema: none
    content:
      ${content}
`);
}

/** Texts that serializers and parsers trip over, besides any Unicode at all. */
const hostileParts = [
  ...[
    '"',
    "'",
    '`',
    '\\',
    '\\\\',
    '$',
    '$$',
    '#',
    ' #',
    ' ',
    '  ',
    ':',
    ': ',
    '-',
    '- ',
    ',',
    '=',
    '%',
  ],
  ...[
    '&',
    '*',
    '!',
    '|',
    '>',
    '?',
    '@',
    '{',
    '}',
    '[',
    ']',
    '<<',
    '~',
    'yes',
    'no',
    'on',
    'null',
    'n',
  ],
  ...[
    '0',
    '00123',
    '0x1f',
    '0o7',
    '1e3',
    '1_000',
    '.inf',
    '12:30:45',
    '2026-01-01',
    'é',
    '🎉',
    '中',
  ],
  ...[
    '\u00a0',
    '\u200b',
    '\u3000',
    '\ufeff',
    '%24',
    '\\n',
    '\\x41',
    '\\u0041',
    '\\0',
    'a',
    'Z',
    'export',
  ],
];

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what no field accepts.
const refused = /[\0-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]|\p{Cs}/gu;

/** Any text that a field accepts: one line, and no control characters. */
export const anyValue = fc
  .oneof(
    fc.array(fc.constantFrom(...hostileParts), {maxLength: 6}).map((parts) => parts.join('')),
    fc.string({unit: 'binary', maxLength: 12}),
    fc.string({maxLength: 12}),
  )
  .map((text) => text.replace(refused, ''));

/** `runs` values, always the same ones, for parsers that are fed in one go. */
export function manyValues(): string[] {
  return fc.sample(anyValue, {numRuns: runs, seed: 1});
}

/** The Python that `npm test` sees to. */
const {findPython} = (await import(
  new URL('../../../scripts/python.mjs', import.meta.url).href
)) as {findPython(): string | undefined};
const interpreter = findPython();

/**
 * A function that hands many texts to one run of Python.
 *
 * @param module the Python module that it needs
 * @param expression Python for what each `text` becomes
 * @returns `undefined` where there is no such Python, or where it lacks the module
 */
export function python(
  module: string,
  expression: string,
): ((texts: readonly string[]) => unknown[]) | undefined {
  if (!interpreter) return undefined;
  if (spawnSync(interpreter, ['-c', `import ${module}`]).status !== 0) return undefined;
  const program = [
    'import sys, json, io',
    `import ${module}`,
    `print(json.dumps([${expression} for text in json.loads(sys.stdin.buffer.read())]))`,
  ].join('\n');
  return (texts) => {
    const {status, stdout, stderr} = spawnSync(interpreter, ['-c', program], {
      input: JSON.stringify(texts),
      encoding: 'utf8',
      maxBuffer: 1 << 30,
    });
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout) as unknown[];
  };
}

/** python-dotenv, as a program loads an env file with it. */
export const pythonDotenv = python(
  'dotenv',
  'dict(dotenv.dotenv_values(stream=io.StringIO(text)))',
);

/** PyYAML: the rules of YAML 1.1, as SnakeYAML in the server has them. */
export const pyYaml = python('yaml', 'yaml.safe_load(text)');
