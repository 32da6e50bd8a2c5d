/** Which closing tag belongs to which opening tag. */
import {describe, expect, test} from 'vitest';
import {formats, outline, parse, place} from '../support/parse.js';
import {faultsOf} from '../support/tags.js';

/** `rule line:column message`, for what an author is told. */
function problemsOf(source: string): string[] {
  return faultsOf(source)
    .filter(({reported}) => !reported)
    .map(({problem}) => {
      const at = place(problem.position).split('-')[0];
      return `${problem.rule} ${at} ${problem.message}`;
    });
}

describe.each(formats)('%s: pairs', (format) => {
  test.each([
    ['nest', '{% a %}\n{% b %}\nC\n{% /b %}\n{% /a %}', 'block:a[block:b[paragraph["C"]]]'],
    [
      'of the same name nest',
      '{% a %}\n{% a %}\nB\n{% /a %}\nC\n{% /a %}',
      'block:a[block:a[paragraph["B"]] paragraph["C"]]',
    ],
    ['follow each other', '{% a %}\n{% /a %}\n{% a %}\n{% /a %}', 'block:a block:a'],
    [
      'nest in a line of text',
      'A {% b %}c {% d %}e{% /d %}{% /b %}',
      'paragraph["A " inline:b["c " inline:d["e"]]]',
    ],
    ['hold self-closing tags of the same name', '{% a %}\n{% a /%}\n{% /a %}', 'block:a[block:a/]'],
    [
      'in each list item are its own',
      '- {% a %}B{% /a %}\n- {% a %}C{% /a %}',
      'list[listItem[paragraph[inline:a["B"]]] listItem[paragraph[inline:a["C"]]]]',
    ],
  ])('%s', (_, source, tree) => {
    expect(outline(parse(source, format))).toBe(tree);
  });
});

describe('a mistake is told once', () => {
  test.each<[sentence: string, source: string, problems: string[]]>([
    ['an unclosed tag', '{% a %}\nB', ["missing-closing 1:1 Node 'a' is missing closing"]],
    [
      'an unclosed tag in a line of text',
      'A {% b %} c',
      ["missing-closing 1:3 Node 'b' is missing closing"],
    ],
    [
      'an unopened tag',
      'A\n\n{% /b %}',
      ["missing-opening 3:1 Node 'tag' is missing opening: nothing before it opens 'b'"],
    ],
    [
      'a closing tag before the opening one',
      '{% /a %}\n\n{% a %}',
      [
        "missing-opening 1:1 Node 'tag' is missing opening: nothing before it opens 'a'",
        "missing-closing 3:1 Node 'a' is missing closing",
      ],
    ],
    [
      'two pairs that overlap',
      '{% a %}\n{% b %}\n{% /a %}\n{% /b %}',
      ["tag-misnested 2:1 'b' is opened here, but closed inside of something else (line 4)"],
    ],
    [
      'a tag that closes in a list item',
      '{% note %}\n- A\n  {% /note %}',
      ["tag-misnested 1:1 'note' is opened here, but closed inside of something else (line 3)"],
    ],
    [
      'a tag that opens in a list item',
      '- {% note %}\n- A\n\n{% /note %}',
      ["tag-misnested 1:3 'note' is opened here, but closed inside of something else (line 4)"],
    ],
    [
      'a tag across two list items',
      '- {% note %}\n- {% /note %}',
      ["tag-misnested 1:3 'note' is opened here, but closed inside of something else (line 2)"],
    ],
    [
      'a tag across strong text',
      '**A {% b %}c** d{% /b %}',
      ["tag-misnested 1:5 'b' is opened here, but closed inside of something else (line 1)"],
    ],
    [
      'a tag across two paragraphs of text',
      'A {% b %}\n\nC {% /b %}',
      ["tag-misnested 1:3 'b' is opened here, but closed inside of something else (line 3)"],
    ],
    [
      'a closing tag whose name is nearly right',
      '{% note %}\nA\n{% /noet %}',
      ["missing-opening 3:1 Node 'tag' is missing opening: 'noet'"],
    ],
    [
      'a closing tag whose name is another',
      '{% note %}\nA\n{% /warning %}',
      [
        "missing-closing 1:1 Node 'note' is missing closing",
        "missing-opening 3:1 Node 'tag' is missing opening: nothing before it opens 'warning'",
      ],
    ],
    [
      'a tag that closes in a list item, before one that is called its end',
      '{% a %}\n- B\n  {% /a %}\n\n{% enda %}',
      [
        "tag-misnested 1:1 'a' is opened here, but closed inside of something else (line 3)",
        "missing-closing 5:1 Node 'enda' is missing closing",
      ],
    ],
    [
      'an opening tag whose string is not closed',
      '{% note title="A %}\nB\n{% /note %}',
      ['tag-unclosed 1:1 `{%` without a `%}` that closes it'],
    ],
    [
      'an opening tag without its end, before another paragraph',
      '{% note title="A\n\nB\n\n{% /note %}',
      ['tag-unclosed 1:1 `{%` without a `%}` that closes it'],
    ],
    [
      'an inner tag that is not closed',
      '{% a %}\n{% b %}\n{% /a %}',
      ["missing-closing 2:1 Node 'b' is missing closing"],
    ],
  ])('%s', (_, source, problems) => {
    expect(problemsOf(source)).toEqual(problems);
  });

  test('a closing tag whose name is nearly right is told the right one', () => {
    const [, fault] = faultsOf('A\n{% note %}\nB\n{% /noet %}');
    expect(fault?.problem.help).toBe(
      'Did you mean {% /note %}, to close the tag opened on line 2?',
    );
  });
});

describe('nesting', () => {
  const nested = (depth: number) => `${'{% a %}\n'.repeat(depth)}B\n${'{% /a %}\n'.repeat(depth)}`;

  test('a hundred tags deep is fine', () => {
    expect(faultsOf(nested(100))).toEqual([]);
  });

  test('deeper is a problem, and one only', () => {
    const problems = ['tag-nesting 101:1 Tags are nested more than 100 deep'];
    expect(problemsOf(nested(101))).toEqual(problems);
    expect(problemsOf(nested(2000))).toEqual(problems);
  });

  test('deeper at several places is a problem at each', () => {
    const inner = '{% b %}\n{% /b %}\n{% b /%}\n';
    const source = `${'{% a %}\n'.repeat(100)}${inner}${'{% /a %}\n'.repeat(100)}`;
    expect(problemsOf(source).map((each) => each.split(' ', 2).join(' '))).toEqual([
      'tag-nesting 101:1',
      'tag-nesting 103:1',
    ]);
  });

  test('of tags and block quotes together does not crash', () => {
    const prefix = (depth: number) => '> '.repeat(depth);
    const opening = Array.from({length: 101}, (_, depth) => `${prefix(depth)}{% a %}`);
    const closing = opening.map((_, depth) => `${prefix(100 - depth)}{% /a %}`);
    expect(() => faultsOf([...opening, ...closing].join('\n'))).not.toThrow();
  });
});
