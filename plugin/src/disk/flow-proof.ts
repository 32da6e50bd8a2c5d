import {isDeepStrictEqual} from 'node:util';
import type {ErrorObject} from 'ajv';
import {checkValue} from '../flow/check.js';
import {type Choices, combinations, maxCombinations} from '../flow/combinations.js';
import type {Compilation, FileSource} from '../flow/compile.js';
import {evaluate} from '../flow/evaluate.js';
import {byPath, type Expected, fileFor} from '../flow/existing/expected.js';
import type {Parser} from '../flow/formats/format.js';
import {formats} from '../flow/formats/index.js';
import {judge} from '../flow/judge.js';
import type {FlowProblem, FlowRule, Place} from '../flow/problems.js';
import {resolve} from '../flow/resolve.js';
import {spell} from '../flow/spell.js';
import type {
  Answers,
  CompiledField,
  CompiledFlow,
  Evaluation,
  OutputFile,
  Value,
} from '../flow/types.js';
import type {FlowSchemas} from './flow-schemas.js';
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

/** Answers to all fields: in round 0 the examples, then every field's next candidate, neighbours with different ones. */
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

class Unreadable extends Error {
  readonly line: number | undefined;
  constructor(message: string, line?: number) {
    super(message);
    this.line = line;
  }
}

const reread = new Map<string, unknown>();

/** What a parser makes of a text. */
function parseWith(parser: Parser, text: string): unknown {
  try {
    return parser.parse(parser.package && packages.parser(parser.package), text);
  } catch (error) {
    const {message = String(error), line} = error as {message?: string; line?: number};
    throw new Unreadable(message, line === undefined ? undefined : line - 1);
  }
}

/** What the target makes of data when it reads each text in it the second time. Most are the same in every combination, so they are read once. */
function again(data: unknown, parser: Parser, key: string): unknown {
  if (Array.isArray(data)) return data.map((each) => again(each, parser, key));
  if (typeof data === 'object' && data !== null) {
    return Object.fromEntries(
      Object.entries(data).map(([name, each]) => [name, again(each, parser, key)]),
    );
  }
  if (typeof data !== 'string') return data;
  const once = `${key} ${data}`;
  if (!reread.has(once)) reread.set(once, parseWith(parser, data));
  return reread.get(once);
}

/** A value that was read from a file. */
interface Found {
  /** The keys that lead to it, with the positions of items. */
  readonly keys: readonly string[];
  /** The same as one text, with what items are known by. */
  readonly id: string;
  readonly value: unknown;
}

/** The values in a file, and what holds them, as far as the flow knows what is in it. */
function* valuesIn(
  data: unknown,
  expected: ReadonlyMap<string, Expected>,
  itemKey: string | undefined,
  keys: readonly string[] = [],
  path: readonly string[] = [],
): Generator<Found> {
  for (const [key, value] of Object.entries(data as object)) {
    const name: unknown = itemKey !== undefined && Array.isArray(data) ? value?.[itemKey] : key;
    const inner = [...path, typeof name === 'string' ? name : key];
    const id = inner.join('\n');
    const isItem = Array.isArray(data) && !expected.has(id);
    if (!isItem) yield {keys: [...keys, key], id, value};
    const isHolder = isItem || expected.get(id)?.isMap;
    if (isHolder && typeof value === 'object' && value !== null) {
      yield* valuesIn(value, expected, itemKey, [...keys, key], inner);
    }
  }
}

/** Choices as a problem names them. */
function wordsOf(choices: Choices): string {
  return Object.entries(choices)
    .map((pair) => pair.join(': '))
    .join(', ');
}

class Proof {
  readonly problems: FlowProblem[] = [];
  readonly #compilation: Compilation;
  readonly #schemas: FlowSchemas;
  readonly #said = new Set<string>();

  constructor(compilation: Compilation, schemas: FlowSchemas) {
    this.#compilation = compilation;
    this.#schemas = schemas;
  }

  run(): void {
    const {flow} = this.#compilation;
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

  /** What a reader sees at first: with nobody to blame for it, all of it must have an encoding. */
  #tryPlaceholders(choices: Choices): void {
    const {flow, files} = this.#compilation;
    const judged = judge(flow, {choices});
    for (const {id, place, places, entries} of files) {
      const file = flow.files.find((each) => each.id === id);
      for (const {entry, expression} of (file && fileFor(judged, file, entries)?.keys) ?? []) {
        const value = file && resolve(judged, expression).value;
        if (!file || value === undefined || spell(flow, file, value) !== undefined) continue;
        const message = `${file.format} cannot write ${JSON.stringify(value)}, which stands here without an answer`;
        this.#report('flow-content', places[entry.line] ?? place, message, wordsOf(choices));
      }
    }
  }

  #try(choices: Choices, pool: ReadonlyMap<string, readonly Value[]>, round: number): void {
    const {flow} = this.#compilation;
    const words = wordsOf(choices);
    let answers = answersOf(flow, choices, pool, round);
    let evaluation = evaluate(flow, answers);
    if (!evaluation.complete && round > 0) {
      // A refusal is a right answer to an awkward value; the others are still to be tried.
      const refused = evaluation.problems.map(({field}) => field);
      answers = answersOf(flow, choices, pool, round, refused);
      evaluation = evaluate(flow, answers);
    }
    if (evaluation.complete) this.#examine(evaluation, answers, words);
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

  #examine({files}: Evaluation, answers: Answers, words: string): void {
    if (files.length === 0) {
      this.#report('flow-no-output', this.#place(), 'No file applies', words);
    }
    for (const file of files) {
      const source = this.#compilation.files.find(({id}) => id === file.id);
      if (!source) continue;
      try {
        this.#examineFile(file, source, answers, words);
      } catch (error) {
        if (!(error instanceof Unreadable)) throw error;
        const place = placeOf(file, source, error.line);
        this.#report('flow-unreadable-output', place, error.message, words);
      }
    }
  }

  #examineFile(file: OutputFile, source: FileSource, answers: Answers, words: string): void {
    const {flow} = this.#compilation;
    const compiled = flow.files.find(({id}) => id === file.id);
    const hidden = file.lines.findIndex(({pieces}) => pieces.some(({missing}) => missing));
    if (hidden >= 0) {
      const fields = file.lines[hidden]?.fields.join(', ');
      const place = placeOf(file, source, hidden);
      this.#report('flow-hidden-reference', place, `“${fields}” does not apply here`, words);
      return;
    }
    const written =
      (compiled && fileFor(judge(flow, answers), compiled, source.entries)?.keys) ?? [];
    const expected = byPath(written);
    const [, twice] = written.filter(({id}) => written.filter((each) => each.id === id).length > 1);
    if (twice) throw new Unreadable(`“${twice.path.at(-1)}” is there twice`, twice.entry.line);
    const {parsers} = formats[file.format];
    const second = compiled?.then === undefined ? [] : formats[compiled.then].parsers;
    for (let round = 0; round < Math.max(parsers.length, second.length); round++) {
      const data = parseWith(parsers[round % parsers.length] as Parser, file.text);
      const then = second[round % second.length];
      const read = then ? again(data, then, `${compiled?.then} ${round}`) : data;
      const values = [...valuesIn(read, expected, source.traits.itemKey)];
      this.#compare(values, expected, source, words);
      if (round === 0) this.#validate(read, values, expected, file, source, words);
    }
  }

  /** Compares what was read from a file with what was written into it. */
  #compare(
    values: readonly Found[],
    expected: ReadonlyMap<string, Expected>,
    source: FileSource,
    words: string,
  ): void {
    const found = new Map(values.map(({id, value}) => [id, value]));
    const say = (line: number, message: string) =>
      this.#report('flow-changed-value', source.places[line] ?? source.place, message, words);
    for (const {id, isMap, value, entry, items} of expected.values()) {
      const given = found.get(id);
      if (isMap ? typeof given === 'object' : isDeepStrictEqual(given, value)) continue;
      const wanted = [value].flat();
      const read = [given].flat();
      const at = wanted.findIndex((each, index) => !isDeepStrictEqual(each, read[index]));
      const own = items[at]?.line;
      const [a, b] = own === undefined ? [value, given] : [wanted[at], read[at]];
      say(own ?? entry.line, `${JSON.stringify(a)} is read back as ${JSON.stringify(b)}`);
    }
    const extra = values.find(({id}) => !expected.has(id));
    if (extra) say(-1, `“${extra.keys.join('.')}” is read back, which was not written`);
  }

  #validate(
    data: unknown,
    values: readonly Found[],
    expected: ReadonlyMap<string, Expected>,
    file: OutputFile,
    source: FileSource,
    words: string,
  ): void {
    const validate = this.#schemas.get(source.id)?.validate;
    if (!validate || validate(data)) return;
    for (const error of validate.errors ?? []) {
      if (['if', 'allOf', 'anyOf', 'oneOf'].includes(error.keyword)) continue;
      const pointer = error.instancePath.split('/').slice(1).join('/');
      const where = pointer === '' ? '' : `${pointer.replaceAll('/', '.')} `;
      const id = values.find(({keys}) => keys.join('/') === pointer)?.id;
      const line = id === undefined ? undefined : expected.get(id)?.entry.line;
      this.#report(
        'flow-invalid-output',
        (line === undefined ? undefined : source.places[line]) ?? source.place,
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
 * the parsers of its formats, which others have written, compared with what was entered and checked against the schema of its file.
 *
 * @param compilation a flow without problems
 * @param schemas the schemas of its files
 * @returns what went wrong, each mistake once, with the first combination that shows it
 */
export function proveFlow(compilation: Compilation, schemas: FlowSchemas): readonly FlowProblem[] {
  const proof = new Proof(compilation, schemas);
  proof.run();
  reread.clear();
  return proof.problems;
}
