/** Pages of someone who means ill: refused, or harmless. */
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {isSafeAddress} from '../src/address.js';
import type {Options} from '../src/options.js';
import {createLoader, renderPage} from './support/modules.js';
import {compilePage, rulesOf, siteDir} from './support/page.js';
import {type Format, formats} from './support/parse.js';
import {temporaryFolder} from './support/temporary-folder.js';

async function render(source: string, format: Format, options?: Options): Promise<string> {
  const load = createLoader(async (text, file) =>
    String(await compilePage(text, {...options, format, path: file})),
  );
  return renderPage(await load(source, path.join(siteDir, 'docs/page.md')));
}

/** Addresses that a browser, or Docusaurus on the way there, would take for a script or for data. */
const unsafe = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  'javascript :alert(1)',
  '\u00A0javascript:alert(1)',
  '\u0001javascript:alert(1)',
  'java\tscript:alert(1)',
  'java\nscript:alert(1)',
  'java\rscript:alert(1)',
  'java\u0000script:alert(1)',
  'javascript\u0085:alert(1)',
  'vbscript:msgbox(1)',
  'data:text/html,<script>alert(1)</script>',
  'data:image/svg+xml,<svg onload=alert(1)>',
  'file:///etc/passwd',
  'blob:https://example.com/a',
  'pathname://javascript:1/alert(1)',
  'pathname://pathname://javascript:alert(1)',
  'pathpathname://name://javascript:alert(1)',
  'java\npathname://script:alert(1)',
];

/** Addresses without a scheme, or with one that leads somewhere. */
const safe = [
  '',
  '/a',
  './a.png',
  '#a',
  '?a=javascript:1',
  '//example.com/a.png',
  '//javascript:alert(1)',
  'javascript&colon;alert(1)',
  '&#106;avascript:alert(1)',
  '&Tab;javascript:alert(1)',
  'javascript%3Aalert(1)',
  'HTTP://example.com/a.png',
  'https://example.com/javascript:alert(1)',
  'mailto:jane@example.com',
  'tel:1',
  'pathname:///a.html',
];

test.each(unsafe)('%j is no safe address', (address) => {
  expect(isSafeAddress(address)).toBe(false);
});

test.each(safe)('%j is a safe address', (address) => {
  expect(isSafeAddress(address)).toBe(true);
});

describe.each(formats)('%s: the address in an attribute', (format) => {
  const picture = (src: string) => `{% image src=${src} alt="" /%}`;
  const card = (href: string) => `{% cards %}\n{% card title="A" href=${href} /%}\n{% /cards %}`;

  /** As it is written in a tag, in which Markdoc knows the escapes of these three. */
  const quoted = (address: string) =>
    `"${address.replace(/[\t\n\r]/g, (each) => JSON.stringify(each).slice(1, -1))}"`;

  // Markdown replaces the one, and Markdoc does not read the other.
  const written = unsafe.filter((each) => !each.includes('\0') && !each.includes('\u0001'));

  test.each(written)('%j is refused', async (address) => {
    expect(await rulesOf(picture(quoted(address)), {format})).toEqual(['address-unsafe 1:10']);
    expect(await rulesOf(card(quoted(address)), {format})).toEqual(['address-unsafe 2:19']);
  });

  test.each(safe.filter((address) => address.includes('javascript')))(
    '%j leads somewhere',
    async (address) => {
      expect(await rulesOf(card(quoted(address)), {format})).toEqual([]);
      expect(await render(card(quoted(address)), format)).not.toMatch(/href="\s*javascript:/i);
    },
  );

  test.each(['https://example.com/a.png', '//example.com/a.png', './hill.png', 'a%20hill.png'])(
    '%j is fine',
    async (src) => {
      expect(await rulesOf(picture(quoted(src)), {format})).toEqual([]);
    },
  );
});

describe.each(formats)('%s: HTML in an attribute is text', (format) => {
  const hostile = '<img src=x onerror=alert(1)></figcaption><script>alert(1)</script>{alert(1)}';

  test.each([
    ['the title of a note', `{% note title="${hostile}" %}\nA\n{% /note %}`],
    ['the caption of a picture', `{% image src="/images/hill.png" caption="${hostile}" /%}`],
    ['the alternative text of a picture', `{% image src="/images/hill.png" alt="${hostile}" /%}`],
    ['the title of a picture', `{% image src="/images/hill.png" title="${hostile}" /%}`],
    ['a class', `{% note class="${hostile}" %}\nA\n{% /note %}`],
  ])('%s', async (_, source) => {
    const html = await render(source, format);
    expect(html).toContain('onerror=alert(1)');
    expect(html).not.toMatch(/<script|<img src=.?x/);
    expect(html).toContain('{alert(1)}');
  });

  test('a quotation mark does not end it', async () => {
    const html = await render('{% note title="A\\" onclick=\\"alert(1)" /%}', format);
    expect(html).toContain('title="A&quot; onclick=&quot;alert(1)"');
  });

  test('the source of a faulty tag', async () => {
    const html = await render('{% unknown title="<script>alert(1)</script>{alert(1)}" /%}', format);
    expect(html).toContain('&lt;script&gt;');
    expect(html).not.toContain('<script');
  });
});

describe.each(formats)('%s: attributes that a tag does not know reach no element', (format) => {
  test.each([
    'onclick',
    'onerror',
    'onLoad',
    'style',
    'href',
    'ref',
    'key',
    'children',
    'dangerouslySetInnerHTML',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'prototype',
  ])('%s', async (name) => {
    for (const tag of ['note', 'image src="/images/hill.png"']) {
      const source = `{% ${tag} ${name}="alert(1)" /%}`;
      const [problem, ...others] = await rulesOf(source, {format});
      expect(problem).toMatch(/^attribute-undefined 1:/);
      expect(others).toEqual([]);
      const html = await render(source, format);
      expect(html).not.toContain(` ${name}="`);
    }
  });
});

describe.each(formats)('%s: names of JavaScript’s own are nothing special', (format) => {
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];

  test.each(names)('the tag %s is unknown', async (name) => {
    expect(await rulesOf(`{% ${name} %}\nA\n{% /${name} %}`, {format})).toEqual([
      'tag-undefined 1:1',
    ]);
  });

  test.each(names)('the variable $%s is unknown', async (name) => {
    expect(await rulesOf(`A {% $${name} %}`, {format})).toEqual(['variable-undefined 1:3']);
    expect(await rulesOf(`A {% $markdoc.${name} %}`, {format})).toEqual(['variable-undefined 1:3']);
  });

  test.each(names)('the function %s is unknown', async (name) => {
    expect(await rulesOf(`A {% ${name}() %}`, {format})).toEqual(['function-undefined 1:3']);
  });

  test.each(names)('the class %s is a class', async (name) => {
    const html = await render(`{% note .${name} .b /%}`, format);
    expect(html).toContain(`class="${name} b"`);
  });

  test('an object with such a key changes no other object', async () => {
    await compilePage('{% note class={__proto__: {polluted: true}, constructor: true} /%}', {
      format,
    });
    expect({}).not.toHaveProperty('polluted');
  });
});

describe.each(formats)('%s: words of JavaScript’s grammar are nothing special', (format) => {
  const words = ['class', 'default', 'new', 'import', 'await', 'function', 'delete', 'let'];

  test.each(words)('%s, which nobody has defined', async (word) => {
    expect(await rulesOf(`{% ${word} /%}`, {format})).toEqual(['tag-undefined 1:1']);
    expect(await rulesOf(`{% image ${word}=1 src="hill.png" alt="" /%}`, {format})).toEqual([
      word === 'class' ? 'attribute-type-invalid 1:10' : 'attribute-undefined 1:10',
    ]);
  });

  test.each(words)('%s as a name of the site’s own', async (word) => {
    const site = temporaryFolder({
      'components.tsx': 'export const Box = () => null;',
      'markdoc.mjs': `
        export const tags = {${word}: {render: 'Box', attributes: {${word}: {}}}};
        export const functions = {${word}: {transform: () => 'A'}};
        export const variables = {${word}: 'B'};
      `,
    });
    const source = `{% ${word} ${word}=$${word} %}\n{% ${word}() %} {% $${word} %}\n{% /${word} %}`;
    const html = await render(source, format, {
      config: path.join(site, 'markdoc.mjs'),
      components: path.join(site, 'components.tsx'),
    });
    expect(html.replace(/>\s+|\s+</g, (each) => each.trim())).toBe(
      `<site-box ${word}="B"><p>A B</p></site-box>`,
    );
  });
});

describe.each(formats)('%s: what cannot be seen', (format) => {
  test.each([
    ['reversed text', '\u202E'],
    ['a space of no width', '\u200B'],
    ['a line separator', '\u2028'],
    ['half an emoji', '\uD83D'],
  ])('%s stays in texts and values, and moves no place', async (_, character) => {
    const source = `A${character}B\n\n{% note title="C${character}D" %}\nE${character}F {% noet /%}\n{% /note %}`;
    expect(await rulesOf(source, {format})).toEqual(['tag-undefined 4:5']);
    const html = await render(source, format);
    for (const text of [`A${character}B`, `C${character}D`, `E${character}F`]) {
      expect(html).toContain(text);
    }
  });
});

describe.each(formats)('%s: a null byte', (format) => {
  test.each([
    ['in a text', 'A\0B {% note %}C{% /note %}'],
    ['in a tag', '{% no\0te /%}'],
    ['in a picture’s address', '{% image src="/images/hill.png\0" /%}'],
    ['encoded in a picture’s address', '{% image src="/images/hill.png%00" /%}'],
    ['in a partial’s path', '{% partial file="a.md\0" /%}'],
  ])('%s is a problem and no crash', async (_, source) => {
    const problems = await rulesOf(source, {format});
    expect(problems).toHaveLength(1);
  });
});

describe.each(formats)(
  '%s: Markdown that is nested too deep is a problem with a place',
  (format) => {
    test.each([
      ['block quotes', '> ', 3000, '1:1001'],
      ['lists', '- ', 600, '1:501'],
    ])('%s', async (_, mark, count, place) => {
      const source = `${mark.repeat(count)}{% note /%}`;
      expect(await rulesOf(source, {format})).toEqual([`tag-nesting ${place}`]);
    });
  },
);
