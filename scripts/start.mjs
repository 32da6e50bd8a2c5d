/**
 * `npm start`: installs what is missing, builds the plugin and serves the documentation site with live reload, on port
 * 3000 or $PORT. Arguments are passed on to `docusaurus start`.
 */
import fs from 'node:fs';
import path from 'node:path';
import {buildPlugin} from './build-plugin.mjs';
import {ensureInstalled} from './install.mjs';
import {fail, isCI, root, tool} from './support.mjs';

await ensureInstalled();
console.log('Building the plugin …');
if ((await buildPlugin()) !== 0) fail('The plugin does not compile: see above.');

// The plugin is built again when it changes. The page shows a changed component at once; what runs in the site's build
// (syntax, tags) counts from the next start.
let building = Promise.resolve(0);
/** @type {NodeJS.Timeout | undefined} */
let timer;
fs.watch(path.join(root, 'plugin/src'), {recursive: true}, () => {
  clearTimeout(timer);
  timer = setTimeout(() => {
    building = building.then(buildPlugin);
  }, 100);
});

const canOpenBrowser = process.stdout.isTTY && !isCI && !process.env.SSH_CONNECTION;
const code = await tool(
  'docusaurus',
  [
    'start',
    '--port',
    process.env.PORT || '3000',
    ...(canOpenBrowser ? [] : ['--no-open']),
    ...process.argv.slice(2),
  ],
  {cwd: path.join(root, 'site')},
);
process.exit(code);
