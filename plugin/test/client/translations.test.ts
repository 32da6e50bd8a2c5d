import {expect, test} from 'vitest';
import {checkRules} from '../../src/flow/existing/rules.js';
import {flowMessages} from '../../src/flow/index.js';

const script = new URL('../../../scripts/generate-translations.mjs', import.meta.url);
const {moduleOf, translationsOf} = await import(/* @vite-ignore */ script.href);

test('translators get every message of the engine and every rule of the check, once', () => {
  const translations: {id: string; message: string}[] = translationsOf(flowMessages, checkRules);
  const expected = [
    ...Object.entries(flowMessages).map(([id, message]) => [`theme.FlowChooser.${id}`, message]),
    ...Object.entries(checkRules).flatMap(([rule, {message, remedy}]) => [
      [`theme.FlowCheck.${rule}`, message],
      [`theme.FlowCheck.${rule}.remedy`, remedy],
    ]),
  ];
  expect(translations.map(({id, message}) => [id, message])).toEqual(expected);
  expect(new Set(translations.map(({id}) => id)).size).toBe(translations.length);
});

test('says what a placeholder stands for, where its name does not', () => {
  expect(translationsOf({short: '{label} needs {expected} at {path}.'}, {})).toEqual([
    {
      id: 'theme.FlowChooser.short',
      message: '{label} needs {expected} at {path}.',
      description:
        'What is wrong with an answer; {label}: what the form calls the value; {expected}: what is allowed',
    },
  ]);
});

test('writes calls that Docusaurus can read', () => {
  const translations = [{id: 'a', message: 'It\'s “quoted”\n"text"', description: 'b'}];
  expect(moduleOf(translations)).toBe(
    `import {translate} from '@docusaurus/Translate';\n\ntranslate(${JSON.stringify(translations[0])});\n`,
  );
});
