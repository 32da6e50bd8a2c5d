/** A site's own schemas: their functions are asked for the same things as by Markdoc, are given the same, and are answered the same way. */
import {describe, expect, test} from 'vitest';
import {formats} from '../support/parse.js';
import {loadPage, readWithMarkdoc, readWithOurs} from './trees.js';

const config = 'schema-config';

describe.each(formats)('%s', (format) => {
  test.each([
    ['content of all kinds', '{% told %}\n# A\n\n- b\n\n[c](/d)\n\n```js\ne\n```\n{% /told %}'],
    ['other tags', '{% told %}\n{% texts %}\nA\n{% /texts %}\n{% /told %}'],
    ['a value that a function names', '{% chosen one="USD" /%}'],
    ['a type of its own', '{% priced price="5" /%}'],
    ['a function that asks for variables', 'In {% currencyOf() %}.'],
    ['attributes of a fence', '```js {% title="a.js" #id %}\nA\n```'],
    ['a variable in a fence', '```js\nA {% $currency %}\n```'],
    ['an annotation of a heading', '## A {% kind="a" %}'],
    [
      'an annotation of a heading in what is transformed',
      '{% section %}\n## A {% kind="a" %}\n{% /section %}',
    ],
    ['loose lists in what is transformed', '{% section %}\n- a\n\n- b\n{% /section %}'],
    ['annotations in what is transformed', '{% section %}\n- a {% .x %}\n{% /section %}'],
  ])('%s is right, and shown as in Markdoc', async (_, source) => {
    const ours = await readWithOurs(source, format, config);
    expect(ours.problems).toEqual([]);
    expect(ours).toEqual(readWithMarkdoc(source, config));
  });

  test.each([
    ['silent: No text', '{% told %}\n---\n{% /told %}'],
    ['nested: One in another', '{% told %}\nA\n{% told %}\nB\n{% /told %}\n{% /told %}'],
    ["slot-missing-required: Missing required slot: 'top'", '{% slotted %}\nA\n{% /slotted %}'],
    [
      "slot-undefined: Invalid slot: 'a'",
      '{% texts %}\n{% slot "a" %}\nA\n{% /slot %}\n{% /texts %}',
    ],
    ["slot-undefined: Invalid slot: 'a'", '{% slot "a" %}\nA\n{% /slot %}'],
    [
      'attribute-value-invalid: Attribute \'one\' must match one of ["EUR","USD"]. Got \'x\' instead.',
      '{% chosen one="x" /%}',
    ],
    ['attribute-type-invalid: A price has digits only', '{% priced price="x" /%}'],
    ['deep: Too deep', '##### A'],
    ['plain: Plain HTTP', 'A [b](http://example.com)'],
    [
      'attribute-value-invalid: Attribute \'kind\' must match one of ["a","b"]. Got \'c\' instead.',
      '## A {% kind="c" %}',
    ],
    [
      "attribute-value-invalid: Attribute 'title' must match /^\\w+\\.js$/. Got 'a' instead.",
      '```js {% title="a" %}\nA\n```',
    ],
    ["variable-undefined: Undefined variable: 'no'", '{% section label=$no %}\nA\n{% /section %}'],
    ['plain: Plain HTTP', '## A [b](http://example.com)'],
    ['deep: Too deep', '{% section %}\n##### A\n{% /section %}'],
    ['silent: No text', '{% section %}\n{% told %}\n---\n{% /told %}\n{% /section %}'],
  ])('%s', async (problem, source) => {
    expect(readWithMarkdoc(source, config).problems).toEqual([problem]);
    const {outline, problems} = await readWithOurs(source, format, config);
    expect(problems).toEqual([problem]);
    expect(outline).toContain('markdoc-fault');
  });

  test.each([
    ['{% sized size="m" /%}', 'Box(size="m")'],
    ['{% texts %}\n- A\n{% /texts %}', 'Box[ul[li["A"]]]'],
  ])('a warning leaves %j on the page', async (source, shown) => {
    const {outline, problems} = await readWithOurs(source, format, config);
    expect(outline).toBe(shown);
    expect(problems).toEqual(readWithMarkdoc(source, config).problems);
    expect(problems).toHaveLength(1);
  });

  test('an image that a schema makes keeps its attributes', async () => {
    const {code} = await loadPage('![A](/images/hill.png)', format, config);
    expect(code).toContain('className: "zoom"');
  });

  describe('what only the reader’s page knows, in what is transformed:', () => {
    test.each([
      ['a value', 'A {% $page.version %}', /children: \[?"?A "?, _?usePageVariables/],
      [
        'a condition',
        '{% if equals($page.version, "1") %}\nA\n{% else /%}\nB\n{% /if %}',
        /MarkdocIf/,
      ],
      ['an attribute', '{% sized size=$page.version /%}', /size: usePageVariables/],
    ])('%s is decided there', async (_, inside, expected) => {
      const {code, problems} = await loadPage(
        `{% section %}\n${inside}\n{% /section %}`,
        format,
        config,
      );
      expect(problems).toEqual([]);
      expect(code).toMatch(expected);
    });

    test('an attribute of the tag itself is a mistake', async () => {
      const source = '{% section label=$page.version %}\nA\n{% /section %}';
      const {problems} = await readWithOurs(source, format, config);
      expect(problems).toEqual([
        "value-at-run-time: Attribute 'label' has a value that only the reader's page knows",
      ]);
    });
  });

  test('tags in tags that are transformed take no longer than others', async () => {
    const depth = 40;
    const source = `${'{% section %}\n{% note %}\n'.repeat(depth)}A\n${'{% /note %}\n{% /section %}\n'.repeat(depth)}`;
    const {problems} = await loadPage(source, format, config);
    expect(problems).toEqual([]);
  });
});
