/**
 * `npm run docs:flows`: writes the parts of the documentation that follow from the code of flows: the reference of their format, from
 * `plugin/flow.schema.json`, and their rules. A unit test fails where they are out of date.
 */
import fs from 'node:fs';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {buildPlugin} from './build-plugin.mjs';
import {ensureInstalled} from './install.mjs';
import {root} from './support.mjs';

const folder = path.join(root, 'content/partials/authors');

/**
 * The parts of a flow file, in the order of reading: the definition in the schema, heading, and what it is in.
 *
 * @type {[string, string, string][]}
 */
const parts = [
  ['part', 'The file', 'At the top of the file:'],
  ['choice', 'A choice', 'Under `choices`, by its id:'],
  ['option', 'An option', 'Under `options` of a choice, by its id:'],
  ['field', 'A field', 'Under `fields`, by its id:'],
  ['rule', 'A rule', 'An item of `rules`:'],
  ['file', 'An output file', 'Under `files`, by its id:'],
];

/**
 * @param {Readonly<Record<string, string>>} flowRules
 * @returns {Record<string, string>} Each partial's text by its path.
 */
export function flowReference(flowRules) {
  const schema = JSON.parse(fs.readFileSync(path.join(root, 'plugin/flow.schema.json'), 'utf8'));
  const {definitions} = schema;
  definitions.option = definitions.choice.properties.options.additionalProperties;
  const tables = parts.map(([name, title, where]) =>
    [
      `### ${title}`,
      '',
      where,
      '',
      '| key | value | meaning |',
      '| --- | --- | --- |',
      ...Object.entries(definitions[name].properties).map(
        ([key, property]) =>
          `| \`${key}\` | ${typeOf(property)} | ${meaningOf(property, definitions)} |`,
      ),
    ].join('\n'),
  );
  const rules = Object.entries(flowRules).map(
    ([rule, text]) => `### \`${rule}\` {% #${rule} %}\n\n${text}`,
  );
  return {
    [path.join(folder, 'flow-format.md')]: `${tables.join('\n\n')}\n`,
    [path.join(folder, 'flow-rules.md')]: `${rules.join('\n\n')}\n`,
  };
}

/**
 * @param {{type?: string | string[], enum?: unknown[], $ref?: string}} property
 * @returns {string}
 */
function typeOf({type, enum: values, $ref = ''}) {
  if (values) return values.map((value) => `\`${value}\``).join(', ');
  /** @type {Record<string, string>} */
  const names = {
    prose: 'text',
    when: 'condition',
    value: 'JSON Schema',
    expression: 'text or list',
  };
  const [, name = ''] = /([^/]*)$/.exec($ref) ?? [];
  return (
    names[name] ??
    [type]
      .flat()
      .map((each) => (each === 'string' ? 'text' : each))
      .join(', ')
  );
}

/**
 * @param {{description?: string, $ref?: string}} property
 * @param {Record<string, {description?: string}>} definitions
 * @returns {string}
 */
function meaningOf({description, $ref = ''}, definitions) {
  const text = description ?? definitions[$ref.replace('#/definitions/', '')]?.description ?? '';
  return text.replaceAll('|', '\\|');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await ensureInstalled();
  if ((await buildPlugin()) !== 0) process.exit(1);
  const {flowRules} = await import('../plugin/lib/flow/flow-rules.js');
  for (const [file, text] of Object.entries(flowReference(flowRules))) fs.writeFileSync(file, text);
}
