/** What authors are told of their mistakes. */
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {afterEach, describe, expect, test, vi} from 'vitest';
import {rules} from '../src/problems.js';
import {checkPage, compilePage, rulesOf, siteDir} from './support/page.js';
import {formats} from './support/parse.js';
import {temporaryFolder} from './support/temporary-folder.js';

type Example = [source: string, place: string, message: string, help?: string];

/** A mistake of each kind; the help is the rule's own where none is given. */
const examples: {[rule: string]: Example} = {
  'parse-error': [
    'A\n\n{% note title= /%}',
    '3:15',
    'Expected "[", "{", boolean, identifier, null, number, string, or variable but " " found.',
  ],
  'tag-unclosed': ['Press {% kbd', '1:7', '`{%` without a `%}` that closes it'],
  'missing-opening': [
    'A\n\n{% /note %}',
    '3:1',
    "Node 'tag' is missing opening: nothing before it opens 'note'",
  ],
  'missing-closing': [
    '{% note %}\nA',
    '1:1',
    "Node 'note' is missing closing",
    'Write {% /note %} where it ends, or {% note /%} if it encloses nothing.',
  ],
  'tag-misnested': [
    '{% note %}\n- A\n  {% /note %}',
    '1:1',
    "'note' is opened here, but closed inside of something else (line 3)",
    'A tag closes in the same paragraph, list item, quote or tag in which it opens.',
  ],
  'tag-nesting': [
    `${'{% note %}\n'.repeat(101)}${'{% /note %}\n'.repeat(101)}`,
    '101:1',
    'Tags are nested more than 100 deep',
  ],
  'tag-undefined': [
    'A\n\n{% noet %}\nB\n{% /noet %}',
    '3:1',
    "Undefined tag: 'noet'",
    "Did you mean 'note'?",
  ],
  'tag-placement-invalid': ['A {% note %}B{% /note %}', '1:3', "'note' tag should be block"],
  'tag-selfclosing-has-children': [
    '{% image src="/images/hill.png" %}\nA\n{% /image %}',
    '1:1',
    "'image' tag should be self-closing",
  ],
  'attribute-undefined': [
    '{% note\n  titel="A" /%}',
    '2:3',
    "Invalid attribute: 'titel'",
    "Did you mean 'title'?",
  ],
  'child-invalid': [
    '{% tabs %}\nA\n\n{% tab label="B" %}\nC\n{% /tab %}\n{% /tabs %}',
    '2:1',
    "Can't nest 'paragraph' in 'tabs'",
    "Put it into a 'tab' tag.",
  ],
  'parent-invalid': [
    '- {% step title="A" %}\n  B\n  {% /step %}',
    '1:3',
    "'step' belongs into a 'steps' tag, at its top level",
  ],
  'table-syntax': [
    '{% table %}\n- A\n---\nB\n{% /table %}',
    '4:1',
    'Found paragraph where a list was expected. Make sure all content inside table cells is indented.',
  ],
  'attribute-missing-required': ['{% image /%}', '1:1', "Missing required attribute: 'src'"],
  'attribute-type-invalid': [
    '{% note title=2 /%}',
    '1:9',
    "Attribute 'title' must be type of 'String'",
  ],
  'attribute-value-invalid': [
    '{% image src="/images/hill.png" width="wide" /%}',
    '1:33',
    "Attribute 'width' must be a length. Got 'wide' instead.",
    'Write width=300 or width="50%".',
  ],
  'duplicate-attribute': [
    '{% note title="A" title="B" /%}',
    '1:19',
    "Attribute 'title' already set",
  ],
  'address-unsafe': [
    '{% image src="javascript:alert(1)" /%}',
    '1:10',
    "'javascript:alert(1)' is no address of a picture",
  ],
  'variable-undefined': [
    'A {% $markdwon %}',
    '1:3',
    "Undefined variable: 'markdwon'",
    "Did you mean 'markdoc'?",
  ],
  'function-undefined': [
    'A {% equal(1, 2) %}',
    '1:3',
    "Undefined function: 'equal'",
    "Did you mean 'equals'?",
  ],
  'value-at-run-time': [
    '{% note title=$page.title /%}',
    '1:9',
    "Attribute 'title' has a value that only the reader's page knows",
  ],
  'no-inline-annotations': ['A\n\n{% .wide %}', '3:1', "Can't apply inline annotations to 'root'"],
  'partial-not-found': ['{% partial file="setup.md" /%}', '1:12', 'Partial `setup.md` not found'],
  'partial-outside': [
    '{% partial file="../docs/page.md" /%}',
    '1:12',
    'Partial `../docs/page.md` is not in the folder for partials',
  ],
  'flow-not-found': [
    '{% flow-chooser flow="auth" /%}',
    '1:17',
    "Flow 'auth' not found",
    'The folder for flows has none: see the option `flows`.',
  ],
  'image-not-found': [
    '{% image src="/images/hil.png" /%}',
    '1:10',
    "Image '/images/hil.png' not found",
  ],
};

/** Rules that need more than a page: partials, or a site's own configuration. Their tests stand beside those of what they need. */
const testedElsewhere = [
  'component-undefined',
  'fence-syntax',
  'front-matter-syntax',
  'function-failed',
  'mdx-syntax',
  'partial-cycle',
  'partial-unused',
  'slot-missing-required',
  'slot-undefined',
  'transform-async',
];

describe.each(formats)('%s: a problem', (format) => {
  test.each(Object.entries(examples))('%s', async (rule, [source, place, message, help]) => {
    expect(await checkPage(source, {format})).toEqual([
      {rule, place, message, help: help ?? rules[rule as keyof typeof rules]},
    ]);
  });
});

test('every rule has an example', () => {
  const tested = [...Object.keys(examples), ...testedElsewhere];
  expect(Object.keys(rules).filter((rule) => !tested.includes(rule))).toEqual([]);
});

test('every rule has a section in the documentation, and nothing else has', () => {
  const page = readFileSync(
    new URL('../../content/docs/authors/problems.md', import.meta.url),
    'utf8',
  );
  const anchors = [...page.matchAll(/^### `([\w-]+)` \{#([\w-]+)\}$/gm)];
  for (const [, title, anchor] of anchors) expect(title).toBe(anchor);
  expect(anchors.map(([, , anchor]) => anchor).sort()).toEqual(Object.keys(rules).sort());
});

const manyMistakes = `# Page

An {% unknwon /%} tag, and {% note %}a block{% /note %}.

{% note titel="A" title=2 %}
- {% image src="/images/hil.png" width="wide" /%}
{% /note %}

{% partial file="none.md" /%}

{% tip titel="B" %}

Unclosed {%`;

describe.each(formats)('%s: a page with many mistakes', (format) => {
  test('yields all of them in one run, in order, each once', async () => {
    expect(await rulesOf(manyMistakes, {format})).toEqual([
      'tag-undefined 3:4',
      'tag-placement-invalid 3:28',
      'attribute-undefined 5:9',
      'attribute-type-invalid 5:19',
      'image-not-found 6:12',
      'attribute-value-invalid 6:34',
      'partial-not-found 9:12',
      'missing-closing 11:1',
      'attribute-undefined 11:8',
      'tag-unclosed 13:10',
    ]);
  });

  test.each([
    ['{% nte %}\nA', ['tag-undefined 1:1']],
    ['{% nte %}\nA\n{% /note %}', ['tag-undefined 1:1']],
    [
      '{% note title=$page.titel %}\n- A\n  {% /note %}',
      ['tag-misnested 1:1', 'variable-undefined 1:9'],
    ],
  ])('has name and attributes of an unclosed tag checked: %j', async (source, expected) => {
    expect((await rulesOf(source, {format})).sort()).toEqual(expected);
  });
});

describe('the report', () => {
  const page = path.join(process.cwd(), 'docs/report.md');
  const reportOf = (source: string) =>
    compilePage(source, {onProblem: 'throw', path: page}).then(
      () => 'no problem',
      (error: Error) => error.message,
    );

  test('shows place, source, help and rule of a problem', async () => {
    expect(await reportOf('A\n\n{% noet title="A" %}\nB\n{% /noet %}')).toMatchInlineSnapshot(`
      "1 problem in docs/report.md

      docs/report.md:3:1  Undefined tag: 'noet'
        3 | {% noet title="A" %}
          | ^^^^^^^^^^^^^^^^^^^^
        Did you mean 'note'?
        tag-undefined"
    `);
  });

  test('counts several problems', async () => {
    expect(await reportOf('{% note\n\ttitel="A"\n/%}\n\nB {% c')).toMatchInlineSnapshot(`
      "2 problems in docs/report.md

      docs/report.md:2:2  Invalid attribute: 'titel'
        2 | 	titel="A"
          | 	^^^^^^^^^
        Did you mean 'title'?
        attribute-undefined

      docs/report.md:5:3  \`{%\` without a \`%}\` that closes it
        5 | B {% c
          |   ^^
        Close the tag with %} in the same paragraph, or write \\{% for the characters themselves.
        tag-unclosed"
    `);
  });

  test('marks the first line only of a tag over several lines', async () => {
    expect(await reportOf('> {% noet\n>   title="A"\n> /%}')).toMatchInlineSnapshot(`
      "1 problem in docs/report.md

      docs/report.md:1:3  Undefined tag: 'noet'
        1 | > {% noet
          |   ^^^^^^^
        Did you mean 'note'?
        tag-undefined"
    `);
  });

  test('shows no line of more than 200 characters', async () => {
    expect(await reportOf(`{% noet title="${'A'.repeat(200)}" /%}`)).toMatchInlineSnapshot(`
      "1 problem in docs/report.md

      docs/report.md:1:1  Undefined tag: 'noet'
        Did you mean 'note'?
        tag-undefined"
    `);
  });

  test('has no stack, which would lead into our code', async () => {
    const error = await compilePage('{% noet /%}', {onProblem: 'throw'}).catch((error) => error);
    expect(error).toBeInstanceOf(Error);
    expect(error.stack).not.toContain('\n');
  });
});

describe('a message of unified’s kind', () => {
  test('has rule, source, file and note', async () => {
    const page = path.join(siteDir, 'docs/message.md');
    const {messages} = await compilePage('{% noet /%}', {path: page});
    expect(messages[0]).toMatchObject({
      ruleId: 'tag-undefined',
      source: 'markdoc',
      fatal: true,
      file: page,
      note: "Did you mean 'note'?",
      place: {start: {line: 1, column: 1}, end: {line: 1, column: 12}},
    });
  });
});

describe('onProblem', () => {
  afterEach(() => vi.restoreAllMocks());

  /** What is done with a page with an unknown tag and a missing picture. */
  async function outcome(onProblem: Parameters<typeof compilePage>[1]): Promise<string[]> {
    const done: string[] = [];
    const note = (kind: string) => (text: string) => {
      for (const rule of ['tag-undefined', 'image-not-found']) {
        if (text.includes(`\n  ${rule}`)) done.push(`${kind} ${rule}`);
      }
    };
    vi.spyOn(console, 'warn').mockImplementation(note('warn'));
    vi.spyOn(console, 'log').mockImplementation(note('log'));
    const source = `{% noet /%}\n\n{% image src="/${Math.random()}.png" /%}`;
    await compilePage(source, onProblem).catch((error: Error) => note('throw')(error.message));
    return done;
  }

  test.each<
    [onProblem: NonNullable<Parameters<typeof compilePage>[1]>['onProblem'], done: string[]]
  >([
    ['throw', ['throw tag-undefined', 'throw image-not-found']],
    ['warn', ['warn tag-undefined', 'warn image-not-found']],
    ['log', ['log tag-undefined', 'log image-not-found']],
    ['ignore', []],
    [{default: 'warn'}, ['warn tag-undefined', 'warn image-not-found']],
    [{'image-not-found': 'warn'}, ['warn image-not-found', 'throw tag-undefined']],
    [{default: 'ignore', 'image-not-found': 'log'}, ['log image-not-found']],
    [{default: 'throw', 'tag-undefined': 'ignore'}, ['throw image-not-found']],
    [
      {'tag-undefined': 'log', 'image-not-found': 'warn'},
      ['warn image-not-found', 'log tag-undefined'],
    ],
    [{}, ['throw tag-undefined', 'throw image-not-found']],
  ])('%j', async (onProblem, done) => {
    expect(await outcome({onProblem})).toEqual(done);
  });

  test('is "throw" where nothing is said', async () => {
    const done = await outcome({onProblem: undefined});
    expect(done).toEqual(['throw tag-undefined', 'throw image-not-found']);
  });
});

test('a chooser is not blamed for what is wrong with its flow', async () => {
  const source = '{% flow-chooser flow="mail" security="tls" /%}';
  const flows = temporaryFolder({'mail.yaml': 'title: Mail\nchoices\n'});
  expect(await rulesOf(source, {flows})).toEqual([]);
});

test('of an opening and a closing tag with two names, the one that is no tag is wrong', async () => {
  expect(await rulesOf('{% noet %}\nA\n{% /note %}')).toEqual(['tag-undefined 1:1']);
  expect(await rulesOf('{% note %}\nA\n{% /noet %}')).toEqual(['missing-opening 3:1']);
});

test('a path without end into what the page knows is a mistake', async () => {
  const source = `A {% $page.title${'.a'.repeat(20_000)} %}`;
  expect(await rulesOf(source)).toEqual(['value-at-run-time 1:3']);
});

test('an attribute with a variable that is not there is one mistake', async () => {
  expect(await rulesOf('{% image src=$nope /%}')).toEqual(['variable-undefined 1:10']);
});

test.each([
  ['id=$nope', 'variable-undefined 1:8'],
  ['id=$page.title', 'value-at-run-time 1:8'],
])('an annotation with a value that is not there is one mistake: %s', async (source, problem) => {
  expect(await rulesOf(`# A {% ${source} %}`)).toEqual([problem]);
});

describe('in a fence', () => {
  const fence = (text: string, info = 'js') => `\`\`\`${info}\nconst a = 1;\n${text}\n\`\`\``;

  test('a mistake has its place', async () => {
    expect(await rulesOf(fence('use({% $nope %});'))).toEqual(['variable-undefined 3:5']);
  });

  test('a mistake has its place among the others', async () => {
    const source = `A {% noet /%}\n\n${fence('{% $gone %} {% $nope %}')}\n\nA {% $gone %}`;
    expect(await rulesOf(source)).toEqual([
      'tag-undefined 1:3',
      'variable-undefined 5:1',
      'variable-undefined 5:13',
      'variable-undefined 8:3',
    ]);
  });

  test('what only the reader’s page knows is a mistake', async () => {
    expect(await rulesOf(fence('{% $page.title %}'))).toEqual(['value-at-run-time 3:1']);
  });

  test.each([
    ['js', '{% note %}'],
    ['jinja', '{% if user.name %}{{ user.name }}{% else %}{% endif %}'],
    ['jinja', '{% set home = "$HOME" %}{% include("a.html") %}'],
    ['twig', '{% for a in b %}{% endfor %}'],
    ['js', '{% $a b %} {% $'],
    ['markdoc', '{% $nope %}'],
    ['js {% process=false %}', '{% $nope %}'],
  ])('`%s` with `%s` is shown as it is', async (info, text) => {
    expect(await rulesOf(fence(text, info))).toEqual([]);
    expect(String(await compilePage(fence(text, info)))).toContain(
      JSON.stringify(text).slice(1, -1),
    );
  });
});

test.each(formats)('an annotation with a mistake gives its block nothing (%s)', async (format) => {
  const source = 'Text {% onclick="alert(1)" style="color:red" %}';
  const code = String(await compilePage(source, {format, onProblem: 'ignore'}));
  expect(code).not.toMatch(/onClick|color: "red"/);
  expect(code).toContain('markdoc-fault');
});

test.each([
  [
    'a step without an end',
    '{% steps %}\n{% step title="A" %}\nB\n{% /steps %}',
    'missing-closing 2:1',
  ],
  [
    'a tab that the next one closes',
    '{% tabs %}\n{% tab label="A" %}\nB\n{% tab label="C" %}\nD\n{% /tab %}\n{% /tabs %}',
    'missing-closing 2:1',
  ],
  [
    'a tab without quotes',
    '{% tabs %}\n{% tab label=A %}\nB\n{% /tab %}\n{% /tabs %}',
    'parse-error 2:15',
  ],
  [
    'a tab without its `%}`',
    '{% tabs %}\n{% tab label="A"\nB\n\nC\n{% /tab %}\n{% /tabs %}',
    'tag-unclosed 2:1',
  ],
  [
    'a misspelt tab',
    '{% tabs %}\n{% tba label="A" %}\nB\n{% /tba %}\n{% /tabs %}',
    'tag-undefined 2:1',
  ],
])(
  'what belongs to a part that cannot be read is no second mistake: %s',
  async (_, source, rule) => {
    expect(await rulesOf(source)).toEqual([rule]);
  },
);

test.each([
  [
    'of a name that there is not',
    '{% imge src="/images/a.png" %}',
    'tag-undefined 1:1',
    "Did you mean 'image'?",
  ],
  [
    'that holds nothing',
    '{% image src="/images/a.png" %}',
    'missing-closing 1:1',
    'Close it with a slash at its end, since it encloses nothing: {% image /%}.',
  ],
  [
    'between two branches',
    '{% if $page %}\nA\n{% else %}\nB\n{% /if %}',
    'missing-closing 3:1',
    'Close it with a slash at its end, since it encloses nothing: {% else /%}.',
  ],
  [
    'that is closed as in other template languages',
    '{% note %}\nA\n{% endnote %}',
    'tag-undefined 3:1',
    'A closing tag begins with a slash: {% /note %}.',
  ],
])(
  'an opening tag without a closing one is told what is missing: %s',
  async (_, source, place, help) => {
    const problems = await checkPage(source);
    expect(problems.map(({rule, place}) => `${rule} ${place}`)).toEqual([place]);
    expect(problems[0]?.help).toBe(help);
  },
);

test('an attribute of a fence that cannot be read is told how to write it', async () => {
  const [problem] = await checkPage('```js {% title=a.js %}\nA\n```');
  expect(problem?.help).toBe('Put text between double quotes: title="a.js".');
});

test('a required attribute that is misspelt is not missing too', async () => {
  expect(await rulesOf('{% image scr="/images/a.png" /%}')).toEqual(['attribute-undefined 1:10']);
  expect(await rulesOf('{% image caption="A" /%}')).toEqual(['attribute-missing-required 1:1']);
});

test('a tag without its own `%}` is told of at its start, though another tag has one', async () => {
  expect(await rulesOf('A\n\n{% tip title="x"\nhello\n{% /tip %}')).toEqual(['tag-unclosed 3:1']);
});

test('the closing tag of one that cannot be read is no mistake', async () => {
  expect(await rulesOf('{% tip title = "x" %}\nA\n{% /tip %}')).toEqual(['parse-error 1:13']);
});

describe('a tag in HTML', () => {
  test.each([
    ['right under it', '<div>\n{% note %}\nA\n{% /note %}\n</div>', ['2:1']],
    ['in a quotation', 'A\n\n> <div>\n>   {% note\n> title="A" /%}\n> </div>', ['4:5']],
    ['in an attribute', 'A <a title="{% $b %}">B</a>', ['1:13']],
    ['behind a comment', '<div>\n<!-- {% a %} -->\nA {% b %}', ['3:3']],
    ['behind the same in a comment', '<div>\n<!-- {% a %} -->\n{% a %}\n</div>', ['3:1']],
    ['in a line behind', 'A\n<b\n  title="{% $b %}">C</b>', ['3:10']],
    ['in a list', '- <div>\n\n- - <div>\r\n    \t<b title="{% a %}"></b>', ['4:16']],
    ['in front of a comment', '<td>{% a %} <!-- b --></td>', ['1:5']],
    [
      'between comments, in a quotation',
      '> <td>\n> <!-- {%\n> a %} --> {% a\n> /%} <!-- c -->\n> </td>',
      ['3:12'],
    ],
    ['right behind an inline element', 'A <b>{% $page.title %}</b>', []],
    ['behind an empty line', '<div>\n\n{% note %}\nA\n{% /note %}\n\n</div>', []],
    ['in a comment', 'A\n\n<!--\n{% note %}\n-->\n\nB <!-- {% c %} -->', []],
    ['in a script', '<script>\nconst a = "{% b %}";\n</script>', []],
    ['in code', '<pre><code>{% note %}\n{% /note %}</code></pre>', []],
  ])('%s', async (_, source, places) => {
    expect(await rulesOf(source, {format: 'md'})).toEqual(
      places.map((place) => `tag-placement-invalid ${place}`),
    );
  });
});
