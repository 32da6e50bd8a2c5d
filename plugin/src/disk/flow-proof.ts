import {readFileSync} from 'node:fs';
import path from 'node:path';
import {isDeepStrictEqual} from 'node:util';
import type {ErrorObject, ValidateFunction} from 'ajv';
import type {Node} from 'yaml';
import {checkValue} from '../flow/check.js';
import {type Choices, combinations, maxCombinations} from '../flow/combinations.js';
import type {Compilation, FileSource} from '../flow/compile.js';
import {evaluate} from '../flow/evaluate.js';
import {encode} from '../flow/formats/index.js';
import type {FlowProblem, FlowRule, Place} from '../flow/problems.js';
import type {
  Answers,
  CompiledField,
  CompiledFlow,
  Evaluation,
  OutputFile,
  Value,
} from '../flow/types.js';
import {packages} from './packages.js';

/**
 * What trips serializers: words, numbers and dates of the various YAMLs, indicators, comments, quotes of all kinds, substitution, space at
 * either end, and characters outside ASCII. A field is tried with those that its schema lets through.
 */
const awkward: readonly string[] = [
  ...['00123', 'yes', 'No', 'null', '~', '1e3', '0x1F', '0o17', '1_000', '.inf', '12:30:45'],
  ...['2026-01-01', '=', '<<', '-', '- x', '? y', '[a]', '{b}', '*a', '&a', '!a', '|', '>', '%a'],
  ...[
    '@a',
    '`a`',
    'a: b',
    'a:',
    ':a',
    'x #y',
    '#z',
    "it's",
    'say "hi"',
    `'"$\\#`,
    'C:\\new\\',
    '\\\\a',
  ],
  ...[
    '$HOME',
    '$$',
    '%24',
    'a,b',
    ' lead',
    'trail ',
    'a\u00a0',
    '\ufeffbom',
    'é',
    '🎉 party',
    '<a>',
  ],
];

/** The values to try out for a field, its example first. */
function candidates(field: CompiledField, forbidden: CompiledFlow['forbidden']): Value[] {
  const example = field.example ?? field.default ?? '';
  if (typeof example === 'boolean') return [example, !example];
  const values =
    typeof example === 'string' ? awkward : awkward.map((value) => [...example, value]);
  return [example, ...values.filter((value) => !checkValue(field, value, forbidden))];
}

/** Answers to all fields: in round 0 the examples, then every field's next candidate, no two fields with the same. */
function answersOf(
  flow: CompiledFlow,
  choices: Choices,
  pool: ReadonlyMap<string, readonly Value[]>,
  round: number,
  plain: readonly string[] = [],
): Answers {
  const values: {[field: string]: Value} = {};
  const secrets: {[field: string]: string} = {};
  for (const [index, field] of flow.fields.entries()) {
    const all = pool.get(field.id) ?? [];
    const turn = round === 0 || plain.includes(field.id) ? 0 : (round + index * 7) % all.length;
    const value = all[turn] ?? '';
    if (field.secret) secrets[field.id] = String(value);
    else values[field.id] = value;
  }
  return {choices, values, secrets};
}

/** A file as another parser reads it. */
interface Reading {
  readonly data: unknown;
  /** The value that stands in a line, counted from 0; `undefined` where there is none. */
  readonly valueOf: (line: number) => unknown;
  /** The line of the value at a path of the data. */
  readonly lineOf: (path: readonly string[]) => number | undefined;
}

class Unreadable extends Error {
  readonly line: number | undefined;
  constructor(message: string, line?: number) {
    super(message);
    this.line = line;
  }
}

/** Reads YAML, and JSON with it, which is YAML too, so that duplicate keys show. */
function readYaml(text: string, version: '1.1' | '1.2', then?: string): Reading {
  const {isNode, isScalar, isSeq, LineCounter, parseDocument, visit} = packages.yaml();
  const lineCounter = new LineCounter();
  const document = parseDocument(text, {lineCounter, version, prettyErrors: false});
  const line = (offset: number | undefined) =>
    offset === undefined ? undefined : lineCounter.linePos(offset).line - 1;
  const [error] = [...document.errors, ...document.warnings];
  if (error) throw new Unreadable(error.message, line(error.pos[0]));
  if (then) {
    visit(document, {
      Scalar(key, node) {
        if (key !== 'key' && typeof node.value === 'string')
          node.value = again(node.value, version);
      },
    });
  }
  const values = new Map<number | undefined, unknown>();
  visit(document, {
    Value(key, node) {
      // The last value of a line is its own: before it come the keys and the dashes.
      if (key !== 'key' && isNode(node) && (isScalar(node) || (isSeq(node) && node.flow))) {
        values.set(line(node.range?.[0]), node.toJS(document));
        if (isSeq(node)) return visit.SKIP;
      }
      return undefined;
    },
  });
  return {
    data: document.toJS(),
    valueOf: (wanted) => values.get(wanted),
    lineOf: (keys) => line((document.getIn(keys.map(index), true) as Node | undefined)?.range?.[0]),
  };
}

const index = (key: string): string | number => (/^\d+$/.test(key) ? Number(key) : key);

const reread = new Map<string, unknown>();

/**
 * What the target makes of a value when it reads it the second time; every format for that is YAML. Most values are the same in every
 * combination, so they are read once.
 */
function again(text: string, version: '1.1' | '1.2'): unknown {
  const key = `${version} ${text}`;
  if (reread.has(key)) return reread.get(key);
  try {
    const value: unknown = packages.yaml().parse(text, {version, prettyErrors: false});
    reread.set(key, value);
    return value;
  } catch (error) {
    throw new Unreadable(error instanceof Error ? error.message : String(error));
  }
}

function readDotenv(text: string, version: '1.1' | '1.2', then?: string): Reading {
  const keys = text.split('\n').map((line) => /^(\w+)=/.exec(line)?.[1]);
  for (const [line, key] of keys.entries()) {
    if (key !== undefined && keys.indexOf(key) < line) {
      throw new Unreadable(`“${key}” is there twice`, line);
    }
  }
  const data = Object.fromEntries(
    Object.entries(packages.dotenv().parse(text)).map(([key, value]): [string, unknown] => [
      key,
      then ? again(value, version) : value,
    ]),
  );
  return {
    data,
    valueOf: (line) => data[keys[line] ?? ''],
    lineOf: ([key]) => (key === undefined ? undefined : keys.indexOf(key)),
  };
}

const validators = new Map<string, ValidateFunction>();

/** Compiles a JSON Schema, once for each text: all flows share a few. */
function validator(text: string): ValidateFunction {
  const known = validators.get(text);
  if (known) return known;
  const ajv = new (packages.ajv().Ajv)({allErrors: true, strict: false});
  packages.ajvFormats().default(ajv);
  const made = ajv.compile(JSON.parse(text) as object);
  validators.set(text, made);
  return made;
}

/** Choices as a problem names them. */
function wordsOf(choices: Choices): string {
  return Object.entries(choices)
    .map((pair) => pair.join(': '))
    .join(', ');
}

class Proof {
  readonly problems: FlowProblem[] = [];
  readonly dependencies: string[] = [];
  readonly #compilation: Compilation;
  readonly #schemas = new Map<string, ValidateFunction>();
  readonly #said = new Set<string>();

  constructor(compilation: Compilation) {
    this.#compilation = compilation;
  }

  run(): void {
    const {flow, files} = this.#compilation;
    for (const file of files) this.#loadSchema(file);
    const all = combinations(flow);
    if (all.length > maxCombinations) {
      const message = `The choices make more than ${maxCombinations} combinations`;
      this.#report('flow-too-many-combinations', this.#place(flow.choices[0]?.id), message, '');
      return;
    }
    const pool = new Map(flow.fields.map((field) => [field.id, candidates(field, flow.forbidden)]));
    const rounds = Math.max(1, ...[...pool.values()].map((values) => values.length));
    for (const choices of all) {
      this.#tryPlaceholders(choices);
      for (let round = 0; round < rounds; round++) this.#try(choices, pool, round);
    }
  }

  #report(rule: FlowRule, place: Place, message: string, words: string): void {
    // The same mistake shows in many combinations, and with many values; the first is enough.
    const once = JSON.stringify([rule, place, rule === 'flow-changed-value' || message]);
    if (this.#said.has(once)) return;
    this.#said.add(once);
    this.problems.push({rule, message: words ? `${message} (${words})` : message, ...place});
  }

  #loadSchema({id, schema}: FileSource): void {
    if (!schema) return;
    const file = path.resolve(path.dirname(schema.place.file), schema.path);
    this.dependencies.push(file);
    try {
      this.#schemas.set(id, validator(readFileSync(file, 'utf8')));
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      this.#report('flow-file-schema', schema.place, `Cannot use ${schema.path}: ${message}`, '');
    }
  }

  /** What a reader sees at first: with nobody to blame for it, all of it must have an encoding. */
  #tryPlaceholders(choices: Choices): void {
    const {flow, files} = this.#compilation;
    for (const file of evaluate(flow, {choices}).files) {
      const then = flow.files.find(({id}) => id === file.id)?.then;
      const source = files.find(({id}) => id === file.id);
      for (const [index, {value}] of file.lines.entries()) {
        if (!source || value === undefined) continue;
        if (encode(file.format, value, then) !== undefined) continue;
        const message = `${file.format} cannot write ${JSON.stringify(value)}, which stands here without an answer`;
        this.#report('flow-content', placeOf(file, source, index), message, wordsOf(choices));
      }
    }
  }

  #try(choices: Choices, pool: ReadonlyMap<string, readonly Value[]>, round: number): void {
    const {flow} = this.#compilation;
    const words = wordsOf(choices);
    let evaluation = evaluate(flow, answersOf(flow, choices, pool, round));
    if (!evaluation.complete && round > 0) {
      // A refusal is a right answer to an awkward value; the others are still to be tried.
      const refused = evaluation.problems.map(({field}) => field);
      evaluation = evaluate(flow, answersOf(flow, choices, pool, round, refused));
    }
    if (evaluation.complete) this.#examine(evaluation, words);
    else if (round === 0) this.#blameExamples(evaluation, words);
  }

  #place(field?: string): Place {
    const {files, places} = this.#compilation;
    const place = (field === undefined ? undefined : places.get(field)) ?? files[0]?.place;
    return place ?? {file: '', line: 1, column: 1};
  }

  #blameExamples({problems}: Evaluation, words: string): void {
    for (const {field, message} of problems) {
      this.#report(
        'flow-invalid-example',
        this.#place(field),
        `The example is refused: ${message}`,
        words,
      );
    }
  }

  #examine({files}: Evaluation, words: string): void {
    if (files.length === 0) {
      this.#report('flow-no-output', this.#place(), 'No file applies', words);
    }
    for (const file of files) {
      const source = this.#compilation.files.find(({id}) => id === file.id);
      if (!source) continue;
      try {
        this.#examineFile(file, source, words);
      } catch (error) {
        if (!(error instanceof Unreadable)) throw error;
        const place = placeOf(file, source, error.line);
        this.#report('flow-unreadable-output', place, error.message, words);
      }
    }
  }

  #examineFile(file: OutputFile, source: FileSource, words: string): void {
    const then = this.#compilation.flow.files.find(({id}) => id === file.id)?.then;
    const read = file.format === 'dotenv' ? readDotenv : readYaml;
    const hidden = file.lines.findIndex(({pieces}) => pieces.some(({missing}) => missing));
    if (hidden >= 0) {
      const fields = file.lines[hidden]?.fields.join(', ');
      const place = placeOf(file, source, hidden);
      this.#report('flow-hidden-reference', place, `“${fields}” does not apply here`, words);
      return;
    }
    for (const version of ['1.2', '1.1'] as const) {
      const reading = read(file.text, version, then);
      for (const [line, {value}] of file.lines.entries()) {
        const found = reading.valueOf(line);
        if (value === undefined || isDeepStrictEqual(found, value)) continue;
        const message = `${JSON.stringify(value)} is read back as ${JSON.stringify(found)}`;
        this.#report('flow-changed-value', placeOf(file, source, line), message, words);
      }
      if (version === '1.2') this.#validate(reading, file, source, words);
    }
  }

  #validate({data, lineOf}: Reading, file: OutputFile, source: FileSource, words: string): void {
    const validate = this.#schemas.get(source.id);
    if (!validate || validate(data)) return;
    for (const error of validate.errors ?? []) {
      if (['if', 'allOf', 'anyOf', 'oneOf'].includes(error.keyword)) continue;
      const keys = error.instancePath.split('/').slice(1);
      const where = keys.length > 0 ? `${keys.join('.')} ` : '';
      const place = placeOf(file, source, keys.length > 0 ? lineOf(keys) : undefined);
      this.#report(
        'flow-invalid-output',
        place,
        `${file.filename}: ${where}${error.message}${detailOf(error)}`,
        words,
      );
    }
  }
}

/** What Ajv knows of an error and does not say: which key is too many, which values are allowed. */
function detailOf({keyword, params}: ErrorObject): string {
  switch (keyword) {
    case 'additionalProperties':
      return `: ${params.additionalProperty}`;
    case 'const':
      return `: ${JSON.stringify(params.allowedValue)}`;
    case 'enum':
      return `: ${params.allowedValues.map((each: unknown) => JSON.stringify(each)).join(', ')}`;
    default:
      return '';
  }
}

/** Where a line of the output comes from in the flow file; without a line, where the file is declared. */
function placeOf(file: OutputFile, source: FileSource, line: number | undefined): Place {
  const key = line === undefined ? undefined : file.lines[line]?.key;
  return (key === undefined ? undefined : source.places[key]) ?? source.place;
}

/**
 * Proves a flow: every combination of choices is filled with the examples and with awkward values, serialized, read back by
 * other parsers (YAML 1.1 and 1.2; npm's dotenv), compared with what was entered and checked against the schema of its file.
 *
 * @param compilation a flow without problems
 * @returns what went wrong, each mistake once, with the first combination that shows it; and the schemas that were read
 */
export function proveFlow(compilation: Compilation): {
  readonly problems: readonly FlowProblem[];
  readonly dependencies: readonly string[];
} {
  const proof = new Proof(compilation);
  proof.run();
  reread.clear();
  return {problems: proof.problems, dependencies: proof.dependencies};
}
