import {type Choices, combinations} from '../combinations.js';
import type {CompiledFlow} from '../types.js';
import {type Entry, pathKey, type Reading} from './entries.js';
import {type ByPath, byPath, type Expected, expectedIn} from './expected.js';
import {isSame, matchText, refsOf} from './find-answers.js';

/** A file of the flow for some choices, with placeholders. */
export interface Template {
  readonly file: string;
  readonly choices: Choices;
  readonly expected: readonly Expected[];
}

const templates = new WeakMap<CompiledFlow, readonly Template[]>();

/** Every file that the flow can write, for every combination of choices. */
export function templatesOf(flow: CompiledFlow): readonly Template[] {
  const known = templates.get(flow);
  if (known) return known;
  const made = combinations(flow).flatMap((choices) =>
    flow.files.flatMap(({id: file}) => {
      const expected = expectedIn(flow, {choices}, file);
      return expected ? [{file, choices, expected}] : [];
    }),
  );
  templates.set(flow, made);
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
  readings: ReadonlyMap<string, Reading>,
): Template | undefined {
  const candidates = templatesOf(flow).map((template) => {
    const {entries = [], misplaced = 0} = readings.get(template.file) ?? {};
    return {template, score: score(template, byPath(entries)) - misplaced};
  });
  const [first] = candidates;
  const best = candidates.reduce((a, b) => (a && b.score > a.score ? b : a), first);
  return best && best.score > 0 ? best.template : undefined;
}

/**
 * How well a text fits: what it says of a choice counts most, then the keys that are there, then the values that only a choice
 * decides, then the keys that are not there.
 */
function score({expected, choices}: Template, found: ByPath): number {
  let sum = 0;
  for (const each of expected) {
    const entry = found.get(pathKey(each.path));
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
