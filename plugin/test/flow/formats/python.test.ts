/** What is written is read back alike by the parsers of Python, too: those of other languages follow the same rules as these. */
import {expect, it} from 'vitest';
import {parse} from 'yaml';
import {encode} from '../engine.js';
import {manyValues} from '../fuzz.js';
import {inCI, pythonDotenv, pyYaml} from '../python.js';

const document = (value: string) =>
  `key: ${encode('yaml', value)}\nlist: ${encode('yaml', [value, value])}\n`;
const data = (value: string) => ({key: value, list: [value, value]});

/** A variable before and one behind show whether a value runs over its line. */
const around = (text: string) => `BEFORE=1\nKEY=${text}\nBEHIND=2\n`;

it.runIf(pyYaml ?? inCI)('YAML, by PyYAML', () => {
  const values = manyValues();
  expect(pyYaml?.(values.map(document))).toEqual(values.map(data));
});

it.runIf(pythonDotenv ?? inCI)('an env file, by python-dotenv', () => {
  const values = manyValues().filter((value) => encode('dotenv', value) !== undefined);
  const read = pythonDotenv?.(values.map((value) => around(encode('dotenv', value) ?? '')));
  expect(read).toEqual(values.map((KEY) => ({BEFORE: '1', KEY, BEHIND: '2'})));
});

it.runIf(pythonDotenv ?? inCI)('an env file, by python-dotenv and then as YAML', () => {
  const values = manyValues();
  const texts = values.map((value) => around(encode('dotenv', value, 'yaml') ?? 'no encoding'));
  const read = pythonDotenv?.(texts) as {KEY: string}[];
  expect(read.map(({KEY}) => parse(KEY, {version: '1.1'}))).toEqual(values);
});
