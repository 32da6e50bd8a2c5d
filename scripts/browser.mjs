/** Finds a Chromium (or Chrome, or Edge) for the end-to-end tests, and installs one where there is none. */
import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {chromium} from 'playwright';
import {aptInstall} from './apt.mjs';
import {tool} from './support.mjs';

/**
 * @returns {string[]} Where browsers are usually installed on this platform, the likeliest to work first.
 */
function usualPlaces() {
  const env = process.env;
  if (process.platform === 'win32') {
    return [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].flatMap((folder) =>
      ['Google/Chrome', 'Chromium', 'Microsoft/Edge'].map((name) =>
        path.join(
          folder ?? '',
          name,
          'Application',
          name === 'Microsoft/Edge' ? 'msedge.exe' : 'chrome.exe',
        ),
      ),
    );
  }
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap((name) =>
      ['/', env.HOME ?? '/'].map((folder) =>
        path.join(folder, 'Applications', `${name}.app/Contents/MacOS/${name}`),
      ),
    );
  }
  const folders = (env.PATH ?? '').split(path.delimiter);
  return [
    'google-chrome-stable',
    'google-chrome',
    'chromium',
    'chromium-browser',
    'microsoft-edge-stable',
  ].flatMap((name) => folders.map((folder) => path.join(folder, name)));
}

/**
 * Whether a browser is there and starts. (On Windows `--version` would open a window, so there it is only looked for.)
 *
 * @param {string} file
 */
function works(file) {
  if (!fs.existsSync(file)) return false;
  return process.platform === 'win32' || spawnSync(file, ['--version']).status === 0;
}

/**
 * @returns {string | undefined} The browser's path: the one in `CHROMIUM_PATH`, Playwright's own, or an installed one.
 */
export function findBrowser() {
  const {CHROMIUM_PATH} = process.env;
  if (CHROMIUM_PATH) {
    if (works(CHROMIUM_PATH)) return CHROMIUM_PATH;
    throw new Error(
      `CHROMIUM_PATH is ${CHROMIUM_PATH}, which does not start. Correct it or leave it out.`,
    );
  }
  return [chromium.executablePath(), ...usualPlaces()].find(works);
}

/**
 * @returns {Promise<string>} The browser's path. Throws a message for the user where no browser is to be had.
 */
export async function ensureBrowser() {
  const found = findBrowser();
  if (found) return found;
  console.log('No Chromium or Chrome found. Downloading Playwright’s Chromium (some 150 MB) …');
  await tool('playwright', ['install', 'chromium']);
  const downloaded = findBrowser();
  if (downloaded) return downloaded;
  console.log('Playwright’s Chromium cannot be had here.');
  await aptInstall('the browser tests', ['chromium', 'fonts-liberation']);
  const installed = findBrowser();
  if (installed) return installed;
  throw new Error(
    'Install Chromium or Chrome, or set CHROMIUM_PATH to one, and run the tests again.',
  );
}
