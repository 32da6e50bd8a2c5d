/** Parsers of Python: each takes many texts at once, in one process. */
import {spawnSync} from 'node:child_process';

/** Where CI is set, no parser may be missing, and nothing is skipped. */
export const inCI = Boolean(process.env.CI);

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
 * @returns `undefined` where there is no such Python
 */
export function python(
  module: string,
  expression: string,
): ((texts: readonly string[]) => unknown[]) | undefined {
  if (!interpreter) return undefined;
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
