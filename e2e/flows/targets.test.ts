/** What the server or the chart refuses is refused by the check: every key of their schemas is tried with values of the wrong type. */
import {readFileSync} from 'node:fs';
import {Ajv, type ValidateFunction} from 'ajv';
import {describe, expect, it} from 'vitest';
import {parse, stringify} from 'yaml';
import {check, rightFile, told} from './support.js';

interface Schema {
  readonly properties?: {readonly [key: string]: Schema};
}

const schemas = JSON.parse(
  readFileSync(new URL('target-schemas.json', import.meta.url), 'utf8'),
) as {readonly [file: string]: Schema};

/** The paths of all keys, those inside of others included. */
function pathsOf({properties = {}}: Schema): string[][] {
  return Object.entries(properties).flatMap(([key, inner]) => [
    [key],
    ...pathsOf(inner).map((path) => [key, ...path]),
  ]);
}

/** A right file with one value replaced. */
function withValue(file: string, path: readonly string[], value: unknown): string {
  const data: unknown = parse(rightFile('keycloak', file));
  const parent = path
    .slice(0, -1)
    .reduce((each, key) => each[key] as {[key: string]: unknown}, data as {[key: string]: unknown});
  parent[path.at(-1) ?? ''] = value;
  return stringify(data);
}

const hasError = (text: string) =>
  check('keycloak', text).findings.some(({level}) => level === 'error');

describe.each(['server', 'values'])('%s', (file) => {
  const ajv = new Ajv({strict: false, validateFormats: false});
  const validate: ValidateFunction = ajv.compile(schemas[file] as object);

  it.each(pathsOf(schemas[file] ?? {}).map((path) => [path.join('.'), path] as const))(
    'refuses what %s cannot be',
    (_, path) => {
      // A map by itself can be the block that is there; whole blocks of others are another matter.
      const refused = ['true', 'soon', true, 60, -1, ['a'], {a: 'b'}]
        .map((value) => withValue(file, path, value))
        .filter((text) => !validate(parse(text)));
      expect(refused).not.toEqual([]);
      for (const text of refused) expect(hasError(text), text).toBe(true);
    },
  );

  it('refuses a key that is not known', () => {
    const refused = pathsOf(schemas[file] ?? {})
      .filter((path) => path.length > 1)
      .map((path) => withValue(file, [...path.slice(0, -1), 'unheardOf'], 'x'))
      .filter((text) => !validate(parse(text)));
    expect(refused).not.toEqual([]);
    for (const text of refused) expect(hasError(text), text).toBe(true);
  });
});

it('takes every key that the targets know', () => {
  const more = (lines: readonly string[], indent: string) =>
    lines.map((line) => `${indent}${line}\n`).join('');
  const server = `${rightFile('okta', 'server')}${more(
    [
      'useNonce: "true"',
      'disablePkce: true',
      'maxClockSkew: "30"',
      'tokenValidity: 3600',
      'sessionExpiry: 604800',
      'customParams: {prompt: login}',
      'preferredJwsAlgorithm:',
    ],
    '    ',
  )}`;
  expect(told(check('okta', server))).toEqual([]);
  const values = `${rightFile('okta', 'values')}${more(
    ['useNonce: true', 'disablePkce: false', 'customParams:', 'tokenValidity: "3600"'],
    '        ',
  )}`;
  expect(told(check('okta', values))).toEqual([]);
});
