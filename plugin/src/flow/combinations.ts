import {evaluate} from './evaluate.js';
import type {CompiledFlow} from './types.js';

/** Choices that a reader can make together. */
export type Choices = {readonly [choice: string]: string};

/** Every combination of choices that a reader can reach. */
export function combinations(flow: CompiledFlow, choices: Choices = {}): Choices[] {
  const open = evaluate(flow, {choices}).questions.find(
    ({choice}) => !Object.hasOwn(choices, choice.id),
  );
  if (!open) return [choices];
  return open.options.flatMap(({id}) => combinations(flow, {...choices, [open.choice.id]: id}));
}
