import {expect, test} from 'vitest';
import {compilePage} from '../support/page.js';

test('a chain of `else` makes a page that grows with the chain, not with its square', async () => {
  const sizeOf = async (count: number) => {
    const chain = 'A\n{% else $page.title /%}\n'.repeat(count);
    return String(await compilePage(`{% if $page.version %}\n${chain}\n{% /if %}`)).length;
  };
  expect(await sizeOf(200)).toBeLessThan(12 * (await sizeOf(20)));
});
