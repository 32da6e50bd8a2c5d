/** Docusaurus checks where links lead: it is told of the ids that authors have given. */
import path from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {getSite, setSite} from '../../src/disk/site.js';
import {compilePage, siteDir} from '../support/page.js';
import {formats} from '../support/parse.js';
import {temporaryFolder} from '../support/temporary-folder.js';

const before = getSite();
beforeAll(() => setSite({...before, locale: 'en'}));
afterAll(() => setSite(before));

const partials = path.join(siteDir, 'partials');
const compiled = async (source: string, format: 'md' | 'mdx' = 'md') => {
  const tags = `exports.tags = {card: {render: 'b'}, slotted: {render: 'b', slots: {a: {}}}};`;
  const config = path.join(temporaryFolder({'config.cjs': tags}), 'config.cjs');
  return String(await compilePage(source, {format, partials, config, onProblem: 'throw'}));
};

test.each(formats)('%s: of texts, cells and tags, wherever they are', async (format) => {
  const page = [
    'Text {% #text %}, :kbd[A]{#directive}',
    '> - A\n>\n>   B {% #item %}',
    '| A {% #cell %} |\n| - |\n| B |',
    '{% note #note %}\nA\n\n{% image src="/images/hill.png" alt="" #image /%}\n{% /note %}',
    'In a {% image src="/images/hill.png" alt="" #inline /%} line',
    '{% table #table %}\n- A\n---\n- B\n{% /table %}',
    '{% tabs #tabs %}\n{% tab label="A" #tab %}\nB\n{% /tab %}\n{% /tabs %}',
    '{% card #own %}\nA\n{% /card %}',
    '{% slotted #slots %}\n{% slot "a" %}\nA\n{% /slot %}\n{% /slotted %}',
    ...(format === 'mdx' ? ['<Chart id="author" />\n\n<b id="inline">A</b>'] : []),
  ];
  const ids = [
    'text',
    'item',
    'cell',
    'note',
    'image',
    'inline',
    'table',
    'tabs',
    'tab',
    'own',
    'slots',
  ];
  const code = await compiled(page.join('\n\n'), format);
  expect(code).toContain(`ids: ${JSON.stringify(ids).replaceAll(',', ', ')}`);
});

test.each(['## A {% #a %}', 'Text {% .wide %}', '{% note %}\nA\n{% /note %}'])(
  'not of %j, of which it knows or there is none',
  async (page) => {
    expect(await compiled(page)).not.toContain('MarkdocAnchors');
  },
);
