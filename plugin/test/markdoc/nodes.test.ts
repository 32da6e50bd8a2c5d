/** A site's own schemas for what Markdown has: texts, lists, paragraphs. */
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {expect, test} from 'vitest';
import {markdocTypes} from '../../src/tags/markdoc-tree.js';
import {createLoader, renderPage} from '../support/modules.js';
import {compilePage, siteDir} from '../support/page.js';
import {temporaryFolder} from '../support/temporary-folder.js';

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
