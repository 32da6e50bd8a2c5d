import {isDeepStrictEqual} from 'node:util';
import type {ErrorObject} from 'ajv';
import {type Choices, combinations, maxCombinations} from '../flow/combinations.js';
import type {Compilation} from '../flow/compile.js';
import {evaluate} from '../flow/evaluate.js';
import {type ByPath, type Expected, fileFor} from '../flow/existing/expected.js';
import type {FlowProblem, FlowRule, Place} from '../flow/flow-rules.js';
import type {Parser} from '../flow/formats/format.js';
import {formats} from '../flow/formats/index.js';
import {type Judged, judge} from '../flow/judge.js';
import {resolve} from '../flow/resolve.js';
import {spell} from '../flow/spell.js';
import type {
  Answers,
  CompiledField,
  CompiledFile,
  CompiledFlow,
  OutputFile,
  Value,
} from '../flow/types.js';
import {checkValue} from '../flow/value-problem.js';
import {consequences, type FlowSchemas} from './flow-schemas.js';
import {packages} from './packages.js';

/**
 * What trips serializers: words, numbers and dates of the various YAMLs, indicators, comments, quotes of all kinds, substitution, space at
 * either end, and characters outside ASCII. A field is tried with those that its schema lets through.
 */
const awkward: readonly string[] = [
  ...['00123', 'yes', 'No', 'null', '~', '1e3', '0x1F', '0o17', '1_000', '.inf', '12:30:45'],
  ...['2026-01-01', '=', '<<', '-', '- x', '? y', '[a]', '{b}', '*a', '&a', '!a', '|', '>', '%a'],
  ...['@a', '`a`', 'a: b', 'a:', ':a', 'x #y', '#z', "it's", 'say "hi"', `'"$\\#`],
  ...['C:\\new\\', '\\\\a', '$HOME', '$$', '%24', 'a,b', ' lead', 'trail '],
  ...['a\u00a0', '\ufeffbom', 'é', '🎉 party', '<a>'],
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
  expected: ByPath<Expected>,
  itemKey: string | undefined,
  keys: readonly string[] = [],
  path: readonly string[] = [],
): Generator<Found> {
  // A YAML file without keys is nothing.
  for (const [key, value] of Object.entries(data ?? {})) {
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

class Proof {
  readonly problems: FlowProblem[] = [];
  readonly #compilation: Compilation;
  readonly #schemas: FlowSchemas;
  readonly #said = new Set<string>();
  /** What the texts come to that are read a second time. Most are the same in every combination. */
  readonly #reread = new Map<Parser, Map<string, unknown>>();
  /** The combination that is tried, as a problem names it. */
  #words = '';

  constructor(compilation: Compilation, schemas: FlowSchemas) {
    this.#compilation = compilation;
    this.#schemas = schemas;
  }

  run(): void {
    const {flow} = this.#compilation;
    const all = combinations(flow);
    if (all.length > maxCombinations) {
      const message = `The choices make more than ${maxCombinations} combinations`;
      this.#report('flow-too-many-combinations', this.#place(flow.choices[0]?.id), message);
      return;
    }
    const pool = new Map(flow.fields.map((field) => [field.id, candidates(field, flow.forbidden)]));
    const rounds = Math.max(1, ...[...pool.values()].map((values) => values.length));
    for (const choices of all) {
      const pairs = Object.entries(choices).map((pair) => pair.join(': '));
      this.#words = pairs.length > 0 ? ` (${pairs.join(', ')})` : '';
      this.#tryPlaceholders(choices);
      for (let round = 0; round < rounds; round++) this.#try(choices, pool, round);
    }
  }

  #report(rule: FlowRule, place: Place, message: string): void {
    // The same mistake shows in many combinations, and with many values; the first is enough.
    const once = JSON.stringify([rule, place, rule === 'flow-changed-value' || message]);
    if (this.#said.has(once)) return;
    this.#said.add(once);
    this.problems.push({rule, message: `${message}${this.#words}`, ...place});
  }

  /** What a reader sees at first: with nobody to blame for it, all of it must have an encoding. */
  #tryPlaceholders(choices: Choices): void {
    const {flow} = this.#compilation;
    const judged = judge(flow, {choices});
    for (const file of flow.files) {
      for (const {entry, expression} of this.#keysOf(file, judged)) {
        const {value} = resolve(judged, expression);
        if (spell(flow, file, value) !== undefined) continue;
        const message = `${file.format} cannot write ${JSON.stringify(value)}, which stands here without an answer`;
        this.#report('flow-content', this.#lineOf(file.id, entry.line), message);
      }
    }
  }

  /** What the flow writes into a file. */
  #keysOf(file: CompiledFile, judged: Judged): readonly Expected[] {
    return fileFor(judged, file, this.#compilation.checks[file.id]?.entries ?? [])?.keys ?? [];
  }

  #try(choices: Choices, pool: ReadonlyMap<string, readonly Value[]>, round: number): void {
    const {flow} = this.#compilation;
    let answers = answersOf(flow, choices, pool, round);
    let evaluation = evaluate(flow, answers);
    if (!evaluation.complete && round > 0) {
      // A refusal is a right answer to an awkward value; the others are still to be tried.
      const refused = evaluation.problems.map(({field}) => field);
      answers = answersOf(flow, choices, pool, round, refused);
      evaluation = evaluate(flow, answers);
    }
    const {complete, problems, files} = evaluation;
    if (!complete && round > 0) return;
    for (const {field, message} of problems) {
      this.#report(
        'flow-invalid-example',
        this.#place(field),
        `The example is refused: ${message}`,
      );
    }
    if (!complete) return;
    if (files.length === 0) this.#report('flow-no-output', this.#place(), 'No file applies');
    const judged = judge(flow, answers);
    for (const file of files) this.#examine(file, judged);
  }

  /** Where a question or a field stands. */
  #place(name = ''): Place {
    const {files, places} = this.#compilation;
    return places.get(name) ?? files[0]?.place ?? {file: '', line: 1, column: 1};
  }

  /** Where a line comes from, which is counted as in the compiled file; without a line, where the file is declared. */
  #lineOf(file: string, line = -1): Place {
    const source = this.#compilation.files.find(({id}) => id === file);
    return source?.places[line] ?? source?.place ?? this.#place();
  }

  #examine(file: OutputFile, judged: Judged): void {
    const {id, lines, text} = file;
    const {flow, checks} = this.#compilation;
    const hidden = lines.find(({pieces}) => pieces.some(({missing}) => missing));
    if (hidden) {
      const message = `“${Array.from(new Set(hidden.fields)).join(', ')}” does not apply here`;
      this.#report('flow-hidden-reference', this.#lineOf(id, hidden.key), message);
      return;
    }
    const compiled = flow.files.find((each) => each.id === id);
    const keys = compiled ? this.#keysOf(compiled, judged) : [];
    const expected = new Map(keys.map((key) => [key.id, key]));
    const twice = keys.find((key, index) => keys.findIndex((each) => each.id === key.id) < index);
    if (twice) {
      const message = `“${twice.path.at(-1)}” is there twice`;
      this.#report('flow-unreadable-output', this.#lineOf(id, twice.entry.line), message);
      return;
    }
    const {parsers} = formats[file.format];
    const second = compiled?.then === undefined ? [] : formats[compiled.then].parsers;
    for (let round = 0; round < Math.max(parsers.length, second.length); round++) {
      let data: unknown;
      try {
        data = parse(parsers[round % parsers.length] as Parser, text);
        const then = second[round % second.length];
        if (then) data = this.#again(data, then);
      } catch (error) {
        const {message = String(error), line = 0} = error as {message?: string; line?: number};
        const place = this.#lineOf(id, lines[line - 1]?.key);
        this.#report('flow-unreadable-output', place, message);
        return;
      }
      const values = [...valuesIn(data, expected, checks[id]?.traits.itemKey)];
      this.#compare(values, expected, id);
      if (round === 0) this.#validate(data, values, expected, file);
    }
  }

  /** What the target makes of data when it reads each text in it the second time. */
  #again(data: unknown, parser: Parser): unknown {
    if (Array.isArray(data)) return data.map((each) => this.#again(each, parser));
    if (typeof data === 'object' && data !== null) {
      const again = Object.entries(data).map(([key, each]) => [key, this.#again(each, parser)]);
      return Object.fromEntries(again);
    }
    if (typeof data !== 'string') return data;
    const known = this.#reread.get(parser) ?? new Map<string, unknown>();
    this.#reread.set(parser, known);
    if (!known.has(data)) known.set(data, parse(parser, data));
    return known.get(data);
  }

  /** Compares what was read from a file with what was written into it. */
  #compare(values: readonly Found[], expected: ByPath<Expected>, file: string): void {
    const found = new Map(values.map(({id, value}) => [id, value]));
    const report = (line: number | undefined, message: string) =>
      this.#report('flow-changed-value', this.#lineOf(file, line), message);
    for (const {id, path, isMap, value, entry, items} of expected.values()) {
      const given = found.get(id);
      if (isMap) {
        // YAML and TOML have no form for a block whose keys, or items, are all left out.
        if (typeof given !== 'object' || given === null)
          report(entry.line, `“${path.at(-1)}” holds nothing here: give it a $when`);
        continue;
      }
      if (isDeepStrictEqual(given, value)) continue;
      const wanted = [value].flat();
      const read = [given].flat();
      const at = wanted.findIndex((each, index) => !isDeepStrictEqual(each, read[index]));
      const own = items[at]?.line;
      const [a, b] = own === undefined ? [value, given] : [wanted[at], read[at]];
      report(own ?? entry.line, `${JSON.stringify(a)} is read back as ${JSON.stringify(b)}`);
    }
    const extra = values.find(({id}) => !expected.has(id));
    if (extra) report(undefined, `“${extra.keys.join('.')}” is read back, which was not written`);
  }

  #validate(
    data: unknown,
    values: readonly Found[],
    expected: ByPath<Expected>,
    {id, filename}: OutputFile,
  ): void {
    const validate = this.#schemas.get(id)?.validate;
    if (!validate || validate(data)) return;
    for (const error of validate.errors ?? []) {
      if (consequences.includes(error.keyword)) continue;
      const pointer = error.instancePath.slice(1);
      const where = pointer === '' ? '' : `${pointer.replaceAll('/', '.')} `;
      const found = values.find(({keys}) => keys.join('/') === pointer);
      this.#report(
        'flow-invalid-output',
        this.#lineOf(id, expected.get(found?.id ?? '')?.entry.line),
        `${filename}: ${where}${error.message}${detailOf(error)}`,
      );
    }
  }
}

function parse(parser: Parser, text: string): unknown {
  return parser.parse(parser.package && packages.parser(parser.package), text);
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
  return proof.problems;
}
