/** `npm run build`: builds the plugin, and the documentation site for production into site/build. */
import path from 'node:path';
import {buildPlugin} from './build-plugin.mjs';
import {ensureInstalled} from './install.mjs';
import {fail, root, tool} from './support.mjs';

await ensureInstalled();
if ((await buildPlugin()) !== 0) fail('The plugin does not compile: see above.');
process.exitCode = await tool('docusaurus', ['build', ...process.argv.slice(2)], {
  cwd: path.join(root, 'site'),
});
