/**
 * Writes what `docusaurus write-translations` finds of the engine's messages: it reads calls of `translate`, and the engine knows nothing
 * of Docusaurus. Run by the build of the plugin, in whose output the file is; nothing imports it.
 */
import fs from 'node:fs';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {root} from './support.mjs';

/** Where it is, in `plugin/lib`. */
export const generated = 'client/messages/translations.js';

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

/**
 * @param {readonly Translation[]} translations
 * @returns {string} A module that says all of them to Docusaurus.
 */
export function moduleOf(translations) {
  const calls = translations.map((each) => `translate(${JSON.stringify(each)});\n`);
  return `import {translate} from '@docusaurus/Translate';\n\n${calls.join('')}`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const {flowMessages} = await import('../plugin/lib/flow/index.js');
  const {checkRules} = await import('../plugin/lib/flow/existing/rules.js');
  const text = moduleOf(translationsOf(flowMessages, checkRules));
  const file = path.join(root, 'plugin/lib', generated);
  // The development server looks at it, and starts anew where it has changed.
  if (!fs.existsSync(file) || fs.readFileSync(file, 'utf8') !== text) fs.writeFileSync(file, text);
}
