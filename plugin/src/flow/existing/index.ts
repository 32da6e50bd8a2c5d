/**
 * The check of an existing configuration file against a flow. It is an entry of its own, which is loaded
 * when a reader or the command line asks for it.
 */

import {nearest} from '../../nearest.js';
import {refsOf} from '../expressions.js';
import type {Reader} from '../formats/format.js';
import type {CompiledFile, CompiledFlow, ContentEntry} from '../types.js';
import {compare} from './compare.js';
import {type Entry, hasValue, nameOf, pathKey, type Reading} from './entries.js';
import {byPath, expectedIn, possibleIn, shapeOf} from './expected.js';
import {findAnswers} from './find-answers.js';
import {maskFinding, maskSecrets, type Shown} from './mask.js';
import {placeKeys} from './place-keys.js';
import {type Readers, readAs} from './read-as.js';
import {choicesToldBy, recognise, type Template, templatesOf} from './recognise.js';
import {type Finding, finding} from './rules.js';
import {type CheckResult, type Checks, checkOf, type FileChecks} from './types.js';

export type {Readers} from './read-as.js';
export {type CheckRule, checkRules, type Finding} from './rules.js';
export type {CheckResult, Checks, FileChecks, KeyCheck} from './types.js';

/** Far more than a configuration has, and little enough to be checked in a moment. */
const maxTextLength = 200_000;
const maxLineCount = 3000;
const maxLineLength = 4000;

/** Reads a text as each file of a flow, for whatever choices. */
function readingsOf(
  {files}: CompiledFlow,
  checks: Checks,
  text: string,
  readers: Readers,
): ReadonlyMap<string, Reading> {
  // Files that are read alike differ only in what is looked for in them.
  const known = new Map<string, Reading>();
  return new Map(
    files.map((file) => {
      const own = checks[file.id] ?? {entries: [], keys: {}, traits: {}};
      const key = JSON.stringify([file.format, own.traits]);
      const reading = known.get(key) ?? readers[file.format]?.read(text, own.traits) ?? noReading;
      known.set(key, reading);
      const read = readAs(reading, file, own, readers);
      return [file.id, placeKeys(read, shapeOf(own.entries), own)];
    }),
  );
}

const noReading: Reading = {entries: [], findings: []};

/** What the check knows of a flow's secrets and of the names in its files. */
class Vocabulary {
  readonly #secrets: ReadonlySet<string>;
  readonly #checks: Checks;
  /** The names of all keys that the files can have, and those by which the flow itself calls what is in them. */
  readonly names: ReadonlySet<string>;
  /** Those behind which no secret is. */
  readonly publicNames: ReadonlySet<string>;

  constructor(flow: CompiledFlow, checks: Checks) {
    this.#checks = checks;
    this.#secrets = new Set(flow.fields.flatMap(({id, secret}) => (secret ? id : [])));
    const entries = Object.values(checks).flatMap((each) => each.entries);
    const known = Object.values(checks).flatMap(({keys}) =>
      Object.entries(keys).flatMap(([path, {instead}]) => [...path.split('.'), instead ?? '']),
    );
    const own = [...flow.choices, ...flow.fields].map(({id}) => id);
    this.names = new Set([...entries.flatMap(({path}) => path), ...known, ...own]);
    const secrets = new Set([
      ...Array.from(this.#secrets),
      ...entries.filter((entry) => this.#holdsSecret(entry)).map(nameOf),
    ]);
    this.publicNames = new Set(Array.from(this.names).filter((name) => !secrets.has(name)));
  }

  #holdsSecret({value = '', items = []}: ContentEntry): boolean {
    return [value, ...items.map((item) => item.value)]
      .flatMap(refsOf)
      .some((name) => this.#secrets.has(name));
  }

  /** The paths of the secrets that the flow writes into a file for any choices. */
  secretPaths(file: string): ReadonlySet<string> {
    const {entries = []} = this.#checks[file] ?? {};
    const secret = entries.filter((entry) => this.#holdsSecret(entry));
    return new Set(
      shapeOf(entries.filter((entry) => entry.isItem || secret.includes(entry))).keys(),
    );
  }
}

/** What can be shown of a text that is read as a file of the flow. */
function shownOf(
  flow: CompiledFlow,
  checks: Checks,
  lines: readonly string[],
  {file, expected}: Template,
  entries: readonly Entry[],
): Shown {
  const vocabulary = new Vocabulary(flow, checks);
  const {names, publicNames} = vocabulary;
  const paths = vocabulary.secretPaths(file);
  const found = byPath(entries);
  const lacking = expected.filter(({id}) => paths.has(id) && !hasValue(found.get(id) ?? {}));
  const near = new Set(lacking.map(nameOf));
  const isSecret = (entry: Entry) =>
    paths.has(pathKey(entry.path)) || nearest(nameOf(entry), near, 2) !== undefined;
  const own = checks[file];
  const written = shapeOf(own?.entries ?? []);
  const understood = entries
    .filter(({path}) => written.has(pathKey(path)) || (own && checkOf(own, path)))
    .flatMap(({line, items = []}) => [line, ...items.map((item) => item.line)]);
  return {
    lines,
    names,
    publicNames,
    secrets: entries.filter(isSecret),
    understood: new Set(understood),
    lacksSecret: lacking.length > 0,
  };
}

/** Sorted by line, and each said once. */
function sorted(findings: readonly Finding[]): Finding[] {
  const key = ({rule, line, message}: Finding) => `${rule} ${line} ${message}`;
  return Array.from(new Map(findings.map((each) => [key(each), each])).values()).sort(
    (a, b) => a.line - b.line || a.column - b.column,
  );
}

/**
 * Checks an existing file: recognises by its content which file of the flow it is and for which choices, and compares it, line by line, with what
 * the flow would have written.
 *
 * The function is pure: nothing leaves it but its result, in which secrets are only in `answers.secrets`. It never throws, whatever the text is.
 *
 * @param flow a compiled flow
 * @param checks what the check needs to know of its files besides
 * @param text the content of a file that the flow could have written
 * @param readers the readers of the formats of its files
 * @example
 * checkFile(flow, checks, 'MAIL_HOST: mail.example.com\n…', readers).findings[0]
 * // {rule: 'env-colon', line: 1, column: 1, message: '“MAIL_HOST: value” is …', remedy: 'Write …', …}
 */
export function checkFile(
  flow: CompiledFlow,
  checks: Checks,
  text: string,
  readers: Readers,
): CheckResult {
  const start = {line: 1, column: 1, endColumn: 1};
  const body = text.replace(/^\ufeff/, '');
  const lines = body.split(/\r?\n/);
  const isLong = lines.length > maxLineCount || lines.some((line) => line.length > maxLineLength);
  if (isLong || body.length > maxTextLength) {
    return {findings: [finding('too-long', start)], answers: {}, lines: []};
  }
  const readings = readingsOf(flow, checks, body, readers);
  const template = recognise(flow, checks, readings);
  if (!template) {
    const expected = flow.files.map(({name}) => name).join(', ');
    const {names, publicNames} = new Vocabulary(flow, checks);
    const nothing = {secrets: [], understood: new Set<number>(), lacksSecret: false};
    return {
      findings: [finding('unrecognised', start, {expected})],
      answers: {},
      lines: maskSecrets({lines, names, publicNames, ...nothing}),
    };
  }

  const {file, choices} = template;
  const {entries, findings} = readings.get(file) ?? noReading;
  const possible = possibleIn(flow, checks, choices, file);
  const found = findAnswers(flow, choices, possible, byPath(entries));
  const target = flow.files.find(({id}) => id === file) as CompiledFile;
  const differences = compare({
    flow,
    checks: checks[file] as FileChecks,
    file: target,
    reader: readers[target.format] as Reader,
    choices,
    expected: expectedIn(flow, checks, found.answers, file) ?? template.expected,
    alternatives: templatesOf(flow, checks).filter(
      (each) => each.file === file && each.choices !== choices,
    ),
    elsewhere: Object.entries(checks).flatMap(([id, each]) => (id === file ? [] : each.entries)),
    entries,
    found,
  });
  const shown = shownOf(flow, checks, lines, template, entries);
  const told = [...findings, ...differences].map((each) => maskFinding(each, shown));
  const known = choicesToldBy(template, flow, checks);
  return {
    recognised: {file, filename: target.name, choices: known},
    findings: sorted(told),
    answers: {...found.answers, choices: known},
    lines: maskSecrets(shown),
  };
}
