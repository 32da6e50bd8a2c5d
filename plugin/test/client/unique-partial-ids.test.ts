/** Ids of headings on pages that include partials, with the modules that Docusaurus makes of them. */
import path from 'node:path';
import {setFlagsFromString} from 'node:v8';
import {runInNewContext} from 'node:vm';
import {describe, expect, test} from 'vitest';
import {uniquePartialIds} from '../../src/client/unique-partial-ids.js';
import {docusaurusCompiler} from '../support/docusaurus.js';
import {createLoader, renderPage} from '../support/modules.js';
import {formats} from '../support/parse.js';
import {temporaryFolder} from '../support/temporary-folder.js';

const include = (file: string) => `{% partial file="${file}" /%}`;

describe.each(formats)('%s', (format) => {
  /** Ids and links of a page, in order, and its table of contents. */
  async function idsOf(page: string, partials: {[name: string]: string}) {
    const folder = temporaryFolder(
      Object.fromEntries(
        Object.entries(partials).map(([name, text]) => [`partials/${name}`, text]),
      ),
    );
    const compile = await docusaurusCompiler(format, {partials: path.join(folder, 'partials')});
    const module = await createLoader(compile)(page, path.join(folder, 'docs/page.md'));
    const html = renderPage(module);
    return {
      ids: [...html.matchAll(/ (?:id="|href="#)([^"]*)"/g)].map(([found, id]) =>
        found.includes('href') ? `#${id}` : id,
      ),
      toc: module.toc?.map(({id}) => id),
    };
  }

  test('a partial’s heading that the page has too gets a number', async () => {
    const {ids, toc} = await idsOf(`## Setup\n\n${include('a.md')}`, {'a.md': '## Setup'});
    expect(ids).toEqual(['setup', 'setup-1']);
    expect(toc).toEqual(['setup', 'setup-1']);
  });

  test('the page’s own heading keeps its id, though it comes later', async () => {
    const {ids, toc} = await idsOf(`${include('a.md')}\n\n## Setup`, {'a.md': '## Setup'});
    expect(ids).toEqual(['setup-1', 'setup']);
    expect(toc).toEqual(['setup-1', 'setup']);
  });

  test('the same partial twice has different ids', async () => {
    const page = `${include('a.md')}\n\n${include('a.md')}`;
    const {ids, toc} = await idsOf(page, {'a.md': '## Setup\n\n### Then'});
    expect(ids).toEqual(['setup', 'then', 'setup-1', 'then-1']);
    expect(toc).toEqual(ids);
  });

  test('two partials with the same heading have different ids', async () => {
    const page = `${include('a.md')}\n\n${include('b.md')}`;
    const {ids, toc} = await idsOf(page, {'a.md': '## Setup', 'b.md': '## Setup'});
    expect(ids).toEqual(['setup', 'setup-1']);
    expect(toc).toEqual(ids);
  });

  test('a number that is taken is passed over', async () => {
    const page = `## Setup\n\n## Setup\n\n${include('a.md')}`;
    const {ids} = await idsOf(page, {'a.md': '## Setup'});
    expect(ids).toEqual(['setup', 'setup-1', 'setup-2']);
  });

  test('a link inside of the partial follows its heading', async () => {
    const page = `## Setup\n\n[a](#setup)\n\n${include('a.md')}`;
    const {ids} = await idsOf(page, {'a.md': '## Setup\n\n[a](#setup) [b](#other)'});
    expect(ids).toEqual(['setup', '#setup', 'setup-1', '#setup-1', '#other']);
  });

  test('a link inside of each of two inclusions leads to its own', async () => {
    const page = `${include('a.md')}\n\n${include('a.md')}`;
    const {ids} = await idsOf(page, {'a.md': '## Setup\n\n[a](#setup)'});
    expect(ids).toEqual(['setup', '#setup', 'setup-1', '#setup-1']);
  });

  test('a link with an encoded id follows too', async () => {
    const page = `## Größe\n\n${include('a.md')}`;
    const {ids} = await idsOf(page, {'a.md': '## Größe\n\n[a](#gr%C3%B6%C3%9Fe)'});
    expect(ids).toEqual(['größe', 'größe-1', '#größe-1']);
  });

  test('a link that is no valid encoding is left alone', async () => {
    const page = `## Setup\n\n${include('a.md')}`;
    const {ids} = await idsOf(page, {'a.md': '## Setup\n\n<a href="#100%">a</a>'});
    expect(ids).toEqual(['setup', 'setup-1', '#100%']);
  });

  test('headings of partials in partials are unique too', async () => {
    const page = `## Setup\n\n${include('a.md')}\n\n${include('b.md')}`;
    const partials = {'a.md': `## Setup\n\n${include('b.md')}`, 'b.md': '## Setup'};
    const {ids, toc} = await idsOf(page, partials);
    expect(new Set(ids).size).toBe(4);
    expect(toc).toEqual(ids);
  });

  test('a partial in a note has its place in the contents', async () => {
    const page = `## A\n\n{% note %}\n${include('a.md')}\n{% /note %}\n\n## C`;
    const {ids, toc} = await idsOf(page, {'a.md': '## B'});
    expect(ids).toEqual(['a', 'b', 'c']);
    expect(toc).toEqual(ids);
  });

  test('a partial without headings changes nothing', async () => {
    const page = `## A\n\n${include('a.md')}\n\n${include('b.md')}\n\n${include('a.md')}`;
    const {ids, toc} = await idsOf(page, {'a.md': 'Text', 'b.md': '## A'});
    expect(ids).toEqual(['a', 'a-1']);
    expect(toc).toEqual(ids);
  });
});

describe('the components of a partial', () => {
  const heading = {value: 'Setup', id: 'setup', level: 2};
  const own = {...heading};
  const components = () => uniquePartialIds([own, heading], [[heading]]);

  test('are the same for the same set, and for none', () => {
    const given = components();
    const set = {};
    expect(given(0, set)).toBe(given(0, set));
    expect(given(0)).toBe(given(0));
    expect(given(0)).not.toBe(given(0, set));
    expect(given(0)).not.toBe(given(0, {}));
  });

  test('do not outlive the set that they were made for', async () => {
    const given = components();
    const use = () => {
      const set = {};
      given(0, set);
      return new WeakRef(set);
    };
    const set = use();
    setFlagsFromString('--expose-gc');
    const collect: () => void = runInNewContext('gc');
    // What a weak reference was made for lives until the task is over.
    await new Promise((resolve) => setTimeout(resolve));
    collect();
    expect(set.deref() === undefined).toBe(true);
    expect(given(0)).toBeDefined();
  });
});
