import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {Ajv} from 'ajv';
import {expect, it} from 'vitest';
import {parse} from 'yaml';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const schema = JSON.parse(
  readFileSync(path.join(root, 'plugin/flow.schema.json'), 'utf8'),
) as object;
const ajv = new Ajv({strict: false, allErrors: true}).addSchema(schema, 'flow');

/** As an editor checks the file: by itself, without what it extends. */
function errors(folder: string, reference: string): unknown[] {
  const files = readdirSync(path.join(root, folder)).filter((name) => name.endsWith('.yaml'));
  expect(files).not.toEqual([]);
  return files.flatMap((name) => {
    const data: unknown = parse(readFileSync(path.join(root, folder, name), 'utf8'));
    ajv.validate(reference, data);
    return (ajv.errors ?? []).map(({instancePath, message}) => [name, instancePath, message]);
  });
}

it('finds nothing in our flows', () => {
  expect(errors('content/flows', 'flow')).toEqual([]);
});

it('finds nothing in their shared parts, which need not be complete', () => {
  expect(errors('content/flows/shared', 'flow#/definitions/part')).toEqual([]);
});

it('describes every key', () => {
  const {definitions} = schema as {definitions: {[name: string]: {description?: string}}};
  const undescribed: string[] = [];
  const walk = (node: unknown, at: string) => {
    if (typeof node !== 'object' || node === null) return;
    const {properties = {}} = node as {
      properties?: {[key: string]: {$ref?: string; description?: string}};
    };
    for (const [key, {$ref = '', description}] of Object.entries(properties)) {
      const text = description ?? definitions[$ref.split('/')[2] ?? '']?.description;
      if (text === undefined) undescribed.push(`${at}/${key}`);
    }
    for (const [key, value] of Object.entries(node)) walk(value, `${at}/${key}`);
  };
  // The keys of a value's schema are JSON Schema's, and those of a complete flow are described once.
  const {complete: _, value: __, ...ours} = definitions;
  walk(ours, '');
  expect(undescribed).toEqual([]);
});
