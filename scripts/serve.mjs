/** `npm run serve`: serves the production site of site/build, on port 3000 or $PORT. */
import fs from 'node:fs';
import path from 'node:path';
import {ensureInstalled} from './install.mjs';
import {fail, root, tool} from './support.mjs';

const site = path.join(root, 'site');
if (!fs.existsSync(path.join(site, 'build/index.html'))) {
  fail('There is no production site yet: run `npm run build` first.');
}
await ensureInstalled();
process.exitCode = await tool(
  'docusaurus',
  ['serve', '--no-open', '--port', process.env.PORT || '3000', ...process.argv.slice(2)],
  {cwd: site},
);
