/**
 * `npm run docs:translations`: writes what `docusaurus write-translations` finds of the engine's messages. It reads calls of `translate`
 * in the source, and the engine knows nothing of Docusaurus. A unit test fails where the file is out of date.
 */
import fs from 'node:fs';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {buildPlugin} from './build-plugin.mjs';
import {ensureInstalled} from './install.mjs';
import {root} from './support.mjs';

const file = path.join(root, 'plugin/src/client/messages/translations.ts');

/** What placeholders stand for, where their names do not tell translators. */
const placeholders = {
  label: 'what the form calls the value',
  expected: 'what is allowed',
  example: 'a value of the right form',
  expects: 'the right form, in the words of the flow’s author',
  item: 'what was entered',
  reason: 'a sentence of the flow’s author or of the parser',
  hint: 'nothing, or a sentence that proposes another name',
  key: 'the key in the file',
  parent: 'the key above it',
};

/**
 * @typedef {{id: string, message: string, description: string}} Translation
 *
 * @param {Readonly<Record<string, string>>} flowMessages
 * @param {Readonly<Record<string, {readonly message: string, readonly remedy: string}>>} checkRules
 * @returns {Translation[]} What there is to translate of the engine.
 */
export function translationsOf(flowMessages, checkRules) {
  /** @type {(id: string, message: string, about: string) => Translation} */
  const translation = (id, message, about) => {
    const meanings = Object.entries(placeholders)
      .filter(([name]) => message.includes(`{${name}}`))
      .map(([name, meaning]) => `{${name}}: ${meaning}`);
    return {id, message, description: [about, ...meanings].join('; ')};
  };
  return [
    ...Object.entries(flowMessages).map(([id, message]) =>
      translation(`theme.FlowChooser.${id}`, message, 'What is wrong with an answer'),
    ),
    ...Object.entries(checkRules).flatMap(([rule, {message, remedy}]) => [
      translation(`theme.FlowCheck.${rule}`, message, 'What is wrong with a file'),
      translation(`theme.FlowCheck.${rule}.remedy`, remedy, `What to do about “${message}”`),
    ]),
  ];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await ensureInstalled();
  if ((await buildPlugin()) !== 0) process.exit(1);
  const {flowMessages} = await import('../plugin/lib/flow/index.js');
  const {checkRules} = await import('../plugin/lib/flow/existing/rules.js');
  const calls = translationsOf(flowMessages, checkRules).map(
    (each) => `translate(${JSON.stringify(each)}),`,
  );
  fs.writeFileSync(
    file,
    `// biome-ignore-all format: one line for each is easier to compare.
import {translate} from '@docusaurus/Translate';

/**
 * The engine's messages and the check's rules once more, for \`docusaurus write-translations\`, which finds them by reading this. Nothing
 * imports it. Written by \`npm run docs:translations\`.
 */
export const translations = [
  ${calls.join('\n  ')}
];
`,
  );
}
