/** The package as others use it: outside of Docusaurus, in plain Node. */
import {expect, test} from 'playwright/test';
import {work} from './support/paths.js';
import {run} from './support/process.js';

/** Runs a module's text where the packed plugin is found, and returns what it prints. */
async function execute(module: string): Promise<string> {
  const {code, output} = await run(process.execPath, ['--input-type=module', '-e', module], {
    cwd: work,
  });
  expect(code, output).toBe(0);
  return output;
}

test('the remark plugin works in plain MDX', async () => {
  const output = await execute(`
    import {compile} from '@mdx-js/mdx';
    import remarkMarkdoc from 'docusaurus-plugin-markdoc/remark';
    console.log(String(await compile('{% note %}\\nText.\\n{% /note %}', {remarkPlugins: [remarkMarkdoc]})));
  `);
  expect(output).toContain('admonition');
});
