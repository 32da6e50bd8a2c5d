import type {CheckResult} from '../flow/existing/index.js';

export type {CheckResult};

/** Loads the check of existing files against a flow, with the parsers that it needs. */
export type LoadFlow = () => Promise<{readonly default: (text: string) => CheckResult}>;

/**
 * Checks an existing file in the page: nothing leaves it. The check is loaded on the first call.
 *
 * @throws an error where that could not be loaded
 */
export async function checkText(load: LoadFlow, text: string): Promise<CheckResult> {
  const {default: check} = await load();
  return check(text);
}
