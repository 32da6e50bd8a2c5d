/** Mistakes in what a site defines itself, as the authors of its pages hear of them. */
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {rules} from '../../src/problems.js';
import {checkPage, rulesOf} from '../support/page.js';
import {temporaryFolder} from '../support/temporary-folder.js';

const config = `
export const tags = {
  gone: {render: 'Gone'},
  misspelt: {render: 'Crad'},
  local: {render: function Local() {}},
  leaf: {render: 'Card', selfClosing: true, inline: true},
  later: {transform: async () => 'A'},
  checked: {render: 'Card', validate() { throw new Error('Oh'); }},
  waiting: {render: 'Card', validate: async () => []},
  typed: {render: 'Card', attributes: {a: {type: class { validate() { return []; } transform() { throw new Error('Oh'); } }}}},
  transformed: {transform() { throw new Error('Oh'); }},
  given: {render: 'Card', attributes: {a: {}}},
  box: {transform: (node, config) => node.transformChildren(config)},
  sized: {render: 'Card', attributes: {size: {matches: () => ['small', 'large', 3]}}},
  strict: {
    render: 'Card',
    inline: false,
    children: ['heading'],
    attributes: {
      strict: {},
      t: {},
      block: {validate: () => [{id: 'a', level: 'error', message: "It isn't 'right'"}]},
      paragraph: {type: String, required: true},
    },
    validate: () => [{id: 'b', level: 'error', message: "It can't be 'strict'"}],
  },
};
const circle = {};
circle.circle = circle;
export const variables = {circle};
export const functions = {
  boom: {transform() { throw new Error('Oh'); }},
  code: {transform: () => () => 'A'},
};
export const nodes = {
  heading: {render: 'h2', attributes: {level: {}}, validate() { throw new Error('Oh'); }},
};
`;

/** The problems of a page of this site, as `rule line:column`, with the message and the help. */
async function problemsOf(source: string) {
  const folder = temporaryFolder({
    'markdoc.mjs': config,
    'components.mjs': 'export function Card() {}',
  });
  const options = {
    config: path.join(folder, 'markdoc.mjs'),
    components: path.join(folder, 'components.mjs'),
  };
  const found = await checkPage(source, options);
  return found.map(({rule, place, message, help}) => [`${rule} ${place}`, message, help]);
}

test('a fence has the attributes that the site gives it, and no others', async () => {
  const folder = temporaryFolder({
    'markdoc.mjs': `export const nodes = {
      fence: {render: 'pre', attributes: {content: {}, language: {}, titles: {}}},
    };`,
  });
  const found = (attribute: string) =>
    rulesOf(`\`\`\`js {% ${attribute}="a" %}\nA\n\`\`\``, {
      config: path.join(folder, 'markdoc.mjs'),
    });
  expect(await found('titles')).toEqual([]);
  expect(await found('titel')).toEqual(['attribute-undefined 1:10']);
});

describe('a function that throws is a problem where it is called', () => {
  const failed = (place: string) => [
    [`function-failed ${place}`, "Function 'boom' failed: Oh", rules['function-failed']],
  ];

  test.each([
    ['in the text', 'A {% boom() %}', '1:3'],
    ['in an attribute', '{% note title=boom() /%}', '1:9'],
    ['in a condition', 'A\n\n{% if boom() %}\nB\n{% /if %}', '3:7'],
    ['in a fence', '```js {% process=true %}\n{% boom() %}\n```', '2:1'],
    ['behind the opening of a fence', '```js {% title=boom() %}\nA\n```', '1:10'],
    ['in an annotation', 'A {% id=boom() %}', '1:6'],
  ])('%s', async (_, source, place) => {
    expect(await problemsOf(source)).toEqual(failed(place));
  });
});

test.each([
  [
    'a component that is not there',
    '{% gone /%}',
    ['component-undefined 1:1', "The module of components exports no 'Gone'", 'It exports Card.'],
  ],
  [
    'a component whose name is misspelt',
    'A\n\n{% misspelt /%}',
    [
      'component-undefined 3:1',
      "The module of components exports no 'Crad'",
      "Did you mean 'Card'?",
    ],
  ],
  [
    'a component that no module exports',
    '{% local /%}',
    [
      'component-undefined 1:1',
      "'Local' is rendered by this tag, but no module exports it",
      'Export the component from the module in which it is defined.',
    ],
  ],
  [
    'a value that is misspelt',
    '{% sized size="lagre" /%}',
    [
      'attribute-value-invalid 1:10',
      'Attribute \'size\' must match one of ["small","large",3]. Got \'lagre\' instead.',
      "Did you mean 'large'?",
    ],
  ],
  [
    'a value that is like none of the list',
    '{% sized size="3" /%}',
    [
      'attribute-value-invalid 1:10',
      'Attribute \'size\' must match one of ["small","large",3]. Got \'3\' instead.',
      rules['attribute-value-invalid'],
    ],
  ],
  [
    'an inline tag on a line of its own',
    '{% leaf /%}',
    [
      'tag-placement-invalid 1:1',
      "'leaf' tag should be inline",
      expect.stringContaining('an inline tag into a line of text'),
    ],
  ],
  [
    'a transformation that returns a promise',
    '{% later /%}',
    [
      'transform-async 1:1',
      'A transformation that returns a promise is not supported',
      rules['transform-async'],
    ],
  ],
])('%s is a problem of the tag', async (_, source, problem) => {
  expect(await problemsOf(source)).toEqual([problem]);
});

test.each([
  ['{% checked %}\nA\n{% /checked %}', 'function-failed', "The check of 'checked' failed: Oh"],
  ['# A', 'function-failed', "The check of 'heading' failed: Oh"],
  ['{% typed a="b" /%}', 'function-failed', "A type of 'typed' failed: Oh"],
  ['{% transformed /%}', 'function-failed', "The transformation of 'transformed' failed: Oh"],
  ['{% waiting /%}', 'transform-async', 'A validation that returns a promise is not supported'],
  [
    '{% given a=code() /%}',
    'attribute-value-invalid',
    "Attribute 'a' has a value that cannot be a part of a page",
  ],
  [
    '{% given a=$circle /%}',
    'attribute-value-invalid',
    "Attribute 'a' has a value that cannot be a part of a page",
  ],
])('what a schema cannot do is a problem of %j', async (source, rule, message) => {
  expect((await problemsOf(source)).map(([place, text]) => [place?.split(' ')[0], text])).toEqual([
    [rule, message],
  ]);
});

test('whose fault an error is does not depend on its words', async () => {
  const tag = `{% strict strict=1\nt=2\nblock=3 paragraph="A" %}\nB\n{% /strict %}`;
  expect((await problemsOf(tag)).map(([place, text]) => [place, text])).toEqual([
    ['child-invalid 1:1', "Can't nest 'paragraph' in 'strict'"],
    ['b 1:1', "It can't be 'strict'"],
    ['a 3:1', "It isn't 'right'"],
  ]);
  // Nor is a value that failed, or a name that was misspelt, looked for in what is said.
  const failed = '{% strict paragraph="A" strict=$b %}\nB\n{% /strict %}';
  expect((await problemsOf(failed)).map(([place]) => place)).toEqual([
    'child-invalid 1:1',
    'b 1:1',
    'variable-undefined 1:25',
  ]);
  expect((await problemsOf('{% strict paragrph="A" /%}')).map(([place]) => place)).toEqual([
    'b 1:1',
    'attribute-undefined 1:11',
  ]);
});

test('a mistake in what is transformed is told once', async () => {
  expect(await problemsOf('{% box %}\n{% note %}\nA\n{% /noet %}\n{% /box %}')).toEqual([
    [
      'missing-opening 4:1',
      "Node 'tag' is missing opening: 'noet'",
      'Did you mean {% /note %}, to close the tag opened on line 2?',
    ],
  ]);
});

test('a value that holds itself may be asked for', async () => {
  expect(await problemsOf('{% if $circle %}\nA\n{% /if %}')).toEqual([]);
});
