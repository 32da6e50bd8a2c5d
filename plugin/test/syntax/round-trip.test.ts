/** Tags that are written back mean what they meant. */
import {createProcessor} from '@mdx-js/mdx';
import type {Root} from 'mdast';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import {describe, expect, test} from 'vitest';
import {remarkTagSyntax} from '../../src/syntax/index.js';
import {formats, outline, parse} from '../support/parse.js';

describe.each(formats)('%s: written back', (format) => {
  const writer = createProcessor({
    format,
    remarkPlugins: [remarkTagSyntax, remarkDirective, remarkGfm],
  })().use(remarkStringify);
  const write = (tree: Root) => String(writer.stringify(tree as never));

  test.each([
    '{% note %}\nA\n{% /note %}',
    '{% note %}\n{% /note %}',
    '{% image src="/a.png" /%}',
    'Press {% kbd %}Enter{% /kbd %}.',
    '{% kbd %}Enter{% /kbd %} sends.',
    'A {% b %}**C** {% d /%}{% /b %}',
    '{% a #b .c .d e="f" /%}',
    '{% a "b" /%}',
    '{% a [1, {b: null}] /%}',
    '{% a b=true c=false d=null e=-1.5 /%}',
    '{% a b={c: [1, "d"], "e f": {}} /%}',
    '{% a b="c \\"d\\" \\\\ %} \\n\\t" /%}',
    '{% a b=$c.d[0] e=f($g, 1) /%}',
    '{% a class="b c" /%}',
    '{% $a.b[0] %}',
    'A {% f($b, c=1) %} D',
    '# A {% #b .c %}',
    '{% a %}\n{% b %}\nC\n{% /b %}\n\n{% b /%}\n{% /a %}',
    '- A\n\n  {% note %}\n  B\n  {% /note %}\n- C',
    '> {% note %}\n> A\n> {% /note %}',
    '{% note %}\n- A\n\n  B\n\n> C\n\n```js\n{% d %}\n```\n{% /note %}',
    '| A |\n| - |\n| {% b %}C{% /b %} |',
    '| A |\n| - |\n| {% b c="d \\| e" %}C \\| D{% /b %} {% f("\\|") %} |',
    ':::tip\n\n{% note %}\nA\n{% /note %}\n\n:::',
    '\\{% note %}',
    'A \\{% b /%}',
    '`{% note %}`',
    '{% a\n  b=1\n/%}',
    '{% a b=1 b=2 /%}',
  ])('%j', (source) => {
    const tree = parse(source, format);
    expect(outline(parse(write(tree), format))).toBe(outline(tree));
  });

  test('twice is the same as once', () => {
    const source = '{% note #a %}\n- B {% c /%}\n\n  {% d %}\n  E\n  {% /d %}\n{% /note %}';
    const once = write(parse(source, format));
    expect(write(parse(once, format))).toBe(once);
  });
});
