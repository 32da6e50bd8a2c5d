/** Which files a partial tag may include. What comes of them is in `fixtures/partial`. */
import {symlinkSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {rules} from '../../src/problems.js';
import {checkPage, rulesOf} from '../support/page.js';
import {temporaryFolder} from '../support/temporary-folder.js';

const include = (file: string) => `{% partial file=${JSON.stringify(file)} /%}`;

describe('the path of a partial', () => {
  const files = {
    'partials/a.md': 'A',
    'partials/b/c.md': 'C',
    'partials/..d.md': 'D',
    'secret.md': 'S',
  };
  const rulesFor = (file: string) => {
    const folder = temporaryFolder(files);
    return rulesOf(include(file), {
      partials: path.join(folder, 'partials'),
      path: path.join(folder, 'docs/page.md'),
    });
  };

  test.each([
    ['in the folder', 'a.md'],
    ['with a slash in front', '/a.md'],
    ['with two slashes in front', '//a.md'],
    ['with a dot in front', './a.md'],
    ['in a folder of the folder', '/b/c.md'],
    ['through a folder and back', 'b/../a.md'],
    ['with a name that begins with two dots', '..d.md'],
  ])('%s is fine', async (_, file) => {
    expect(await rulesFor(file)).toEqual([]);
  });

  test.each([
    ['of no file', 'z.md'],
    ['of a folder', 'b'],
    ['of a file in no folder', 'z/a.md'],
    ['without the ending', 'a'],
    ['with Windows’s separators', 'b\\c.md'],
    ['with Windows’s separators and ..', '..\\secret.md'],
    ['of another case', 'A.MD'],
    ['that is longer than any file’s', `${'a'.repeat(5000)}.md`],
  ])('%s is not found', async (_, file) => {
    expect(await rulesFor(file)).toEqual(['partial-not-found 1:12']);
  });

  test.each([
    ['through ..', '../secret.md'],
    ['through .. behind a slash', '/../secret.md'],
    ['through .. in the middle', 'b/../../secret.md'],
    ['through many ..', '../../../../../../etc/passwd'],
    ['through .. to itself', '..'],
    ['of the folder itself', '.'],
    ['that is empty', ''],
  ])('%s is outside', async (_, file) => {
    expect(await rulesFor(file)).toEqual(['partial-outside 1:12']);
  });

  test.each([
    ['b/c', 'b/c.md'],
    ['partials/b/c.md', 'b/c.md'],
    ['/partials/a', 'a.md'],
    ['b/d.md', 'b/c.md'],
  ])('%s was meant as %s', async (file, meant) => {
    const folder = temporaryFolder(files);
    const [problem] = await checkPage(include(file), {partials: path.join(folder, 'partials')});
    expect(problem?.help).toBe(`Did you mean '${meant}'?`);
  });

  test('of a folder is no suggestion for itself', async () => {
    const [problem] = await checkPage(include('setup'), {
      partials: temporaryFolder({'setup/a.md': 'A'}),
    });
    expect(problem?.help).toBe(rules['partial-not-found']);
  });

  test('an absolute path is looked for in the folder only', async () => {
    const folder = temporaryFolder(files);
    const absolute = path.join(folder, 'secret.md');
    expect(await rulesOf(include(absolute), {partials: path.join(folder, 'partials')})).toEqual([
      'partial-not-found 1:12',
    ]);
  });

  test.each(['a.md\0', 'a.md\0.png', '\0../secret.md'])('%j is not found', async (file) => {
    const problems = await rulesOf(`{% partial file="${file}" /%}`, {
      partials: path.join(temporaryFolder(files), 'partials'),
    });
    expect(problems).toEqual([expect.stringMatching(/^partial-(not-found|outside) 1:12$/)]);
  });

  test('a symbolic link may lead to a file in the folder', async () => {
    const folder = temporaryFolder(files);
    symlinkSync('a.md', path.join(folder, 'partials/link.md'));
    expect(await rulesOf(include('link.md'), {partials: path.join(folder, 'partials')})).toEqual(
      [],
    );
  });

  test.each([
    ['a file', '../secret.md', 'link', 'link'],
    ['a folder', '..', 'link', 'link/secret.md'],
  ])('a symbolic link to %s outside is refused', async (_, target, link, file) => {
    const folder = temporaryFolder(files);
    symlinkSync(target, path.join(folder, 'partials', link));
    expect(await rulesOf(include(file), {partials: path.join(folder, 'partials')})).toEqual([
      'partial-outside 1:12',
    ]);
  });

  test('the folder itself may be a symbolic link', async () => {
    const folder = temporaryFolder(files);
    symlinkSync('partials', path.join(folder, 'link'));
    expect(await rulesOf(include('a.md'), {partials: path.join(folder, 'link')})).toEqual([]);
  });

  test('a symbolic link that leads nowhere is not found', async () => {
    const folder = temporaryFolder(files);
    symlinkSync('nowhere.md', path.join(folder, 'partials/link.md'));
    expect(await rulesOf(include('link.md'), {partials: path.join(folder, 'partials')})).toEqual([
      'partial-not-found 1:12',
    ]);
  });

  test('a folder for partials that does not exist is no more than a missing partial', async () => {
    expect(await rulesOf(include('a.md'), {partials: '/nowhere/at/all'})).toEqual([
      'partial-not-found 1:12',
    ]);
  });
});

describe('a partial that includes itself', () => {
  /** The problems of one of these partials. */
  const checkPartial = (file: string, files: {[name: string]: string}) => {
    const partials = temporaryFolder(files);
    const source = files[file] ?? '';
    return checkPage(source, {partials, path: path.join(partials, file)});
  };

  test.each<[sentence: string, files: {[name: string]: string}, way: string]>([
    ['directly', {'a.md': include('a.md')}, 'a.md → a.md'],
    ['through another', {'a.md': include('b.md'), 'b.md': include('a.md')}, 'a.md → b.md → a.md'],
    [
      'through two others',
      {'a.md': include('b/b.md'), 'b/b.md': include('/c.md'), 'c.md': include('./a.md')},
      'a.md → b/b.md → c.md → a.md',
    ],
    [
      'through one of several',
      {
        'a.md': include('b.md'),
        'b.md': `${include('c.md')}\n\n- ${include('d.md')}`,
        'c.md': 'C',
        'd.md': include('a.md'),
      },
      'a.md → b.md → d.md → a.md',
    ],
  ])('%s', async (_, files, way) => {
    expect(await checkPartial('a.md', files)).toMatchObject([
      {rule: 'partial-cycle', place: '1:12', message: `The partial includes itself: ${way}`},
    ]);
  });

  test('through a symbolic link', async () => {
    const partials = temporaryFolder({'a.md': include('b.md')});
    symlinkSync('a.md', path.join(partials, 'b.md'));
    const options = {partials, path: path.join(partials, 'a.md')};
    expect(await rulesOf(include('b.md'), options)).toEqual(['partial-cycle 1:12']);
  });

  test.each([
    ['through variables', '{% partial file=$me variables={me: $you, you: $me} /%}'],
    ['with values that grow', '{% partial file=$me variables={me: "b.md", n: [$n]} /%}'],
  ])('%s', async (_, b) => {
    const files = {
      'a.md': '{% partial file="b.md" variables={me: "a.md", you: "b.md", n: 1} /%}',
      'b.md': b,
    };
    expect(await checkPartial('a.md', files)).toMatchObject([
      {rule: 'partial-cycle', message: 'The partial includes itself: a.md → b.md → a.md'},
    ]);
  });

  test('does not, where its values name another', async () => {
    const files = {
      'a.md': '{% partial file="b.md" variables={next: "c.md", me: "a.md"} /%}',
      'b.md': '{% partial file=$next /%}\n\n{% partial file=$gone.a /%}',
      'c.md': `{% c ${'['.repeat(20_000)} %} partial`,
    };
    expect(await checkPartial('a.md', files)).toEqual([]);
  });

  test('is found from each file of the circle', async () => {
    const files = {'a.md': include('b.md'), 'b.md': include('c.md'), 'c.md': include('a.md')};
    for (const file of Object.keys(files)) {
      expect(await checkPartial(file, files)).toMatchObject([{rule: 'partial-cycle'}]);
    }
  });

  test('is no matter of those that only lead into the circle', async () => {
    const files = {'a.md': include('b.md'), 'b.md': include('b.md')};
    expect(await checkPartial('a.md', files)).toEqual([]);
  });

  test('does not, where two partials include the same third', async () => {
    const files = {
      'a.md': `${include('b.md')}\n\n${include('c.md')}`,
      'b.md': include('d.md'),
      'c.md': include('d.md'),
      'd.md': 'D',
    };
    expect(await checkPartial('a.md', files)).toEqual([]);
  });

  test('does not, where it only mentions itself in code', async () => {
    expect(await checkPartial('a.md', {'a.md': `\`${include('a.md')}\``})).toEqual([]);
  });
});
