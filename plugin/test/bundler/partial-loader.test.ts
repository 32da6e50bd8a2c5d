/** How a partial is compiled with the values in the path by which it is imported. */
import {expect, test} from 'vitest';
import partialLoader from '../../src/bundler/partial-loader.js';

test('values that cannot be read are an error of the module, and not of the process', async () => {
  const told: unknown[] = [];
  const context = {
    async: () => (error: unknown) => told.push(error),
    getOptions: () => ({mdxOptions: () => Promise.resolve({})}),
    resourceQuery: '?markdoc=nonsense&.md',
  };
  await partialLoader.call(context as never, 'Hello');
  expect(told).toEqual([expect.any(SyntaxError)]);
});
