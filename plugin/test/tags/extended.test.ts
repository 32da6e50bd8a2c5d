/** Attributes that a site gives to a tag of the plugin's. */
import path from 'node:path';
import {expect, test} from 'vitest';
import {createLoader, renderPage} from '../support/modules.js';
import {checkPage, compilePage, rulesOf} from '../support/page.js';
import {temporaryFolder} from '../support/temporary-folder.js';

const config = `
import {tags} from 'docusaurus-plugin-markdoc/tags';

class Kind {
  validate(value) {
    return /^(tip|info)$/i.test(value) ? [] : [{id: 'kind-unknown', level: 'error', message: 'No kind'}];
  }
  transform(value) { return value?.toLowerCase(); }
}
const kind = {type: Kind, render: 'type'};
const withKind = (tag) => ({...tag, attributes: {...tag.attributes, kind}});

export default {
  tags: {
    note: withKind(tags.note),
    remark: withKind(tags.note),
    steps: {...tags.steps, attributes: {...tags.steps.attributes, look: {type: String, default: 'plain'}}},
    'flow-chooser': withKind(tags['flow-chooser']),
    tip: {...withKind(tags.tip), render: 'aside'},
    info: {...tags.info, transform: () => 'other'},
  },
};
`;

const options = () => ({
  config: path.join(temporaryFolder({'markdoc.mjs': config}), 'markdoc.mjs'),
});

async function htmlOf(source: string): Promise<string> {
  const given = options();
  const load = createLoader(async (text) => String(await compilePage(text, given)));
  return renderPage(await load(source, 'docs/page.md'));
}

test('the tag stays what it is, and the attribute becomes a property of its element', async () => {
  expect(await htmlOf('{% note kind="Tip" title="A" %}\nB\n{% /note %}')).toBe(
    '<aside type="tip" title="A"><p>B</p></aside>',
  );
  expect(await htmlOf('{% note %}B{% /note %}')).toBe('<aside type="note"><p>B</p></aside>');
});

test('a tag of another name can be one of the plugin’s', async () => {
  expect(await htmlOf('{% remark kind="info" .wide /%}')).toBe(
    '<aside type="info" class="wide"></aside>',
  );
});

test('a component of the theme gets the property too, and a default', async () => {
  const source = (attributes: string) =>
    `{% steps${attributes} %}\n{% step title="A" %}\nB\n{% /step %}\n{% /steps %}`;
  expect(await htmlOf(source(''))).toContain('<theme-steps look="plain">');
  expect(await htmlOf(source(' look="grand"'))).toContain('<theme-steps look="grand">');
});

test('its own checks are those of the site and of the plugin', async () => {
  expect(await checkPage('{% note\nkind="loud"\ntitle=1 /%}', options())).toEqual([
    {rule: 'kind-unknown', place: '2:1', message: 'No kind', help: undefined},
    expect.objectContaining({rule: 'attribute-type-invalid', place: '3:1'}),
  ]);
  expect(await rulesOf('A {% note kind="tip" /%}', options())).toEqual([
    'tag-placement-invalid 1:3',
  ]);
  expect(await rulesOf('{% flow-chooser kind="loud" flow="none" /%}', options())).toEqual([
    'kind-unknown 1:17',
    'flow-not-found 1:29',
  ]);
});

test('a schema with a `render` or a `transform` of its own is a tag of the site’s own', async () => {
  expect(await htmlOf('{% tip kind="info" %}\nB\n{% /tip %}')).toBe(
    '<aside type="info"><p>B</p></aside>',
  );
  expect(await htmlOf('{% info %}\nB\n{% /info %}')).toBe('other');
});
