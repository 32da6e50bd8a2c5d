import path from 'node:path';
import {expect, test} from 'vitest';
import {importPath} from '../../src/disk/import-path.js';

test.each([
  ['C:\\site\\partials\\a.md', 'C:\\site\\docs\\guide\\page.md', '../../partials/a.md'],
  ['C:\\site\\docs\\b.md', 'C:\\site\\docs\\page.md', './b.md'],
  ['C:\\site\\docs\\.hidden\\b.md', 'C:\\site\\docs\\page.md', './.hidden/b.md'],
  ['c:\\Site\\partials\\a.md', 'C:\\site\\docs\\page.md', '../partials/a.md'],
  ['D:\\shared\\a.md', 'C:\\site\\docs\\page.md', 'D:/shared/a.md'],
  ['\\\\server\\share\\partials\\a.md', '\\\\server\\share\\docs\\page.md', '../partials/a.md'],
])('on Windows, %s from %s', (target, from, expected) => {
  expect(importPath(target, from, path.win32)).toBe(expected);
});

test.each([
  ['/site/partials/a.md', '/site/docs/guide/page.md', '../../partials/a.md'],
  ['/site/docs/.hidden/b.md', '/site/docs/page.md', './.hidden/b.md'],
  ['/site/docs/a\\b.md', '/site/docs/page.md', './a\\b.md'],
])('elsewhere, %s from %s', (target, from, expected) => {
  expect(importPath(target, from, path.posix)).toBe(expected);
});
