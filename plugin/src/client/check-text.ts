import type {CheckResult, Checks, Readers} from '../flow/existing/index.js';
import type {CompiledFlow} from '../flow/index.js';

export type {CheckResult};

/** Loads a flow with what the check needs of it besides. */
export type LoadFlow = () => Promise<{
  readonly default: {
    readonly flow: CompiledFlow;
    readonly checks: Checks;
    readonly readers: Readers;
  };
}>;

/**
 * Checks an existing file in the page: nothing leaves it. The check with its parsers is loaded on the first call.
 *
 * @throws an error where that could not be loaded
 */
export async function checkText(load: LoadFlow, text: string): Promise<CheckResult> {
  const [{checkFile}, {default: file}] = await Promise.all([
    import('../flow/existing/index.js'),
    load(),
  ]);
  return checkFile(file.flow, file.checks, text, file.readers);
}
