/** A site's own schemas for what Markdown has: texts, lists, paragraphs. */
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {describe, expect, test} from 'vitest';
import {markdocTypes} from '../../src/markdoc/nodes.js';
import {createLoader, renderPage} from '../support/modules.js';
import {compilePage, siteDir} from '../support/page.js';
import {formats} from '../support/parse.js';
import {temporaryFolder} from '../support/temporary-folder.js';
import {readWithMarkdoc, readWithOurs} from './trees.js';

const page = `# Heading

Text *em*, ~~s~~, **strong**, \`code\`, [link](/a)\\
and ![picture](/images/hill.png)

- item **a**, b

> quotation

---

\`\`\`js
fence
\`\`\`

| head |
| - |
| cell |

A <b>c</b>

<!-- comment -->`;

test.each([...new Set(Object.values(markdocTypes))])(
  'the schema that Markdoc has for %s leaves a page’s text as it is',
  async (type) => {
    const markdoc = fileURLToPath(import.meta.resolve('@markdoc/markdoc'));
    const folder = temporaryFolder({
      'config.cjs': `exports.nodes = {${type}: require(${JSON.stringify(markdoc)}).nodes.${type}};`,
    });
    const textOf = async (config?: string) => {
      const options = {format: 'md', onProblem: 'throw', ...(config && {config})} as const;
      const load = createLoader(async (text) => String(await compilePage(text, options)));
      const html = renderPage(await load(page, path.join(siteDir, 'docs/page.md')));
      return html.replace(/<[^>]*>|\s+/g, '');
    };
    expect(await textOf(path.join(folder, 'config.cjs'))).toBe(await textOf());
  },
);

describe.each(formats)('%s: as in Markdoc are', (format) => {
  test.each([
    ['a text that changes', 'An old *old* text'],
    ['a text that becomes an element', 'A [very] *short* text'],
    ['a paragraph', 'A\n\nB'],
    ['a paragraph in a quotation', '> A'],
    ['a tight list', '- A **b**, c\n- d'],
    ['a tight list in a list', '- A\n  - b'],
    ['a loose list', '- A **b**, c\n\n- d'],
    ['a loose item of an ordered list', '1. A\n\n   b'],
    ['a tight list in what is transformed', '{% section %}\n- **A**, b\n{% /section %}'],
    ['a loose list in what is transformed', '{% section %}\n- **A**, b\n\n- c\n{% /section %}'],
    [
      'a list with blocks in what is transformed',
      '{% section %}\n- **A**\n  > b\n\n  c\n{% /section %}',
    ],
    ['a tag in a tight list', '{% section %}\n- **A**{% leaf %}b{% /leaf %}, c\n{% /section %}'],
  ])('%s', async (_, source) => {
    const ours = await readWithOurs(source, format, 'nodes-config');
    expect(ours).toEqual(readWithMarkdoc(source, 'nodes-config'));
    expect(ours.problems).toEqual([]);
  });
});
