/**
 * The check of an existing configuration file against a flow. It brings the YAML parser along, so that it is an entry of its own, which is
 * loaded when a reader or the command line asks for it.
 */

import {nearest} from '../nearest.js';
import type {CompiledFile, CompiledFlow} from '../types.js';
import {compare} from './compare.js';
import type {Alternative} from './comparison.js';
import {type Entry, hasValue, nameOf, pathKey, type Reading} from './entries.js';
import {byPath, type Expected, expectedIn, readAs} from './expected.js';
import {findAnswers, refsOf} from './find-answers.js';
import {maskFinding, maskSecrets, type Shown} from './mask.js';
import {placeKeys} from './place-keys.js';
import {choicesToldBy, recognise, type Template, templatesOf} from './recognise.js';
import {type Finding, finding} from './rules.js';
import {type CheckResult, type Checks, checkOf} from './types.js';

export {type CheckRule, checkRules, type Finding} from './rules.js';
export type {CheckResult, Checks, KeyCheck} from './types.js';

/** Far more than a configuration has, and little enough to be checked in a moment. */
const maxTextLength = 200_000;
const maxLineCount = 3000;
const maxLineLength = 4000;

/** Reads a text as a file of the flow, for whatever choices. */
function readingOf(flow: CompiledFlow, file: CompiledFile, checks: Checks, text: string): Reading {
  const shape = templatesOf(flow).flatMap((each) => (each.file === file.id ? each.expected : []));
  const own = checks[file.id] ?? {};
  return placeKeys(readAs(file, text, own), byPath(shape), own);
}

/** The paths of the secrets that the flow writes into a file for any choices. */
function secretPaths(flow: CompiledFlow, file: string): ReadonlySet<string> {
  const secret = new Set(flow.fields.flatMap(({id, secret}) => (secret ? id : [])));
  const holds = ({expression}: Expected) => refsOf(expression).some((ref) => secret.has(ref));
  const templates = templatesOf(flow).filter((each) => each.file === file);
  return new Set(
    templates.flatMap(({expected}) => expected.filter(holds).map(({path}) => pathKey(path))),
  );
}

/** The names of all keys that the files of a flow can have, and those by which the flow itself calls what is in them. */
function namesOf(flow: CompiledFlow, checks: Checks): ReadonlySet<string> {
  const written = templatesOf(flow).flatMap(({expected}) => expected.flatMap(({path}) => path));
  const known = Object.values(checks).flatMap((keys) =>
    Object.entries(keys).flatMap(([path, {instead}]) => [...path.split('.'), instead ?? '']),
  );
  const own = [...flow.choices, ...flow.fields].map(({id}) => id);
  return new Set([...written, ...known, ...own]);
}

/** What can be shown of a text that is read as a file of the flow. */
function shownOf(
  flow: CompiledFlow,
  checks: Checks,
  lines: readonly string[],
  {file, expected}: Template,
  entries: readonly Entry[],
): Shown {
  const names = namesOf(flow, checks);
  const paths = secretPaths(flow, file);
  const found = byPath(entries);
  const lacking = expected.filter(
    ({path}) => paths.has(pathKey(path)) && !hasValue(found.get(pathKey(path)) ?? {}),
  );
  const near = new Set(lacking.map(nameOf));
  const isSecret = (entry: Entry) =>
    paths.has(pathKey(entry.path)) || nearest(nameOf(entry), near, 2) !== undefined;
  const own = checks[file] ?? {};
  const written = byPath(
    templatesOf(flow).flatMap((each) => (each.file === file ? each.expected : [])),
  );
  const understood = entries
    .filter(({path}) => written.has(pathKey(path)) || checkOf(own, path))
    .flatMap(({line, items = []}) => [line, ...items.map((item) => item.line)]);
  return {
    lines,
    names,
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
 * @param checks what its author adds for this check
 * @param text the content of an env file, of `openmetadata.yaml`, `values.yaml` or a Secret's manifest
 * @example
 * checkFile(flow, checks, 'AUTHENTICATION_PROVIDER: auth0\n…').findings[0]
 * // {rule: 'env-colon', line: 1, column: 1, message: '“AUTHENTICATION_PROVIDER: value” is …', remedy: 'Write …', …}
 */
export function checkFile(flow: CompiledFlow, checks: Checks, text: string): CheckResult {
  const start = {line: 1, column: 1, endColumn: 1};
  const body = text.replace(/^\ufeff/, '');
  const lines = body.split(/\r?\n/);
  const isLong = lines.length > maxLineCount || lines.some((line) => line.length > maxLineLength);
  if (isLong || body.length > maxTextLength) {
    return {findings: [finding('too-long', start)], answers: {}, lines: []};
  }
  const readings = new Map(
    flow.files.map((file) => [file.id, readingOf(flow, file, checks, body)]),
  );
  const template = recognise(flow, checks, readings);
  if (!template) {
    const expected = flow.files.map(({name}) => name).join(', ');
    return {
      findings: [finding('unrecognised', start, {expected})],
      answers: {},
      lines: maskSecrets({
        lines,
        secrets: [],
        names: namesOf(flow, checks),
        understood: new Set(),
        lacksSecret: false,
      }),
    };
  }

  const {file, choices} = template;
  const {entries, findings} = readings.get(file) ?? {entries: [], findings: []};
  const found = findAnswers(flow, choices, template.expected, byPath(entries));
  const target = flow.files.find(({id}) => id === file) as CompiledFile;
  const alternatives = templatesOf(flow)
    .filter((each) => each.file === file && each.choices !== choices)
    .map((each): Alternative => ({choices: each.choices, expected: byPath(each.expected)}));
  const differences = compare({
    flow,
    checks: checks[file] ?? {},
    file: target,
    choices,
    expected: expectedIn(flow, found.answers, file) ?? template.expected,
    alternatives,
    elsewhere: templatesOf(flow).flatMap((each) => (each.file === file ? [] : each.expected)),
    entries,
    found,
  });
  const shown = shownOf(flow, checks, lines, template, entries);
  const told = [...findings, ...differences].map((each) => maskFinding(each, shown));
  const known = choicesToldBy(template, flow);
  return {
    recognised: {file, filename: target.name, choices: known},
    findings: sorted(told),
    answers: {...found.answers, choices: known},
    lines: maskSecrets(shown),
  };
}
