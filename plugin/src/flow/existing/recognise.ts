import {type Choices, combinations} from '../combinations.js';
import {judge} from '../judge.js';
import {refsOf} from '../resolve.js';
import type {CompiledFlow} from '../types.js';
import {type Entry, hasValue, pathKey, type Reading} from './entries.js';
import {type ByPath, byPath, type Expected, keysOf} from './expected.js';
import {isSame, matchText, nameIn} from './find-answers.js';
import {type Checks, checkOf} from './types.js';

/** A file of the flow for some choices, with placeholders. */
export interface Template {
  readonly file: string;
  readonly choices: Choices;
  readonly expected: readonly Expected[];
  /** The same by their paths. */
  readonly keys: ByPath<Expected>;
}

const templates = new WeakMap<Checks, readonly Template[]>();

/** Every file that the flow can write, for every combination of choices. */
export function templatesOf(flow: CompiledFlow, checks: Checks): readonly Template[] {
  const known = templates.get(checks);
  if (known) return known;
  const made = combinations(flow).flatMap((choices) => {
    const judged = judge(flow, {choices});
    return flow.files.flatMap((file) => {
      const expected = keysOf(judged, file, checks[file.id]?.entries ?? []);
      return expected ? [{file: file.id, choices, expected, keys: byPath(expected)}] : [];
    });
  });
  templates.set(checks, made);
  return made;
}

/**
 * Recognises by its content which file of the flow a text is, and for which choices.
 *
 * @param readings the text as each of the flow's files
 * @returns `undefined` where it is none of them
 */
export function recognise(
  flow: CompiledFlow,
  checks: Checks,
  readings: ReadonlyMap<string, Reading>,
): Template | undefined {
  const candidates = templatesOf(flow, checks).map((template) => {
    const {entries = [], misplaced = 0} = readings.get(template.file) ?? {};
    return {template, score: score(template, byPath(entries)) - misplaced};
  });
  const [first] = candidates;
  const best = candidates.reduce((a, b) => (a && b.score > a.score ? b : a), first);
  if (!best || best.score <= 0) return undefined;
  const {template} = best;
  const found = byPath(readings.get(template.file)?.entries ?? []);
  const rivals = templatesOf(flow, checks)
    .filter((each) => isRival(each, template, found))
    .sort((a, b) => score(b, found) - score(a, found));
  return rivals.find((each) => outweighs(each, template, flow, checks, found)) ?? template;
}

/** The choices that a file can be known to be for: what the flow writes into it depends on them. */
export function choicesToldBy(
  {file, choices, expected}: Template,
  flow: CompiledFlow,
  checks: Checks,
): Choices {
  const written = asText(expected);
  const same = templatesOf(flow, checks).filter(
    (each) => each.file === file && asText(each.expected) === written,
  );
  return Object.fromEntries(
    Object.entries(choices).filter(([id, option]) =>
      same.every((each) => each.choices[id] === option),
    ),
  );
}

function asText(expected: readonly Expected[]): string {
  return JSON.stringify(expected.map(({path, value, expression}) => [path, value, expression]));
}

/**
 * How well a text fits: what it says of a choice counts most, then the keys that are there, then the values that only a choice
 * decides, then the keys that are not there.
 */
function score({expected, choices}: Template, found: ByPath<Entry>): number {
  let sum = 0;
  for (const each of expected) {
    const entry = found.get(each.id);
    if (!entry) sum -= 0.01;
    else if (states(each, entry, choices)) sum += 1000;
    else sum += isSettled(each, entry) ? 1.05 : 1;
  }
  return sum;
}

/** Whether a value names the options of these choices: by itself, or as parts of a text. */
function states({expression}: Expected, {value}: Entry, choices: Choices): boolean {
  const isNamed = refsOf(expression).some((name) => choices[name] !== undefined);
  return isNamed && matchText(expression, String(value), choices) !== undefined;
}

/** Whether a value is what the flow writes there whatever the answers to its questions are. */
function isSettled({expression, value}: Expected, entry: Entry): boolean {
  return refsOf(expression).length === 0 && value !== undefined && isSame(value, entry.value);
}

/** Whether a file differs from another in one of the choices that are named in it, which is named in one line only. */
function isRival(
  rival: Template,
  {file, choices, expected}: Template,
  found: ByPath<Entry>,
): boolean {
  if (rival.file !== file) return false;
  const named = expected.flatMap(({path, expression}) =>
    found.has(pathKey(path)) ? (nameIn(expression) ?? []) : [],
  );
  return named.filter((name) => choices[name] !== rival.choices[name]).length === 1;
}

/**
 * Whether all that is in a text but one line speaks for a rival of the file that it says to be: something does, nothing speaks against it, and
 * fewer keys are missing for the rival than there are that only the rival has.
 */
function outweighs(
  rival: Template,
  template: Template,
  flow: CompiledFlow,
  checks: Checks,
  found: ByPath<Entry>,
): boolean {
  const evidence = evidenceFor(rival, template, flow, found);
  const missing = (one: Template, other: Template) =>
    onlyIn(one, other).filter(
      ({path, isMap}) => !isMap && !found.has(pathKey(path)) && !isOptional(checks, one.file, path),
    ).length;
  return (
    evidence > 0 &&
    evidenceFor(template, rival, flow, found) === 0 &&
    evidence + missing(template, rival) > missing(rival, template)
  );
}

function isOptional(checks: Checks, file: string, path: readonly string[]): boolean {
  const own = checks[file];
  return Boolean(own && checkOf(own, path)?.optional);
}

/** The keys that the flow writes for one set of choices and not for another. */
function onlyIn({expected}: Template, other: Template): readonly Expected[] {
  return expected.filter(({id}) => !other.keys.has(id));
}

/** How many lines are right for one set of choices, and not for another. What names a choice by itself does not count. */
function evidenceFor(
  template: Template,
  other: Template,
  flow: CompiledFlow,
  found: ByPath<Entry>,
): number {
  const others = other.keys;
  const own = onlyIn(template, other);
  const secrets = own.filter(({expression}) =>
    flow.fields.some(({id, secret}) => secret && id === nameIn(expression)),
  );
  const isThere = ({id}: Expected) => hasValue(found.get(id) ?? {});
  // Templates hold the keys of all choices, with values here and there.
  const isInUse = secrets.length === 0 || secrets.some(isThere);
  const settled = template.expected.filter((each) => {
    const entry = found.get(each.id);
    const rival = others.get(each.id);
    const fits = (one: Expected, {choices}: Template) =>
      entry && (isSettled(one, entry) || states(one, entry, choices));
    const isNamed = template.choices[nameIn(each.expression) ?? ''] !== undefined;
    return rival && !isNamed && fits(each, template) && !fits(rival, other);
  });
  return settled.length + (isInUse ? own.filter(isThere).length : 0);
}
