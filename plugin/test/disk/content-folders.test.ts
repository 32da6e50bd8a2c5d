/** The folders for partials and flows where they are symbolic links. */
import {symlinkSync} from 'node:fs';
import path from 'node:path';
import type {VFile} from 'vfile';
import {describe, expect, test} from 'vitest';
import {contentFolders} from '../../src/disk/content-folders.js';
import {checkPage, compilePage} from '../support/page.js';
import {temporaryFolder} from '../support/temporary-folder.js';

/** A site whose `shared` leads to a folder elsewhere. */
function linkedSite() {
  const folder = temporaryFolder({'elsewhere/a.md': 'A', 'site/docs/page.md': ''});
  symlinkSync(path.join(folder, 'elsewhere'), path.join(folder, 'site/shared'), 'junction');
  return {site: path.join(folder, 'site'), elsewhere: path.join(folder, 'elsewhere')};
}

describe('a folder', () => {
  test('is where the option says', () => {
    const site = temporaryFolder({'partials/a.md': 'A', 'content/flows/a.yaml': ''});
    expect(contentFolders(site, {partials: 'partials', flows: './content/flows'})).toEqual({
      partials: path.join(site, 'partials'),
      flows: path.join(site, 'content/flows'),
    });
  });

  test('that is a link is where the link leads', () => {
    const {site, elsewhere} = linkedSite();
    expect(contentFolders(site, {partials: 'shared', flows: 'shared'})).toEqual({
      partials: elsewhere,
      flows: elsewhere,
    });
  });

  test('that is not there is where it would be', () => {
    const {site, elsewhere} = linkedSite();
    expect(contentFolders(site, {partials: 'shared/b/c', flows: 'none'})).toEqual({
      partials: path.join(elsewhere, 'b/c'),
      flows: path.join(site, 'none'),
    });
  });
});

describe('partials in a linked folder', () => {
  test('are imported by their real paths', async () => {
    const {site} = linkedSite();
    const file: VFile = await compilePage('{% partial file="a.md" /%}', {
      partials: path.join(site, 'shared'),
      path: path.join(site, 'docs/page.md'),
    });
    expect(file.messages).toEqual([]);
    expect(String(file)).toContain('"../../elsewhere/a.md"');
  });

  test('are partials: they learn of the page’s front matter when it is rendered', async () => {
    const {site, elsewhere} = linkedSite();
    const problems = await checkPage('{% $markdoc.frontmatter.title %}', {
      partials: path.join(site, 'shared'),
      path: path.join(elsewhere, 'a.md'),
    });
    expect(problems).toEqual([]);
  });
});
