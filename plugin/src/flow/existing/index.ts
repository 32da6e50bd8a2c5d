/**
 * The check of an existing configuration file against a flow. It is an entry of its own, which is loaded
 * when a reader or the command line asks for it.
 */

import {nearest} from '../../nearest.js';
import {judge} from '../engine.js';
import {refsIn} from '../expressions.js';
import type {Reader} from '../formats/format.js';
import type {CompiledFlow, ContentEntry} from '../types.js';
import {compare} from './compare.js';
import {type Entry, hasValue, nameOf, pathKey, type Reading} from './entries.js';
import {type ByPath, type ExpectedFile, fileFor, namedKeys} from './expected.js';
import {findAnswers} from './find-answers.js';
import {maskFinding, maskSecrets, type Shown, shownWith} from './mask.js';
import {type PlacedReading, placeKeys} from './place-keys.js';
import {type Readers, readAs} from './read-as.js';
import {choicesToldBy, recognise, templatesOf} from './recognise.js';
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
): ReadonlyMap<string, PlacedReading> {
  // Files that are read alike differ only in what is looked for in them.
  const known = new Map<string, Reading>();
  return new Map(
    files.map((file) => {
      const own = checks[file.id] as FileChecks;
      const key = JSON.stringify([file.format, own.traits]);
      const reading = known.get(key) ?? (readers[file.format] as Reader).read(text, own.traits);
      known.set(key, reading);
      return [file.id, placeKeys(readAs(reading, file, own, readers), own)];
    }),
  );
}

function holdsSecret(entry: ContentEntry, {fields}: CompiledFlow): boolean {
  const names = refsIn(entry);
  return fields.some(({id, secret}) => secret && names.includes(id));
}

/** The names of all keys that the files can have, and those by which the flow itself calls what is in them. */
function namesIn(flow: CompiledFlow, checks: Checks): Pick<Shown, 'names' | 'publicNames'> {
  const entries = Object.values(checks).flatMap((each) => each.entries);
  const known = Object.values(checks).flatMap(({keys}) =>
    Object.entries(keys).flatMap(([path, {instead}]) => [...path.split('.'), instead ?? '']),
  );
  const own = [...flow.choices, ...flow.fields].map(({id}) => id);
  const names = new Set([...entries.flatMap(({path}) => path), ...known, ...own]);
  const secrets = new Set([
    ...flow.fields.flatMap(({id, secret}) => (secret ? id : [])),
    ...entries.filter((entry) => holdsSecret(entry, flow)).map(nameOf),
  ]);
  return {names, publicNames: new Set(Array.from(names).filter((name) => !secrets.has(name)))};
}

/** What can be shown of a text that is read as a file of the flow. */
function shownOf(
  {flow, keys}: ExpectedFile,
  checks: FileChecks,
  found: ByPath<Entry>,
): Pick<Shown, 'secrets' | 'understood' | 'lacksSecret'> {
  const written = namedKeys(checks.entries);
  const ids = new Set(written.map(({id}) => id));
  const secret = new Set(written.flatMap(({entry, id}) => (holdsSecret(entry, flow) ? id : [])));
  const lacking = keys.filter(({id}) => secret.has(id) && !hasValue(found.get(id) ?? {}));
  const near = new Set(lacking.map(nameOf));
  const entries = Array.from(found.values());
  const understood = entries.filter(({path}) => ids.has(pathKey(path)) || checkOf(checks, path));
  return {
    secrets: entries.filter(
      (entry) => secret.has(pathKey(entry.path)) || nearest(nameOf(entry), near, 2) !== undefined,
    ),
    understood: new Set(
      understood.flatMap(({line, items = []}) => [line, ...items.map((item) => item.line)]),
    ),
    lacksSecret: lacking.length > 0,
  };
}

/** A finding that ends where its line does: what was mended before it was read can have become longer. */
function within(found: Finding, lines: readonly string[]): Finding {
  const end = (lines[found.line - 1] ?? '').length + 1;
  const column = Math.min(found.column, end);
  return {...found, column, endColumn: Math.max(Math.min(found.endColumn, end), column)};
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
  const names = namesIn(flow, checks);
  const template = recognise(flow, checks, readings);
  if (!template) {
    const expected = flow.files.map(({name}) => name).join(', ');
    return {
      findings: [finding('unrecognised', start, {expected})],
      answers: {},
      lines: maskSecrets(
        shownWith({...names, lines, secrets: [], understood: new Set(), lacksSecret: false}),
      ),
    };
  }

  const {file} = template;
  const own = checks[file.id] as FileChecks;
  const {entries, findings} = readings.get(file.id) as PlacedReading;
  const found = findAnswers(template, own, entries);
  const differences = compare({
    checks: own,
    reader: readers[file.format] as Reader,
    expected: fileFor(judge(flow, found.answers), file, own.entries) ?? template,
    alternatives: templatesOf(flow, checks).filter(
      (each) => each.file === file && each !== template,
    ),
    elsewhere: Object.values(checks).flatMap((each) => (each === own ? [] : each.entries)),
    entries,
    found,
  });
  const shown = shownWith({...names, lines, ...shownOf(template, own, entries)});
  const told = [...findings, ...differences].map((each) => within(maskFinding(each, shown), lines));
  const known = choicesToldBy(template, checks);
  return {
    recognised: {file: file.id, filename: file.name, choices: known},
    findings: sorted(told),
    answers: {...found.answers, choices: known},
    lines: maskSecrets(shown),
  };
}
