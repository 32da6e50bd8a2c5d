/** A page is compiled for the browser and for the server: both see the same, and authors hear of a problem once. */
import path from 'node:path';
import {afterEach, describe, expect, test, vi} from 'vitest';
import {docusaurusCompiler} from './support/docusaurus.js';
import {formats} from './support/parse.js';
import {temporaryFolder} from './support/temporary-folder.js';

const page = `# Title

{% note title="A" %}
## Inside

:::tip

Both

:::
{% /note %}

{% partial file="a.md" /%}

{% partial file="a.md" /%}

Version {% $markdoc.frontmatter %}
`;

describe.each(formats)('%s', (format) => {
  afterEach(() => vi.restoreAllMocks());

  test('browser and server get the same module', async () => {
    const folder = temporaryFolder({'partials/a.md': '## A'});
    const compile = await docusaurusCompiler(format, {partials: path.join(folder, 'partials')});
    const file = path.join(folder, 'docs/page.md');
    expect(await compile(page, file, 'server')).toBe(await compile(page, file, 'client'));
  });

  test('a problem is printed once, and again when the page has changed', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const compile = await docusaurusCompiler(format, {onProblem: 'warn'});
    const file = path.join(temporaryFolder(), 'page.md');

    await compile('{% noet /%}', file, 'client');
    await compile('{% noet /%}', file, 'server');
    expect(warn).toHaveBeenCalledTimes(1);

    await compile('{% noet /%} B', file, 'client');
    await compile('{% noet /%} B', file, 'server');
    expect(warn).toHaveBeenCalledTimes(2);
  });

  test('a problem that comes back after it was mended is printed again', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const compile = await docusaurusCompiler(format, {onProblem: 'warn'});
    const file = path.join(temporaryFolder(), 'page.md');
    for (const source of ['{% noet /%}', '{% note /%}', '{% noet /%}']) {
      await compile(source, file, 'client');
      await compile(source, file, 'server');
    }
    expect(warn).toHaveBeenCalledTimes(2);
  });

  test('what a partial lacks for one set of values is printed, whatever the others have', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const file = path.join(temporaryFolder(), 'partial.md');
    for (const variables of [{a: 1}, {a: 1, b: 1}, {b: 1}]) {
      const compile = await docusaurusCompiler(format, {onProblem: 'warn'}, variables);
      await compile('{% $a %} {% $b %}', file);
    }
    expect(warn.mock.calls.map(([text]) => /Undefined variable: '(\w)'/.exec(text)?.[1])).toEqual([
      'b',
      'a',
    ]);
  });

  test('under "throw" both compilations fail with the same message', async () => {
    const compile = await docusaurusCompiler(format);
    const file = path.join(temporaryFolder(), 'page.md');
    const messageOf = (name: 'client' | 'server') =>
      compile('{% noet /%}', file, name).catch((error: Error) => error.message);
    const message = await messageOf('client');
    expect(message).toContain('1 problem in');
    expect(await messageOf('server')).toBe(message);
  });
});
