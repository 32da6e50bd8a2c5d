import {type Choices, combinations} from '../combinations.js';
import {judge} from '../engine.js';
import {refsOf} from '../expressions.js';
import type {CompiledFlow, ContentEntry} from '../types.js';
import {type Entry, hasValue, pathKey, type Reading} from './entries.js';
import {
  type ByPath,
  byPath,
  dependsOnChoices,
  type Expected,
  type ExpectedFile,
  fileFor,
} from './expected.js';
import {isSame, matchText, nameIn} from './find-answers.js';
import {type Checks, checkOf} from './types.js';

/** A file of the flow for some choices, with placeholders. */
export class Template {
  readonly file: string;
  readonly choices: Choices;
  readonly content: ExpectedFile;
  #byPath: ByPath<Expected> | undefined;

  constructor(file: string, choices: Choices, content: ExpectedFile) {
    this.file = file;
    this.choices = choices;
    this.content = content;
  }

  get expected(): readonly Expected[] {
    return this.content.keys;
  }

  /** The keys by their paths. */
  get keys(): ByPath<Expected> {
    this.#byPath ??= byPath(this.expected);
    return this.#byPath;
  }

  /** Whether it reads like another one. */
  isLike({file, content}: Template): boolean {
    const {named} = this.content;
    return (
      this.file === file &&
      named.length === content.named.length &&
      named.every(({entry}, index) => entry === content.named[index]?.entry) &&
      this.expected.every((each, index) => each.isLike(content.keys[index] as Expected))
    );
  }
}

const templates = new WeakMap<Checks, readonly Template[]>();

/** Every file that the flow can write, for every combination of choices. */
export function templatesOf(flow: CompiledFlow, checks: Checks): readonly Template[] {
  const known = templates.get(checks);
  if (known) return known;
  const made = combinations(flow).flatMap((choices) => {
    const judged = judge(flow, {choices});
    return flow.files.flatMap((file) => {
      const content = fileFor(judged, file, checks[file.id]?.entries ?? []);
      return content ? [new Template(file.id, choices, content)] : [];
    });
  });
  templates.set(checks, made);
  return made;
}

/** A text as one of the files. */
interface Text {
  readonly found: ByPath<Entry>;
  /** What keys are worth, as far as no choice decides it. */
  readonly known: Map<ContentEntry, number>;
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
  const texts = new Map(
    Array.from(readings, ([id, {entries}]): [string, Text] => [
      id,
      {found: byPath(entries), known: new Map()},
    ]),
  );
  const textOf = ({file}: Template) => texts.get(file) ?? {found: new Map(), known: new Map()};
  const candidates = templatesOf(flow, checks).map((template) => {
    const {misplaced = 0} = readings.get(template.file) ?? {};
    return {template, score: score(template, flow, textOf(template)) - misplaced};
  });
  const [first] = candidates;
  const best = candidates.reduce((a, b) => (a && b.score > a.score ? b : a), first);
  if (!best || best.score <= 0) return undefined;
  const {template} = best;
  const text = textOf(template);
  const {found} = text;
  const named = template.expected.flatMap(({id, expression}) =>
    found.has(id) ? (nameIn(expression) ?? []) : [],
  );
  const rivals = templatesOf(flow, checks)
    .filter((each) => isRival(each, template, named))
    .sort((a, b) => score(b, flow, text) - score(a, flow, text));
  return rivals.find((each) => outweighs(each, template, flow, checks, found)) ?? template;
}

/** The choices that a file can be known to be for: what the flow writes into it depends on them. */
export function choicesToldBy(template: Template, flow: CompiledFlow, checks: Checks): Choices {
  const same = templatesOf(flow, checks).filter((each) => each.isLike(template));
  return Object.fromEntries(
    Object.entries(template.choices).filter(([id, option]) =>
      same.every((each) => each.choices[id] === option),
    ),
  );
}

/**
 * How well a text fits: what it says of a choice counts most, then the keys that are there, then the values that only a choice
 * decides, then the keys that are not there.
 */
function score({content, choices}: Template, flow: CompiledFlow, {found, known}: Text): number {
  let sum = 0;
  for (const key of content.named) {
    const entry = found.get(key.id);
    if (!entry) {
      sum -= 0.01;
      continue;
    }
    // What no choice decides is worth the same in all templates.
    const before = known.get(key.entry);
    const worth = before ?? worthOf(content.key(key), entry, choices);
    if (before === undefined && !dependsOnChoices(key.entry, flow)) known.set(key.entry, worth);
    sum += worth;
  }
  return sum;
}

function worthOf(expected: Expected, entry: Entry, choices: Choices): number {
  if (states(expected, entry, choices)) return 1000;
  return isSettled(expected, entry) ? 1.05 : 1;
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
function isRival(rival: Template, {file, choices}: Template, named: readonly string[]): boolean {
  if (rival.file !== file) return false;
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
