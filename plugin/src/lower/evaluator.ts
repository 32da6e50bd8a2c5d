import type {Position} from 'unist';
import type {Evaluated} from '../markdoc/evaluate.js';
import type {Problem} from '../problems.js';
import type {TagAttribute} from '../syntax/index.js';

/** Evaluates what stands in a page. */
export interface Evaluator {
  /** What is wrong with the page. */
  readonly problems: Problem[];
  /** Evaluates a value that stands in a place; what is wrong with it is among the problems then. */
  evaluate(value: unknown, position: Position | undefined, optional?: boolean): Evaluated;
  /**
   * The attributes with what their values have come to.
   *
   * @param found Takes in what is wrong with them.
   */
  evaluateAll(attributes: readonly TagAttribute[], found: Problem[]): TagAttribute[];
}
