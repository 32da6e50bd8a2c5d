// biome-ignore-all lint/suspicious/noTemplateCurlyInString: references of flow files look like that.
/** JSON is read as JSON, and what to write is said in JSON. */
import fc from 'fast-check';
import {expect, it} from 'vitest';
import {reader} from '../../../src/flow/formats/json/read.js';
import {evaluate} from '../engine.js';
import {runs} from '../fuzz.js';
import {compiled} from '../support.js';
import {checkWith, told} from './findings.js';

const flow = compiled(`
title: Test
choices: {log: {label: Log?, options: {on: {label: Yes}, off: {label: No}}}}
fields:
  host: {label: Host, example: a.example, value: {type: string, format: hostname}}
  ports: {label: Ports, example: ['1'], value: {type: array, items: {type: string}}}
files:
  file:
    name: file.json
    format: json
    schema: any
    content:
      host: \${host}
      log: {$when: {log: 'on'}, level: info}
      ports: \${ports}
      size: 10
`);
const right = (log: string) =>
  evaluate(flow.flow, {choices: {log}, values: {host: 'b.example', ports: ['1', '2']}}).files[0]
    ?.text ?? '';
const check = (text: string) => told(checkWith(flow, text));

it('is written with commas between entries alone', () => {
  expect(right('on')).toBe(
    '{\n  "host": "b.example",\n  "log": {\n    "level": "info"\n  },\n  "ports": ["1", "2"],\n  "size": 10\n}\n',
  );
  expect(JSON.parse(right('off'))).toEqual({host: 'b.example', ports: ['1', '2'], size: 10});
});

it.each([
  ['as it is', (text: string) => text],
  ['with tabs', (text: string) => JSON.stringify(JSON.parse(text), null, '\t')],
  ['on one line', (text: string) => JSON.stringify(JSON.parse(text))],
  ['with line ends of Windows', (text: string) => text.replaceAll('\n', '\r\n')],
])('a right file has nothing wrong with it: %s', (_, change) => {
  expect(check(change(right('on')))).toEqual([]);
});

it.each([
  [/,\n {2}"size": 10/, '', '6 missing-key: “size” is missing. → Add: "size": 10'],
  [
    /"level": "info"/,
    '"level": "loud"',
    '4 wrong-value: The value of “level” does not fit. → Write: "level": "info"',
  ],
  [
    /\["1", "2"\]/,
    '"1, 2"',
    '6 needs-list: “ports” must be a list in brackets, also for one item. → Write: "ports": ["1", "2"]',
  ],
  [
    /10/,
    '"10"',
    '7 needs-no-quotes: With quotes the value of “size” is a text. → Remove the quotes.',
  ],
  [
    /10\n/,
    '10,\n',
    '8 syntax: This cannot be read: A name in double quotes should stand here; a comma behind the last entry is one too many. → Correct this line.',
  ],
  [
    /"size"/,
    '"host": "b.example",\n  "size"',
    '7 duplicate-key: “host” is already in line 2. → Keep one of the two lines.',
  ],
])('%s → %j', (from, to, expected) => {
  expect(check(right('on').replace(from, to))).toContain(expected);
});

it('never throws, however deep it is nested', () => {
  for (const text of [
    '['.repeat(100_000),
    `{"host": ${'['.repeat(100_000)}`,
    '{"a":'.repeat(50_000),
  ])
    expect(reader.read(text, {}).findings).toMatchObject([{rule: 'syntax', line: 1}]);
});

it('never throws, whatever the damage is', () => {
  const text = right('on');
  fc.assert(
    fc.property(fc.nat(text.length), fc.nat(6), fc.string({maxLength: 4}), (start, length, put) => {
      check(text.slice(0, start) + put + text.slice(start + length));
    }),
    {numRuns: Math.min(runs, 500)},
  );
});
