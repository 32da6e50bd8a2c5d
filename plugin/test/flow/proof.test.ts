/** The product of these tests, read and proven as the build does it: other tests take it without. */
import {fileURLToPath} from 'node:url';
import {expect, it} from 'vitest';
import {readFlow} from './build.js';
import {mail, proxy} from './product.js';

it.each([
  ['mail', mail],
  ['proxy', proxy],
] as const)('%s is a right flow', {timeout: 30_000}, (id, {flow, checks}) => {
  const file = readFlow(fileURLToPath(new URL(`product/${id}.yaml`, import.meta.url)));
  expect(file.problems).toEqual([]);
  expect(file.flow).toEqual(flow);
  expect(file.checks).toEqual(checks);
});
