import {expect, test, vi} from 'vitest';
import {translations} from '../../src/client/messages/translations.js';
import {checkRules} from '../../src/flow/existing/rules.js';
import {flowMessages} from '../../src/flow/index.js';

vi.mock('@docusaurus/Translate', () => ({translate: (each: object) => each}));

const script = new URL('../../../scripts/generate-translations.mjs', import.meta.url);

test('translators get every message of the engine and every rule of the check: `npm run docs:translations`', async () => {
  const {translationsOf} = await import(/* @vite-ignore */ script.href);
  expect(translations).toEqual(translationsOf(flowMessages, checkRules));
});
