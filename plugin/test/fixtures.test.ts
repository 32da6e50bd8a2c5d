/**
 * Pages and what becomes of them: a folder for each, with the page, and its HTML or its problems.
 *
 * `input.md` must give the same in both formats, `input.mdx` is for what only MDX can do. A folder `partials` is the folder for
 * partials. `UPDATE=1` writes the expectations; a missing one fails otherwise.
 */
import {existsSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {describe, expect, test} from 'vitest';
import {createLoader, renderPage} from './support/modules.js';
import {checkPage, compilePage, type PageOptions} from './support/page.js';
import {type Format, formats} from './support/parse.js';

const root = fileURLToPath(new URL('fixtures', import.meta.url));
const update = process.env.UPDATE === '1';

const cases = foldersIn(root).flatMap((tag) =>
  foldersIn(path.join(root, tag)).map((name) => `${tag}/${name}`),
);

describe.each(cases)('%s', (name) => {
  const folder = path.join(root, name);
  const input = existsSync(path.join(folder, 'input.md')) ? 'input.md' : 'input.mdx';

  test.each(input === 'input.md' ? formats : (['mdx'] as const))('%s', async (format) => {
    const {file, content} = await resultOf(path.join(folder, input), format);
    const expected = path.join(folder, file);
    if (update) {
      for (const old of ['output.html', 'problems.json']) {
        rmSync(path.join(folder, old), {force: true});
      }
      writeFileSync(expected, content);
    }
    expect(readdirSync(folder), `${name} has its expectation`).toContain(file);
    expect(content).toBe(readFileSync(expected, 'utf8'));
  });
});

/** The problems of a page that has some, else its HTML. */
async function resultOf(page: string, format: Format): Promise<{file: string; content: string}> {
  const source = readFileSync(page, 'utf8');
  const options: PageOptions = {format, partials: path.join(path.dirname(page), 'partials')};
  const problems = await checkPage(source, {...options, path: page});
  if (problems.length > 0) {
    return {file: 'problems.json', content: `${JSON.stringify(problems, null, 2)}\n`};
  }
  const load = createLoader(async (text, file) =>
    String(await compilePage(text, {...options, path: file})),
  );
  const html = renderPage(await load(source, page));
  return {file: 'output.html', content: `${html.replaceAll('><', '>\n<')}\n`};
}

function foldersIn(folder: string): string[] {
  return readdirSync(folder, {withFileTypes: true})
    .filter((entry) => entry.isDirectory())
    .map(({name}) => name);
}
