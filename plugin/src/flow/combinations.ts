import {evaluate} from './evaluate.js';
import type {CompiledFlow} from './types.js';

/** Choices that a reader can make together. */
export type Choices = {readonly [choice: string]: string};

/** More than these would be too many to try out in every build. */
export const maxCombinations = 1000;

/** The combinations of choices that a reader can reach: all of them, or one more than the most. */
export function combinations(flow: CompiledFlow): Choices[] {
  const found: Choices[] = [];
  const collect = (choices: Choices) => {
    if (found.length > maxCombinations) return;
    const open = evaluate(flow, {choices}).questions.find(
      ({choice}) => !Object.hasOwn(choices, choice.id),
    );
    if (open) for (const {id} of open.options) collect({...choices, [open.choice.id]: id});
    else found.push(choices);
  };
  collect({});
  return found;
}
