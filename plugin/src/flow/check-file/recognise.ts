import {type Choices, combinations} from '../combinations.js';
import type {CompiledFlow} from '../types.js';
import {pathKey, type Reading} from './entries.js';
import {type ByPath, byPath, type Expected, expectedIn} from './expected.js';
import {refsOf} from './find-answers.js';

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

/** How well a text fits: what it says of a choice counts most, then the keys that are there, then those that are not. */
function score({expected, choices}: Template, found: ByPath): number {
  let sum = 0;
  for (const {path, expression} of expected) {
    const entry = found.get(pathKey(path));
    const [choice = ''] = refsOf(expression);
    if (!entry) sum -= 0.01;
    else sum += choices[choice] !== undefined && choices[choice] === entry.value ? 1000 : 1;
  }
  return sum;
}
