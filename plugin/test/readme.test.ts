/** What the two READMEs list by hand is what there is. */
import {readFileSync} from 'node:fs';
import {Command} from 'commander';
import {describe, expect, test} from 'vitest';
import {addCheckCommand} from '../src/commands/check.js';
import {addFlowCommand} from '../src/commands/flow.js';
import {normalizeOptions, validateOptions} from '../src/options.js';
import {builtInTags} from '../src/tags/registry.js';

const readmes = ['../../README.md', '../README.md'].map((file) => [
  file,
  readFileSync(new URL(file, import.meta.url), 'utf8'),
]);

describe.each(readmes)('%s', (_, readme = '') => {
  /** The rows of the table under a heading, without its head: the names in code in each of the first two cells. */
  function rows(heading: string): [first: string[], second: string[]][] {
    const [, section = ''] = readme.split(`\n## ${heading}\n`);
    const [own = ''] = section.split('\n## ');
    return [...own.matchAll(/^\| (`.*?) \| ?(.*?) ?\|/gm)].map(([, first, second]) => [
      inCode(first),
      inCode(second),
    ]);
  }

  test('lists all tags', () => {
    const names = rows('Tags').flatMap(([tags]) => tags);
    expect(names.sort()).toEqual(Object.keys(builtInTags).sort());
  });

  test.each(rows('Tags'))('lists the attributes of %j', (tags, attributes) => {
    const all = tags.flatMap((tag) => Object.keys(builtInTags[tag]?.attributes ?? {}));
    // A value without a name.
    const named = [...new Set(all)].filter((name) => name !== 'primary');
    expect(attributes.sort()).toEqual(named.sort());
  });

  test('lists all options', () => {
    // Docusaurus hands the schema to this function, and an id to every plugin.
    const names = validateOptions({
      options: {},
      validate: ((schema: {describe(): {keys: object}}) =>
        Object.keys(schema.describe().keys)) as never,
    }) as unknown as string[];
    expect(rows('Options').flatMap(([options]) => options)).toEqual(
      names.filter((name) => name !== 'id'),
    );
  });

  test('lists all commands', () => {
    const cli = new Command();
    addCheckCommand(cli as never, {} as never, normalizeOptions());
    addFlowCommand(cli as never, 'flows');
    const names = cli.commands.map((command) => `npx docusaurus ${command.name()}`);
    expect(rows('Commands').flatMap(([commands]) => commands)).toEqual(names);
  });
});

function inCode(cell = ''): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
}
