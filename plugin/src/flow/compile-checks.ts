import type {Checks, KeyCheck} from './check-file/types.js';
import type {Report} from './compile-names.js';
import {at, entries, plain, type SourceNode} from './source.js';

/**
 * Compiles what a flow says for the check of existing files. It is kept apart from the flow, because a page needs it only for that check.
 *
 * @param root what the YAML parser read
 */
export function compileChecks(root: SourceNode, report: Report): Checks {
  const files = entries(at(root, 'files')).map(({key}) => key);
  return Object.fromEntries(
    entries(at(root, 'checks')).map(({key, keyPlace, value}) => {
      if (!files.includes(key)) {
        report(
          'flow-unknown-reference',
          keyPlace,
          `There is no file “${key}”: ${files.join(', ')}`,
        );
      }
      const keys = entries(value).map((each) => [each.key, plain(each.value) ?? {}] as const);
      return [key, Object.fromEntries(keys) as {[path: string]: KeyCheck}];
    }),
  );
}
