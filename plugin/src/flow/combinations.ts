import {ask, type Choices} from './engine.js';
import type {CompiledFlow} from './types.js';

export type {Choices};

/** More than these would be too many to try out in every build. */
export const maxCombinations = 1000;

/**
 * The combinations of choices that a reader can reach: all of them, or one more than the most, which is 1,000.
 *
 * @param fixed choices that the page has made; they are in none of the combinations
 */
export function combinations(flow: CompiledFlow, fixed: Choices = {}): Choices[] {
  const found: Choices[] = [];
  const collect = (choices: Choices) => {
    if (found.length > maxCombinations) return;
    const {questions} = ask(flow, {choices}, fixed);
    // What the page fixes may be no option with these choices: it is no question all the same.
    const open = questions.find((each) => !each.fixed && !Object.hasOwn(choices, each.choice.id));
    if (open) for (const {id} of open.options) collect({...choices, [open.choice.id]: id});
    else found.push(choices);
  };
  collect({});
  return found;
}
