/**
 * OpenMetadata's tags, as this repository's site defines them, in pages as they are upstream, in our own words.
 */
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {beforeAll, describe, expect, test} from 'vitest';
import {setSite} from '../../plugin/src/disk/site.js';
import {createLoader, renderPage} from '../../plugin/test/support/modules.js';
import {checkPage, compilePage} from '../../plugin/test/support/page.js';
import {formats} from '../../plugin/test/support/parse.js';

const site = fileURLToPath(new URL('../../site', import.meta.url));
const options = {config: path.join(site, 'markdoc'), components: path.join(site, 'src/components')};

beforeAll(() => setSite({siteDir: site, staticDirs: [path.join(site, 'static')]}));

const callouts = `
After these steps:

{% inlineCalloutContainer %}
  {% inlineCallout
    color="violet-70"
    icon="storage"
    bold="On a server"
    href="/install/server" %}
    Install it on a machine of your own.
  {% /inlineCallout %}
  {% inlineCallout
    color="violet-70"
    icon="MdArrowBack"
    bold="Overview"
    href="/install" %}
    Go back.
  {% /inlineCallout %}
{% /inlineCalloutContainer %}
`;

const selector = `
{% codeWithLanguageSelector title="Settings" id="container-1" languagesArray=["implicit","authcode"] theme="dark" %}

\`\`\`implicit
# Public
type: public
key: "{Your Domain}" # {% braces %}
\`\`\`

\`\`\`authcode
# Confidential
type: confidential
\`\`\`

{% /codeWithLanguageSelector %}
`;

describe.each(formats)('%s', (format) => {
  const render = async (source: string) => {
    const load = createLoader(async (text, file) =>
      String(await compilePage(text, {...options, format, path: file})),
    );
    const html = renderPage(await load(source, path.join(site, 'docs/page.md')));
    return html.replaceAll('><', '>\n<');
  };

  test('callouts, with bodies indented by four spaces', async () => {
    expect(await checkPage(callouts, {...options, format})).toEqual([]);
    expect(await render(callouts)).toMatchInlineSnapshot(`
      "<p>After these steps:</p>
      <site-inlinecalloutcontainer>
      <site-inlinecallout color="violet-70" icon="storage" bold="On a server" href="/install/server">
      <p>Install it on a machine of your own.</p>
      </site-inlinecallout>
      <site-inlinecallout color="violet-70" icon="MdArrowBack" bold="Overview" href="/install">
      <p>Go back.</p>
      </site-inlinecallout>
      </site-inlinecalloutcontainer>"
    `);
  });

  test('a selector, with fences whose language is a label', async () => {
    expect(await checkPage(selector, {...options, format})).toEqual([]);
    expect(await render(selector)).toMatchInlineSnapshot(`
      "<site-codewithlanguageselector id="container-1" title="Settings">
      <pre>
      <code class="language-implicit"># Public
      type: public
      key: &quot;{Your Domain}&quot; # {% braces %}
      </code>
      </pre>
      <pre>
      <code class="language-authcode"># Confidential
      type: confidential
      </code>
      </pre>
      </site-codewithlanguageselector>"
    `);
  });

  test.each([
    ['{% note noteType="Important" %}\nText\n{% /note %}', 'important'],
    ['{% tip noteType="warning" %}\nText\n{% /tip %}', 'warning'],
    ['{% note %}\nText\n{% /note %}', 'note'],
  ])('a note of another kind: %j', async (source, type) => {
    expect(await checkPage(source, {...options, format})).toEqual([]);
    expect(await render(source)).toBe(`<aside type="${type}">\n<p>Text</p>\n</aside>`);
  });

  test('a kind that there is not', async () => {
    const [problem] = await checkPage('{% note noteType="infoo" /%}', {...options, format});
    expect(problem).toMatchObject({rule: 'attribute-value-invalid', place: '1:9'});
    expect(problem?.message).toContain("Got 'infoo' instead");
  });

  test('a link that leads nowhere is missing', async () => {
    const source = '{% inlineCallout bold="A" %}\nText\n{% /inlineCallout %}';
    const [problem] = await checkPage(source, {...options, format});
    expect(problem?.message).toBe("Missing required attribute: 'href'");
  });
});
