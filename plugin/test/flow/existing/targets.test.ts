/** What a target refuses is refused by the check: every key of its schema is tried with values of the wrong type. */
import {readFileSync} from 'node:fs';
import {Ajv} from 'ajv';
import {describe, expect, it} from 'vitest';
import {parse, stringify} from 'yaml';
import {checkMail, rightFile} from './support.js';

interface Schema {
  readonly properties?: {readonly [key: string]: Schema};
}

/** The paths of all keys, those inside of others included. */
function pathsOf({properties = {}}: Schema): string[][] {
  return Object.entries(properties).flatMap(([key, inner]) => [
    [key],
    ...pathsOf(inner).map((path) => [key, ...path]),
  ]);
}

/** A right file with one value replaced. */
function withValue(text: string, path: readonly string[], value: unknown): string {
  const data: unknown = parse(text);
  const parent = path
    .slice(0, -1)
    .reduce((each, key) => each[key] as {[key: string]: unknown}, data as {[key: string]: unknown});
  parent[path.at(-1) ?? ''] = value;
  return stringify(data);
}

describe.each(['server', 'values', 'secret'] as const)('%s', (file) => {
  const schema = JSON.parse(
    readFileSync(new URL(`../product/schemas/${file}.json`, import.meta.url), 'utf8'),
  ) as Schema;
  const validate = new Ajv({strict: false, validateFormats: false}).compile(schema);
  const keys = pathsOf(schema)
    // A list of blocks is to the check what a block is.
    .filter(([first]) => first !== 'listeners')
    .map((path) => [path.join('.'), path] as const);

  it.each(keys)('refuses what %s cannot be', (_, path) => {
    const refused = ['true', 'soon', true, 60, -1, ['a'], {a: 'b'}]
      .map((value) => withValue(rightFile(file), path, value))
      .filter((text) => !validate(parse(text)));
    expect(refused).not.toEqual([]);
    for (const text of refused) {
      const levels = checkMail(text).findings.map(({level}) => level);
      expect(levels, text).toContain('error');
    }
  });

  it('refuses a key that is not known', () => {
    const refused = keys
      .filter(([, path]) => path.length > 1)
      .map(([, path]) => withValue(rightFile(file), [...path.slice(0, -1), 'unheardOf'], 'x'))
      .filter((text) => !validate(parse(text)));
    expect(refused).not.toEqual([]);
    for (const text of refused) {
      const rules = checkMail(text).findings.map(({rule}) => rule);
      expect(rules, text).toContain('unknown-key');
    }
  });
});
