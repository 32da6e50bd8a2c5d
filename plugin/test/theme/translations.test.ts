import {readFileSync} from 'node:fs';
import {expect, it} from 'vitest';
import {checkRules} from '../../src/flow/existing/rules.js';
import {flowMessages} from '../../src/flow/index.js';

it('translates every message of the engine, in the same words', () => {
  const file = new URL('../../src/theme/FlowChooser/translations.ts', import.meta.url);
  const source = readFileSync(file, 'utf8');
  const calls = source.matchAll(/id: 'theme\.FlowChooser\.(\w+)',\s*message:\s*'([^']*)'/g);
  const messages = Object.fromEntries([...calls].map(([, id, message]) => [id, message]));
  expect(messages).toEqual(flowMessages);
});

it('translates every rule of the check, in the same words', () => {
  const file = new URL('../../src/theme/FlowCheck/translations.ts', import.meta.url);
  const source = readFileSync(file, 'utf8');
  const calls = source.matchAll(
    /id: 'theme\.FlowCheck\.([\w.-]+)',\s*message:\s*(?:'([^']*)'|"([^"]*)")/g,
  );
  const messages = Object.fromEntries([...calls].map(([, id, ...texts]) => [id, texts.join('')]));
  const expected = Object.entries(checkRules).flatMap(([rule, {message, remedy}]) => [
    [rule, message],
    [`${rule}.remedy`, remedy],
  ]);
  expect(messages).toEqual(Object.fromEntries(expected));
});
