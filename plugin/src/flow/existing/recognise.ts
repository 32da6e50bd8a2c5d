import {type Choices, combinations} from '../combinations.js';
import {judge} from '../engine.js';
import {refsOf} from '../expressions.js';
import type {CompiledFlow, ContentEntry} from '../types.js';
import {type Entry, hasValue} from './entries.js';
import {
  type ByPath,
  dependsOnChoices,
  type Expected,
  type ExpectedFile,
  fileFor,
} from './expected.js';
import {isSame, matchText, nameIn} from './find-answers.js';
import type {PlacedReading} from './place-keys.js';
import {type Checks, checkOf, type FileChecks} from './types.js';

const templates = new WeakMap<Checks, readonly ExpectedFile[]>();

/** Every file that the flow can write, for every combination of choices, with placeholders. */
export function templatesOf(flow: CompiledFlow, checks: Checks): readonly ExpectedFile[] {
  const known = templates.get(checks);
  if (known) return known;
  // That answers are missing is not asked here, and to say it for each field in each file would take longer than the rest.
  const lenient = {
    ...flow,
    fields: flow.fields.map((field) => ({...field, optional: true}) as const),
  };
  const made = combinations(flow).flatMap((choices) => {
    const judged = {...judge(lenient, {choices}), flow};
    return flow.files.flatMap(
      (file) => fileFor(judged, file, checks[file.id]?.entries ?? []) ?? [],
    );
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
  readings: ReadonlyMap<string, PlacedReading>,
): ExpectedFile | undefined {
  const known = new Map<ContentEntry, number>();
  const possible = flow.files.filter((file) => sharesKey(checks[file.id], readings.get(file.id)));
  const ranked = templatesOf(flow, checks)
    .filter(({file}) => possible.includes(file))
    .map((template) => {
      const {entries, misplaced} = readings.get(template.file.id) as PlacedReading;
      return {template, entries, score: score(template, entries, known) - misplaced};
    })
    .sort((a, b) => b.score - a.score);
  const [best] = ranked;
  if (!best || best.score <= 0) return undefined;
  const {template, entries} = best;
  const named = template.keys.flatMap(({id, expression}) =>
    entries.has(id) ? (nameIn(expression) ?? []) : [],
  );
  const own = checks[template.file.id] as FileChecks;
  const rival = ranked.find(
    (each) =>
      isRival(each.template, template, named) && outweighs(each.template, template, own, entries),
  );
  return rival?.template ?? template;
}

/** Whether a text has one of the keys in which all others of a file are. */
function sharesKey(checks: FileChecks | undefined, reading: PlacedReading | undefined): boolean {
  const names = new Set(checks?.entries.map(({path}) => path[0]));
  return Array.from(reading?.entries.values() ?? []).some(({path}) => names.has(path[0]));
}

/** The choices that a file can be known to be for: what the flow writes into it depends on them. */
export function choicesToldBy(template: ExpectedFile, checks: Checks): Choices {
  const same = templatesOf(template.flow, checks).filter((each) => each.isLike(template));
  return Object.fromEntries(
    Object.entries(template.choices).filter(([id, option]) =>
      same.every((each) => each.choices[id] === option),
    ),
  );
}

/**
 * How well a text fits: what it says of a choice counts most, then the keys that are there, then the values that only a choice
 * decides, then the keys that are not there.
 *
 * @param known what keys are worth, as far as no choice decides it
 */
function score(
  template: ExpectedFile,
  found: ByPath<Entry>,
  known: Map<ContentEntry, number>,
): number {
  let sum = 0;
  for (const key of template.keys) {
    const entry = found.get(key.id);
    if (!entry) {
      sum -= 0.01;
      continue;
    }
    let worth = known.get(key.entry);
    if (worth === undefined) {
      worth = worthOf(key, entry, template);
      if (!dependsOnChoices(key.entry, template.flow)) known.set(key.entry, worth);
    }
    sum += worth;
  }
  return sum;
}

function worthOf(expected: Expected, entry: Entry, template: ExpectedFile): number {
  if (states(expected, entry, template)) return 1000;
  return isSettled(expected, entry) ? 1.05 : 1;
}

/** Whether a value names the options of a file's choices: by itself, or as parts of a text. */
function states({expression}: Expected, {value}: Entry, {choices}: ExpectedFile): boolean {
  const chosen = choices[nameIn(expression) ?? ''];
  if (chosen !== undefined) return String(value) === chosen;
  const isNamed = refsOf(expression).some((name) => choices[name] !== undefined);
  return isNamed && matchText(expression, String(value), choices) !== undefined;
}

/** Whether a value is what the flow writes there whatever the answers to its questions are. */
function isSettled({expression, value}: Expected, entry: Entry): boolean {
  return refsOf(expression).length === 0 && value !== undefined && isSame(value, entry.value);
}

/** Whether a file differs from another in one of the choices that are named in it, which is named in one line only. */
function isRival(
  rival: ExpectedFile,
  {file, choices}: ExpectedFile,
  named: readonly string[],
): boolean {
  if (rival.file !== file) return false;
  return named.filter((name) => choices[name] !== rival.choices[name]).length === 1;
}

/**
 * Whether all that is in a text but one line speaks for a rival of the file that it says to be: something does, nothing speaks against it, and
 * fewer keys are missing for the rival than there are that only the rival has.
 */
function outweighs(
  rival: ExpectedFile,
  template: ExpectedFile,
  checks: FileChecks,
  found: ByPath<Entry>,
): boolean {
  const evidence = evidenceFor(rival, template, found);
  const missing = (one: ExpectedFile, other: ExpectedFile) =>
    onlyIn(one, other).filter(
      ({id, path, isMap}) => !isMap && !found.has(id) && !checkOf(checks, path)?.optional,
    ).length;
  return (
    evidence > 0 &&
    evidenceFor(template, rival, found) === 0 &&
    evidence + missing(template, rival) > missing(rival, template)
  );
}

/** The keys that the flow writes for one set of choices and not for another. */
function onlyIn({keys}: ExpectedFile, other: ExpectedFile): readonly Expected[] {
  return keys.filter(({id}) => !other.byPath.has(id));
}

/** How many lines are right for one set of choices, and not for another. What names a choice by itself does not count. */
function evidenceFor(template: ExpectedFile, other: ExpectedFile, found: ByPath<Entry>): number {
  const own = onlyIn(template, other);
  const secrets = own.filter(({expression}) =>
    template.flow.fields.some(({id, secret}) => secret && id === nameIn(expression)),
  );
  const isThere = ({id}: Expected) => hasValue(found.get(id) ?? {});
  // Templates hold the keys of all choices, with values here and there.
  const isInUse = secrets.length === 0 || secrets.some(isThere);
  const settled = template.keys.filter((each) => {
    const entry = found.get(each.id);
    const rival = other.byPath.get(each.id);
    const fits = (one: Expected, written: ExpectedFile) =>
      entry && (isSettled(one, entry) || states(one, entry, written));
    const isNamed = template.choices[nameIn(each.expression) ?? ''] !== undefined;
    return rival && !isNamed && fits(each, template) && !fits(rival, other);
  });
  return settled.length + (isInUse ? own.filter(isThere).length : 0);
}
