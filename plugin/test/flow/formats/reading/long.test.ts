/** Of a text that is longer than any configuration, only so much is read. */
import {expect, it} from 'vitest';
import {readAs} from './read-as.js';

it.each([
  ['ini', (at: number) => `k${at} = 1\n`],
  ['properties', (at: number) => `k${at}=1\n`],
  ['toml', (at: number) => `k${at} = 1\n`],
  ['yaml', () => '- {a: 1}\n'],
] as const)('of what is long, in %s, 5,001 keys are read', (format, line) => {
  const text = Array.from({length: 5200}, (_, at) => line(at)).join('');
  const {length} = readAs(format, text);
  expect(length).toBeGreaterThan(5000);
  expect(length).toBeLessThan(5100);
});

it('the places of a list of 200,000 lines are found before the test runs out of time', () => {
  const [list] = readAs('json', `{"a": [\n${'1,\n'.repeat(199_999)}1\n]}`);
  expect(list).toMatch(/ 200001:1-2$/);
});
