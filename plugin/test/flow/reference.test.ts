/** What the documentation says of the keys and rules of flow files is made from the code. */
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {flowRules} from './build.js';

interface Generator {
  flowReference(rules: typeof flowRules): Record<string, string>;
}

const script = new URL('../../../scripts/generate-flow-reference.mjs', import.meta.url);
const {flowReference} = (await import(script.href)) as Generator;

const partials = Object.entries(flowReference(flowRules)).map(
  ([file, text]) => [path.basename(file), file, text] as const,
);

test.each(partials)('%s is up to date; `npm run docs:flows` writes it', (_, file, text) => {
  expect(readFileSync(file, 'utf8')).toBe(text);
});
