import type {Report} from './compile-names.js';
import type {KeyCheck} from './existing/types.js';
import {at, entries, plain, type SourceNode} from './source.js';
import {compileSchema, type JsonSchema} from './value-formats.js';

/**
 * Compiles what a flow says for the check of existing files: for each file, what is to be known of its keys that its schema cannot say.
 *
 * @param root what the YAML parser read
 */
export function compileChecks(
  root: SourceNode,
  report: Report,
): ReadonlyMap<string, {readonly [path: string]: KeyCheck}> {
  const files = entries(at(root, 'files')).map(({key}) => key);
  return new Map(
    entries(at(root, 'checks')).map(({key, keyPlace, value}) => {
      if (!files.includes(key)) {
        report(
          'flow-unknown-reference',
          keyPlace,
          `There is no file “${key}”: ${files.join(', ')}`,
        );
      }
      const keys = entries(value).map((each): [string, KeyCheck] => {
        const {value: schema, ...check} = (plain(each.value) ?? {}) as KeyCheck;
        return [each.key, {...check, ...(schema && {value: compileSchema(schema as JsonSchema)})}];
      });
      return [key, Object.fromEntries(keys)];
    }),
  );
}
