import type {Compilation} from '../flow/compile.js';
import type {FlowProblem} from '../flow/problems.js';
import type {SourceNode} from '../flow/source.js';

/** Placeholder. */
export function proveFlow(
  _compilation: Compilation,
  _root: SourceNode,
): {problems: FlowProblem[]; dependencies: string[]} {
  return {problems: [], dependencies: []};
}
