/** Measures in a browser what a chooser costs its readers: bytes, and the time that a keystroke takes. */
import fs from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {brotliCompressSync, gzipSync} from 'node:zlib';
import {chromium} from 'playwright';
import {ensureBrowser} from '../scripts/browser.mjs';
import {serve} from '../scripts/static-server.mjs';
import {docusaurus, removeCaches} from './docusaurus.mjs';
import {pageFile, work, writeSite} from './generate.mjs';

/** @typedef {{raw: number, gzip: number, brotli: number}} Bytes */
/** @typedef {import('playwright').Page} Page */

const flows = fileURLToPath(new URL('../content/flows', import.meta.url));

/** How often the browser's processor is made slower. */
const slowdown = 4;

/** What a reader might type; every character is a measurement. */
const typed = 'https://metadata.example.com/callback';

/**
 * @typedef {object} ChooserResults
 * @property {Bytes} chooser What a page with a chooser loads more than the same page without one in the same site: scripts, styles, and
 *   what its own script has more. What the chooser does to all pages of a site is not in it, but in `other`.
 * @property {Bytes} other What another page of that site loads more than in a site without a chooser.
 * @property {Bytes} further For comparison, what a page of a site loads more when the site gets a further page with some text.
 * @property {readonly (readonly [string, string, Bytes])[]} files Which files these are: what it is about, the name, the bytes.
 * @property {number[]} keystrokes Milliseconds of script for each keystroke, of all rounds.
 */

/**
 * @param {number} rounds How often keystrokes are measured, each time in a page that has just been loaded.
 * @returns {Promise<ChooserResults>}
 */
export async function measureChooser(rounds) {
  const plain = await buildSite('chooser-without', {});
  const site = await buildSite('chooser-with', {chooser: '\n{% flow-chooser flow="auth0" /%}\n'});
  const larger = await buildSite('chooser-without-larger', {isLarger: true});

  const browser = await chromium.launch({
    executablePath: await ensureBrowser(),
    args: ['--no-sandbox'],
  });
  try {
    const [with_, without, more] = [await serve(site), await serve(plain), await serve(larger)];
    const load = async (/** @type {string} */ url) => {
      const page = await browser.newPage();
      const files = await filesOf(page, url);
      await page.close();
      return files;
    };
    const chooserFiles = difference(
      await load(`${with_.url}/chooser`),
      await load(`${with_.url}/without`),
    );
    const base = await load(`${without.url}/`);
    const otherFiles = difference(await load(`${with_.url}/`), base);
    const furtherFiles = difference(await load(`${more.url}/`), base);
    /** @type {number[]} */
    const keystrokes = [];
    for (let round = 0; round < rounds; round++) {
      const page = await browser.newPage();
      await page.goto(`${with_.url}/chooser`, {waitUntil: 'networkidle'});
      keystrokes.push(...(await measureKeystrokes(page)));
      await page.close();
    }
    for (const server of [with_, without, more]) await server.close();
    return {
      chooser: sum(chooserFiles),
      other: sum(otherFiles),
      further: sum(furtherFiles),
      files: Object.entries({
        chooser: chooserFiles,
        other: otherFiles,
        further: furtherFiles,
      }).flatMap(([about, files]) =>
        files.map(([name, bytes]) => /** @type {const} */ ([about, name, bytes])),
      ),
      keystrokes,
    };
  } finally {
    await browser.close();
  }
}

/**
 * A site whose second page is at `/chooser`; the same page without a chooser is at `/without`. It has some other pages too, for in a site of
 * two Docusaurus puts what one page needs into a file for all.
 *
 * @param {string} name
 * @param {object} options
 * @param {string} [options.chooser] What the second page has more.
 * @param {boolean} [options.isLarger] The site has a further page.
 * @returns {Promise<string>} What was built.
 */
async function buildSite(name, {chooser = '', isLarger = false}) {
  const folder = path.join(work, name);
  const pages = 24;
  writeSite(folder, {dialect: 'ours', format: 'md', pages});
  fs.cpSync(flows, path.join(folder, 'flows'), {recursive: true});
  const text = '# A page\n\nSome text.\n';
  const write = (
    /** @type {number} */ page,
    /** @type {string} */ slug,
    /** @type {string} */ more,
  ) =>
    fs.writeFileSync(
      path.join(folder, 'docs', pageFile(page)),
      `---\nslug: /${slug}\n---\n\n${text}${more}`,
    );
  write(1, 'chooser', chooser);
  write(2, 'without', '');
  if (isLarger) write(pages, 'further', '');
  removeCaches(folder);
  await docusaurus(folder, ['build']);
  return path.join(folder, 'build');
}

/**
 * The scripts and styles of a page, and what it loads when its first field is used. What the browser fetches in advance for
 * other pages is left out.
 *
 * @param {Page} page
 * @param {string} url
 * @returns {Promise<Map<string, Bytes>>} By the files' names without their hashes.
 */
async function filesOf(page, url) {
  /** @type {Promise<[string, Bytes] | undefined>[]} */
  const found = [];
  page.on('response', (response) => {
    const request = response.request();
    if (!['script', 'stylesheet'].includes(request.resourceType())) return;
    found.push(
      (async () => {
        const headers = await request.allHeaders();
        if (headers['sec-purpose']?.includes('prefetch') || headers.purpose === 'prefetch') return;
        const body = await response.body();
        const name = path.basename(new URL(request.url()).pathname);
        const bytes = {
          raw: body.length,
          gzip: gzipSync(body, {level: 9}).length,
          brotli: brotliCompressSync(body).length,
        };
        return [name.replace(/\.[0-9a-f]{8}(?=\.)/, ''), bytes];
      })(),
    );
  });
  await page.goto(url, {waitUntil: 'networkidle'});
  const field = await firstField(page);
  if (field) {
    await field.focus();
    await page.keyboard.type('a');
    await page.waitForLoadState('networkidle');
  }
  const files = await Promise.all(found);
  return new Map(files.filter((file) => file !== undefined));
}

/**
 * The first text field of the chooser; where there is none yet, the first answer to each question is given before.
 *
 * @param {Page} page
 */
async function firstField(page) {
  const fields = page.locator(
    'main :is(input:not([type]), input[type=text], input[type=url], input[type=email], textarea):visible',
  );
  if ((await fields.count()) === 0) {
    for (const radio of await page.locator('main input[type=radio]').all()) {
      const name = await radio.getAttribute('name');
      const isAnswered = await page.locator(`main input[name="${name}"]:checked`).count();
      if (!isAnswered) await radio.check({force: true});
    }
  }
  return (await fields.count()) > 0 ? fields.first() : undefined;
}

/**
 * @param {Page} page
 * @returns {Promise<number[]>} For each keystroke, the script that ran until the browser had come to rest.
 */
async function measureKeystrokes(page) {
  const field = await firstField(page);
  if (!field) throw new Error('The chooser has no text field.');
  const session = await page.context().newCDPSession(page);
  // The thread's own time: what else the machine does is not counted.
  await session.send('Performance.enable', {timeDomain: 'threadTicks'});
  const scriptTime = async () => {
    const {metrics} = await session.send('Performance.getMetrics');
    return (metrics.find(({name}) => name === 'ScriptDuration')?.value ?? 0) * 1000;
  };
  await field.fill('');
  await field.focus();
  await session.send('Emulation.setCPUThrottlingRate', {rate: slowdown});
  /** @type {number[]} */
  const times = [];
  for (let round = 0; round < 3; round++) {
    for (const character of typed) {
      const before = await scriptTime();
      await page.keyboard.type(character);
      // Long enough for work that was put off, too.
      await page.waitForTimeout(300);
      times.push((await scriptTime()) - before);
    }
    await field.fill('');
    await page.waitForTimeout(300);
  }
  return times;
}

/**
 * @param {Map<string, Bytes>} files
 * @param {Map<string, Bytes>} base
 * @returns {[string, Bytes][]} What the first has more, by file.
 */
function difference(files, base) {
  const none = {raw: 0, gzip: 0, brotli: 0};
  return [...new Set([...files.keys(), ...base.keys()])].flatMap((name) => {
    const [a, b] = [files.get(name) ?? none, base.get(name) ?? none];
    const bytes = {raw: a.raw - b.raw, gzip: a.gzip - b.gzip, brotli: a.brotli - b.brotli};
    return bytes.raw === 0 && bytes.gzip === 0 ? [] : [[name, bytes]];
  });
}

/** @param {[string, Bytes][]} files @returns {Bytes} */
function sum(files) {
  const total = {raw: 0, gzip: 0, brotli: 0};
  for (const [, bytes] of files) {
    total.raw += bytes.raw;
    total.gzip += bytes.gzip;
    total.brotli += bytes.brotli;
  }
  return total;
}
