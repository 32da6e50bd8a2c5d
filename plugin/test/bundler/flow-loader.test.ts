// biome-ignore-all lint/suspicious/noTemplateCurlyInString: references of flow files look like that.
import path from 'node:path';
import {expect, test} from 'vitest';
import flowLoader from '../../src/bundler/flow-loader.js';
import {temporaryFolder} from '../support/temporary-folder.js';

const file = (id: string, more: string) =>
  `  ${id}: {name: ${id}, ${more}, schema: any.json, content: {A: "\${name}"}}\n`;

/** The modules that the module of a flow imports, by the last parts of their paths, and what else it says. */
function loaded(files: string, query = '') {
  const folder = temporaryFolder({
    'any.json': '{}',
    'a.yaml': `title: A\nfields: {name: {label: N, example: x, value: {type: string}}}\nfiles:\n${files}`,
  });
  const told: string[] = [];
  const source = flowLoader.call({
    resourcePath: path.join(folder, 'a.yaml'),
    resourceQuery: query,
    addDependency: (each) => told.push(path.basename(each)),
  });
  const imports = [...source.matchAll(/^import .* from "(.*)";$/gm)].map(([, from = '']) =>
    from.split('/').slice(-2).join('/'),
  );
  return {source, imports, told};
}

test('a page gets how the formats of its flow are written, and nothing of others', () => {
  const {imports, told, source} = loaded(file('env', 'format: dotenv, then: yaml'));
  expect(imports).toEqual(['dotenv/spell.js', 'yaml/spell.js']);
  expect(told).toEqual(['a.yaml', 'any.json']);
  expect(source).toContain('"formats":{dotenv,yaml}');
  expect(loaded(file('json', 'format: json')).imports).toEqual(['json/spell.js']);
});

test('the check brings its readers along, and is worked out once', () => {
  const {imports, source} = loaded(
    file('env', 'format: dotenv') + file('toml', 'format: toml'),
    '?check',
  );
  expect(imports).toEqual(['./a.yaml', 'existing/index.js', 'dotenv/read.js', 'toml/read.js']);
  expect(source).toMatch(/^const checks = \{.*\};$/m);
  expect(source).toMatch(/export default \(text\) => checkFile\(flow, checks, text, readers\)$/);
});

test('a flow with a mistake is none', () => {
  expect(() => loaded('  env: {nome: a}\n')).toThrow(
    /There is no “nome” here; did you mean “name”\?/,
  );
});
