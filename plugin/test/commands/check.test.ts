/** `docusaurus markdoc:check`, on sites that are written for each test. */
import path from 'node:path';
import {afterEach, describe, expect, test, vi} from 'vitest';
import {addCheckCommand} from '../../src/commands/check.js';
import {getSite, setSite} from '../../src/disk/site.js';
import {normalizeOptions, type Options} from '../../src/options.js';
import {checkSite} from '../../src/site-check/check-site.js';
import {siteWith} from '../support/site-with.js';

const before = getSite();

/** The problems of a site, as `file:line:column rule`; warnings say so. */
async function found(
  files: {[name: string]: string},
  {options, more}: {options?: Options; more?: string} = {},
): Promise<string[]> {
  const {siteDir, context} = await siteWith(files, more);
  const {files: checked} = await checkSite(context, normalizeOptions(options));
  return checked.flatMap(({file, problems}) =>
    problems.map(({rule, severity, position}) => {
      const place = `${path.relative(siteDir, file)}:${position?.start.line}:${position?.start.column}`;
      return `${place} ${rule}${severity === 'error' ? '' : ` (${severity})`}`;
    }),
  );
}

afterEach(() => {
  setSite(before);
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

const fault = 'A {% noet /%}';

describe('the files that are checked', () => {
  test('are all that Docusaurus makes pages of', async () => {
    const files = {
      'docs/a.mdx': fault,
      'docs/_draft.md': fault,
      'docs/b.txt': fault,
      'versions.json': '["1.0"]',
      'versioned_docs/version-1.0/a.md': fault,
      'api/a.md': fault,
      'api_versions.json': '["2.0"]',
      'api_versioned_docs/version-2.0/a.md': fault,
      'i18n/en/docusaurus-plugin-content-docs/current/c.md': fault,
      'blog/2026-01-01-news.md': fault,
      'src/pages/about.md': fault,
      'src/pages/index.js': 'export default () => null;',
      'elsewhere/a.md': fault,
    };
    const more = `plugins: [['@docusaurus/plugin-content-docs', {id: 'api', path: 'api', routeBasePath: 'api'}]],`;
    const names = (await found(files, {more})).map((each) => each.split(':')[0]);
    expect(names).toEqual([
      'api/a.md',
      'api_versioned_docs/version-2.0/a.md',
      'blog/2026-01-01-news.md',
      'docs/a.mdx',
      'i18n/en/docusaurus-plugin-content-docs/current/c.md',
      'src/pages/about.md',
      'versioned_docs/version-1.0/a.md',
    ]);
  });

  test('are chosen by the options of their plugin', async () => {
    const more = `plugins: [['@docusaurus/plugin-content-docs', {id: 'a', path: 'a', routeBasePath: 'a', include: ['in/**/*.md'], exclude: ['**/out.md']}]],`;
    const files = {'a/in/a.md': fault, 'a/in/out.md': fault, 'a/b.md': fault};
    expect(await found(files, {more})).toEqual(['a/in/a.md:1:3 tag-undefined']);
  });
});

describe('a page', () => {
  test('is read in its own format', async () => {
    const files = {
      'docs/a.md': 'A <B',
      'docs/b.mdx': 'A <B',
      'docs/c.mdx': '---\nmdx:\n  format: md\n---\n\nA <B',
      'docs/d.md': '---\nmdx:\n  format: mdx\n---\n\nA {% $page.title %} <B',
    };
    expect(await found(files, {more: `markdown: {format: 'detect'},`})).toEqual([
      'docs/b.mdx:1:5 mdx-syntax',
      'docs/d.md:6:23 mdx-syntax',
    ]);
  });

  test('is read with directives, tables and comments, as Docusaurus reads it', async () => {
    const page = `:::tip\n\n${fault}\n\n:::\n\n| A |\n| - |\n| ${fault} |\n\n<!-- {% noet /%} -->\n\n## A {#a}\n`;
    expect(await found({'docs/a.md': page})).toEqual([
      'docs/a.md:3:3 tag-undefined',
      'docs/a.md:9:5 tag-undefined',
    ]);
  });

  test.each(['', ' a_b@c.d'])('is read as with bare addresses%s', async (more) => {
    const page = `https://a.b ${fault} me@c.d ${fault}\n\nhttps://a.b/${fault} *www.a.b* [c](https://a.b)${more}`;
    expect(await found({'docs/a.md': page}, {more: `markdown: {format: 'md'},`})).toEqual([
      'docs/a.md:1:15 tag-undefined',
      'docs/a.md:1:36 tag-undefined',
      'docs/a.md:3:15 tag-undefined',
    ]);
  });

  test('has its front matter', async () => {
    expect(
      await found({
        'docs/a.md': '---\ntitle: A\n---\n\n{% $markdoc.frontmatter.title %}',
        'docs/b.md': '---\nid: b\ntitle: B: C\n---\n\nB',
      }),
    ).toEqual(['docs/b.md:3:9 front-matter-syntax']);
  });
});

test("a tag of the site's own is asked about all that is in it", async () => {
  const files = {
    'markdoc.js': `export const tags = {
      prose: {render: 'div', children: ['paragraph']},
      long: {
        render: 'div',
        validate: (node) =>
          [...node.walk()].some(({attributes}) => attributes.content?.includes('word'))
            ? []
            : [{id: 'child-invalid', level: 'error', message: 'There is no word in it'}],
      },
    };`,
    'docs/a.md':
      '{% prose %}\n\n| a |\n| - |\n\n{% /prose %}\n\n{% long %}\n\nA word\n\n{% /long %}\n{% long %}\n\nA\n\n{% /long %}',
  };
  expect(await found(files, {options: {config: 'markdoc.js'}})).toEqual([
    'docs/a.md:1:1 child-invalid (warning)',
    'docs/a.md:13:1 child-invalid',
  ]);
});

test('what a build knows of a page, the check knows', async () => {
  const page = '{% note title=$page.version %}\n{% $page.locale %}\n{% /note %}';
  const inFence = '```js\n{% $page.version %}\n```';
  const files = {
    'docs/a.md': page,
    'versions.json': '["1.0"]',
    'versioned_docs/version-1.0/a.md': inFence,
    'versioned_sidebars/version-1.0-sidebars.json': '{}',
    'src/pages/a.md': page,
  };
  expect(await found(files)).toEqual(['src/pages/a.md:1:9 value-at-run-time']);
});

describe('a partial', () => {
  test('is checked with the values that each page gives it', async () => {
    expect(
      await found({
        'docs/a.md': '{% partial file="a.md" variables={product: "A"} /%}',
        'docs/b.md': '{% partial file="a.md" /%}',
        'docs/c.md': '{% partial file="a.md" /%}',
        'partials/a.md': '{% $product %} {% partial file="b.md" /%}\n\n{% partial file="b.md" /%}',
        'partials/b.md': 'B {% $product %}',
      }),
    ).toEqual([
      'partials/a.md:1:1 variable-undefined',
      'partials/a.md:1:16 tag-placement-invalid',
      'partials/b.md:1:3 variable-undefined',
    ]);
  });

  test('is not followed around a circle that its values make', async () => {
    expect(
      await found({
        'docs/a.md': '{% partial file="x.md" variables={me: "y.md", you: "x.md", n: 1} /%}',
        'partials/x.md': '{% partial file=$me variables={n: [$n]} /%}',
        'partials/y.md': '{% partial file=$you variables={n: [$n]} /%}',
      }),
    ).toContain('partials/x.md:1:12 partial-cycle');
  });

  test('that nobody includes is checked without values, and told of', async () => {
    expect(
      await found({
        'docs/a.mdx': `import C from '../partials/c.md';\n\n<C />\n\n{% if false %}\n{% partial file="b.md" /%}\n{% /if %}`,
        'src/components/d.js': `import D from '@site/partials/d.md';`,
        'partials/a.md': `A {% $a %} {% image src=$b /%}\n\n${fault}`,
        'partials/b.md': 'B {% $b %}',
        'partials/c.md': 'C',
        'partials/d.md': 'D',
      }),
    ).toEqual(['partials/a.md:1:1 partial-unused (warning)', 'partials/a.md:3:3 tag-undefined']);
  });
});

test('flows are checked', async () => {
  expect(await found({'flows/a.yaml': 'title: [A'})).toEqual(['flows/a.yaml:1:10 flow-syntax']);
});

describe('a fence', () => {
  test('that does not parse is told of, at the place in it', async () => {
    const page = [
      '```yaml',
      'a: [1',
      'b: 2',
      '```',
      '',
      '- ```json',
      '  {"a": 1,}',
      '  ```',
      '',
      '> ~~~toml title="a.toml"',
      '> a = 1',
      '> b = ',
      '> ~~~',
      '',
      '```env',
      'A: 1',
      '```',
      '',
      '```json',
      '{',
      '',
      '  // highlight-next-line',
      '',
      '"a": tru',
      '```',
    ];
    expect(await found({'docs/a.md': page.join('\n')})).toEqual([
      'docs/a.md:3:1 fence-syntax (warning)',
      'docs/a.md:7:11 fence-syntax (warning)',
      'docs/a.md:12:7 fence-syntax (warning)',
      'docs/a.md:16:1 fence-syntax (warning)',
      'docs/a.md:24:6 fence-syntax (warning)',
    ]);
  });

  test.each([
    '```yaml\na: 1\n---\nb: !Ref c\n```',
    '```yaml {% check=false %}\na: [\n```',
    '```yaml title="a" {% check=false title="b" %}\na: [\n```',
    '```js\n{\n```',
    '```json\n{\n  // highlight-next-line\n  "a": 1\n}\n```',
    '```yaml {% process=true %}\n{% if true %}\na: {% $markdoc.frontmatter.b %}\n{% /if %}\n```',
    '```json\r\n{\r\n"a": 1\r\n}\r\n```',
  ])('%j is right', async (source) => {
    expect(await found({'docs/a.md': `---\nb: 1\n---\n\n${source}`})).toEqual([]);
  });
});

test.each([
  ['\ufeff# T\n\n```json {% check=false %}\n{bad\n```\n\n{% noet /%}', '7:1 tag-undefined'],
  ['\ufeff{% noet /%}', '1:1 tag-undefined'],
])('a byte order mark moves nothing: %j', async (source, problem) => {
  expect(await found({'docs/a.md': source})).toEqual([`docs/a.md:${problem}`]);
});

test('onProblem decides how much a problem matters', async () => {
  const files = {'docs/a.md': `${fault}\n\n{% image src="/a.png" /%}\n\nB {% c\n\n{% $d %} <`};
  const onProblem = {default: 'warn', 'image-not-found': 'log', 'tag-unclosed': 'ignore'} as const;
  expect(await found(files, {options: {onProblem}, more: `markdown: {format: 'md'},`})).toEqual([
    'docs/a.md:1:3 tag-undefined (warning)',
    'docs/a.md:3:10 image-not-found (info)',
    'docs/a.md:7:1 variable-undefined (warning)',
  ]);
  expect(await found({'docs/a.md': 'A <'}, {options: {onProblem}})).toEqual([
    'docs/a.md:1:4 mdx-syntax',
  ]);
});

describe('the command', () => {
  /** Runs it in the site's folder; what it printed, and its exit code. */
  async function runWith(options: Options, files: {[name: string]: string}, ...args: string[]) {
    const {siteDir, context} = await siteWith(files);
    vi.spyOn(process, 'cwd').mockReturnValue(siteDir);
    const printed = vi.spyOn(console, 'log').mockImplementation(() => {});
    const {Command} = await import('commander');
    const cli = new Command();
    addCheckCommand(cli as never, context, normalizeOptions(options));
    await cli.parseAsync(['node', 'docusaurus', 'markdoc:check', ...args]);
    return {output: printed.mock.calls.flat().join('\n'), exitCode: process.exitCode};
  }
  const run = (files: {[name: string]: string}, ...args: string[]) => runWith({}, files, ...args);

  const files = {'docs/a.md': `${fault}\n\n\`\`\`json\n{,}\n\`\`\``, 'docs/b.md': fault};

  test('shows people what is wrong', async () => {
    const {output, exitCode} = await run(files);
    expect(output).toMatchInlineSnapshot(`
      "2 problems in docs/a.md

      docs/a.md:1:3  Undefined tag: 'noet'
        1 | A {% noet /%}
          |   ^^^^^^^^^^^
        Did you mean 'note'?
        tag-undefined

      docs/a.md:4:2  [warning] This is not valid JSON: A value should stand here; a comma behind the last item is one too many.
        4 | {,}
          |  ^
        Correct the example, or say {% check=false %} behind the name of its language.
        fence-syntax

      1 problem in docs/b.md

      docs/b.md:1:3  Undefined tag: 'noet'
        1 | A {% noet /%}
          |   ^^^^^^^^^^^
        Did you mean 'note'?
        tag-undefined

      3 problems in 2 files"
    `);
    expect(exitCode).toBe(1);
  });

  test('gives programs a list', async () => {
    const {output} = await run(files, '--format', 'json');
    expect(JSON.parse(output)).toHaveLength(3);
    expect(JSON.parse(output)[1]).toMatchInlineSnapshot(`
      {
        "column": 2,
        "endColumn": 2,
        "endLine": 4,
        "file": "docs/a.md",
        "help": "Correct the example, or say {% check=false %} behind the name of its language.",
        "level": "warning",
        "line": 4,
        "message": "This is not valid JSON: A value should stand here; a comma behind the last item is one too many.",
        "rule": "fence-syntax",
      }
    `);
  });

  test('tells GitHub the lines', async () => {
    const {output} = await run(
      {'docs/a,b.md': '{% note title="100%:" titel="\\n" /%}'},
      '--format',
      'github',
    );
    expect(output).toMatchInlineSnapshot(`
      "::error file=docs/a%2Cb.md,line=1,col=23,title=attribute-undefined::Invalid attribute: 'titel'%0ADid you mean 'title'?
      1 problem in 1 file"
    `);
  });

  test('succeeds where there are warnings only, or nothing', async () => {
    const {output, exitCode} = await run({'partials/a.md': 'A'});
    expect(output).toContain('partial-unused');
    expect(exitCode).toBeUndefined();
  });

  test('says so where there is nothing', async () => {
    expect(await run({})).toEqual({output: 'No problems in 1 file', exitCode: undefined});
  });

  test.each(['warn', 'log'] as const)('fails for mistakes under %s as well', async (onProblem) => {
    const {output, exitCode} = await runWith({onProblem}, {'docs/a.md': fault});
    expect(output).toContain('tag-undefined');
    expect(exitCode).toBe(1);
  });

  test('succeeds where mistakes are ignored', async () => {
    const {exitCode} = await runWith({onProblem: 'ignore'}, {'docs/a.md': fault});
    expect(exitCode).toBeUndefined();
  });

  test.each(['xml', 'toString'])('refuses the format %s, in one line', async (format) => {
    const errors = vi.spyOn(console, 'error').mockImplementation(() => {});
    const {output, exitCode} = await run({}, '--format', format);
    expect([output, exitCode]).toEqual(['', 1]);
    expect(errors.mock.calls).toEqual([
      [`There is no format “${format}”. There are: pretty, json, github.`],
    ]);
  });
});
