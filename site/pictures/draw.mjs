/**
 * Draws the guide's pictures: sketches of the screens that a reader will meet, with nothing on them but what the text
 * speaks of. They are drawn rather than photographed so that they stay legible on a phone and do not age with each new
 * look of the provider's dashboard.
 *
 * `node site/pictures/draw.mjs` writes the PNG files under `site/static`. It takes the browser of the
 * tests; `pngquant`, where it is installed, makes the files smaller.
 */
import {execFileSync, spawnSync} from 'node:child_process';
import {mkdirSync, statSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {chromium} from 'playwright';
import {ensureBrowser} from '../../scripts/browser.mjs';

const staticFolder = join(dirname(fileURLToPath(import.meta.url)), '..', 'static');

const pictureWidth = 560;

const colour = {
  frame: '#c5ced6',
  bar: '#e6ebef',
  page: '#ffffff',
  text: '#1d2830',
  quiet: '#5a6872',
  blank: '#e3e8ec',
  line: '#8b99a4',
  accent: '#0b6e63',
  tint: '#e2f3f0',
};

/** @param {string} text */
const escapeXml = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/**
 * @param {number} x
 * @param {number} y Of the base line.
 * @param {string} content
 * @param {{size?: number, bold?: boolean, fill?: string, anchor?: string, mono?: boolean}} [look]
 */
function text(x, y, content, {size = 20, bold = false, fill = colour.text, anchor, mono} = {}) {
  return `<text x="${x}" y="${y}" font-size="${size}" fill="${fill}"${bold ? ' font-weight="700"' : ''}${
    anchor ? ` text-anchor="${anchor}"` : ''
  }${mono ? ' font-family="Liberation Mono, monospace"' : ''}>${escapeXml(content)}</text>`;
}

/**
 * @param {number} x
 * @param {number} y
 * @param {number} width
 * @param {number} height
 * @param {{fill?: string, stroke?: string, thick?: number, round?: number}} [look]
 */
function box(
  x,
  y,
  width,
  height,
  {fill = colour.page, stroke = colour.line, thick = 2, round = 8} = {},
) {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${round}" fill="${fill}" stroke="${stroke}" stroke-width="${thick}"/>`;
}

/** Stands for whatever else is on the screen and does not matter here. */
function blank(x, y, width, height = 14) {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${Math.min(7, height / 2)}" fill="${colour.blank}"/>`;
}

/** A frame around what the text asks the reader to look for. */
function mark(x, y, width, height) {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="12" fill="none" stroke="${colour.accent}" stroke-width="4"/>`;
}

/** The number of a step, in the order in which things are done on this screen. */
function step(x, y, number) {
  return `<circle cx="${x}" cy="${y}" r="17" fill="${colour.accent}" stroke="#fff" stroke-width="3"/>${text(x, y + 7, String(number), {bold: true, fill: '#fff', anchor: 'middle'})}`;
}

function button(x, y, width, label) {
  return `<rect x="${x}" y="${y}" width="${width}" height="46" rx="8" fill="${colour.accent}"/>${text(x + width / 2, y + 30, label, {bold: true, fill: '#fff', anchor: 'middle'})}`;
}

function radio(x, y, label, chosen = false) {
  return `<circle cx="${x}" cy="${y}" r="10" fill="#fff" stroke="${chosen ? colour.accent : colour.line}" stroke-width="3"/>${
    chosen ? `<circle cx="${x}" cy="${y}" r="5" fill="${colour.accent}"/>` : ''
  }${text(x + 22, y + 7, label, {bold: chosen})}`;
}

/** A card with a radio button: one of several kinds. */
function choice(x, y, width, label, chosen = false) {
  return (
    box(x, y, width, 52, {
      fill: chosen ? colour.tint : colour.page,
      stroke: chosen ? colour.accent : colour.line,
      thick: chosen ? 3 : 2,
    }) + radio(x + 24, y + 26, label, chosen)
  );
}

function field(x, y, width, label, value, {mono = true} = {}) {
  return (
    text(x, y, label, {bold: true, size: 18}) +
    box(x, y + 10, width, 44) +
    text(x + 14, y + 39, value, {mono, size: 18})
  );
}

/** The dashboard's side panel; the chosen entry is marked. */
function sidePanel(height, chosen, nested) {
  const entries = ['Overview', 'Applications', 'Users', 'Settings'];
  let y = 88;
  let out = `<path d="M1 45h189v${height - 46}H17a16 16 0 0 1-16-16z" fill="#f4f7f8"/><path d="M190 45v${height - 46}" stroke="${colour.frame}" stroke-width="2"/>`;
  for (const entry of entries) {
    const here = entry === chosen;
    if (here && !nested) out += box(10, y - 28, 170, 42, {fill: colour.tint, stroke: colour.tint});
    out += text(22, y, entry, {bold: here, fill: here ? colour.accent : colour.quiet});
    y += 48;
    if (here && nested) {
      out += box(22, y - 28, 158, 42, {fill: colour.tint, stroke: colour.tint});
      out += text(34, y, nested, {bold: true, fill: colour.accent});
      y += 48;
    }
  }
  return out;
}

/** A browser window with its own light background, so that it reads on dark pages as well. */
function screen(height, content) {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${pictureWidth}" height="${height}" viewBox="0 0 ${pictureWidth} ${height}" font-family="Liberation Sans, Arial, sans-serif">
<rect x="1" y="1" width="${pictureWidth - 2}" height="${height - 2}" rx="16" fill="${colour.page}"/>
<path d="M1 45V17A16 16 0 0 1 17 1h${pictureWidth - 34}a16 16 0 0 1 16 16v28z" fill="${colour.bar}"/>
<circle cx="26" cy="23" r="6" fill="#b3bec7"/><circle cx="46" cy="23" r="6" fill="#b3bec7"/><circle cx="66" cy="23" r="6" fill="#b3bec7"/>
<path d="M1 45h${pictureWidth - 2}" stroke="${colour.frame}" stroke-width="2"/>
${content}
<rect x="1" y="1" width="${pictureWidth - 2}" height="${height - 2}" rx="16" fill="none" stroke="${colour.frame}" stroke-width="2"/>
</svg>`;
}

const createApplication = (chosen) =>
  screen(
    420,
    text(40, 88, 'Create application', {size: 24, bold: true}) +
      field(40, 124, 480, 'Name', 'OpenMetadata', {mono: false}) +
      step(520, 134, 1) +
      choice(40, 200, 232, 'Native', chosen === 'Native') +
      choice(288, 200, 232, 'Single page', chosen === 'Single page') +
      choice(40, 266, 232, 'Regular web', chosen === 'Regular web') +
      choice(288, 266, 232, 'Machine', chosen === 'Machine') +
      step(chosen === 'Single page' ? 520 : 272, chosen === 'Single page' ? 200 : 266, 2) +
      button(388, 346, 132, 'Create') +
      step(388, 346, 3),
  );

const settings = (confidential) =>
  screen(
    confidential ? 456 : 372,
    text(40, 90, 'OpenMetadata', {size: 24, bold: true}) +
      text(40, 134, 'Quickstart', {fill: colour.quiet}) +
      text(170, 134, 'Settings', {bold: true, fill: colour.accent}) +
      `<path d="M170 146h80" stroke="${colour.accent}" stroke-width="4"/>` +
      text(280, 134, 'Connections', {fill: colour.quiet}) +
      `<path d="M40 148h480" stroke="${colour.frame}" stroke-width="2"/>` +
      step(152, 106, 1) +
      field(40, 196, 480, 'Domain', 'acme.eu.auth0.com') +
      field(40, 280, 480, 'Client ID', 'x3Pq9LbVt0Zk7sYd') +
      (confidential ? field(40, 364, 480, 'Client Secret', '••••••••••••••••') : '') +
      mark(26, 170, 508, confidential ? 264 : 180) +
      step(534, 170, 2),
  );

const auth0 = {
  'create-account-1': screen(
    366,
    text(40, 92, 'Create your account', {size: 24, bold: true}) +
      text(40, 134, 'Account type', {bold: true, size: 18}) +
      choice(40, 148, 232, 'Company', true) +
      choice(288, 148, 232, 'Personal') +
      step(272, 148, 1) +
      box(40, 230, 26, 26, {fill: colour.accent, stroke: colour.accent, round: 5}) +
      '<path d="M46 243l6 6 11-12" fill="none" stroke="#fff" stroke-width="4"/>' +
      text(80, 250, 'I need advanced settings', {bold: true}) +
      step(348, 243, 2) +
      button(388, 292, 132, 'Next') +
      step(388, 292, 3),
  ),
  'create-account-2': screen(
    366,
    field(40, 96, 330, 'Tenant domain', 'acme') +
      text(384, 136, '.eu.auth0.com', {fill: colour.quiet}) +
      step(370, 106, 1) +
      text(40, 194, 'Region', {bold: true, size: 18}) +
      choice(40, 208, 104, 'US') +
      choice(160, 208, 104, 'EU', true) +
      choice(280, 208, 104, 'UK') +
      choice(400, 208, 120, 'AU') +
      step(264, 208, 2) +
      button(320, 292, 200, 'Create account') +
      step(320, 292, 3),
  ),
  'create-account-3': screen(
    330,
    sidePanel(330, 'Overview') +
      text(220, 96, 'Dashboard', {size: 24, bold: true}) +
      blank(220, 122, 220) +
      box(220, 160, 142, 130, {stroke: colour.frame}) +
      box(382, 160, 142, 130, {stroke: colour.frame}) +
      blank(238, 184, 80) +
      blank(238, 214, 106) +
      blank(238, 240, 94) +
      blank(400, 184, 80) +
      blank(400, 214, 106) +
      blank(400, 240, 94),
  ),
  'create-new-app-1': screen(
    330,
    sidePanel(330, 'Applications', 'Applications') +
      mark(8, 104, 176, 98) +
      text(220, 96, 'Dashboard', {size: 24, bold: true}) +
      blank(220, 122, 220) +
      box(220, 160, 304, 130, {stroke: colour.frame}) +
      blank(238, 184, 120) +
      blank(238, 214, 240) +
      blank(238, 240, 200),
  ),
  'create-new-app-2': screen(
    330,
    text(40, 94, 'Applications', {size: 24, bold: true}) +
      button(296, 66, 224, 'Create Application') +
      mark(286, 56, 244, 66) +
      [152, 208, 264]
        .map(
          (y) =>
            box(40, y, 480, 42, {stroke: colour.frame}) +
            blank(58, y + 14, 130) +
            blank(250, y + 14, 180) +
            blank(470, y + 14, 30),
        )
        .join(''),
  ),
  'auth-code-flow-1': createApplication('Regular web'),
  'auth-code-flow-2': settings(true),
  'implicit-flow-1': createApplication('Single page'),
  'implicit-flow-2': settings(false),
  'application-uris': screen(
    360,
    text(40, 92, 'Application URIs', {size: 24, bold: true}) +
      field(40, 132, 480, 'Allowed Callback URLs', 'https://metadata.example.com/callback') +
      step(520, 142, 1) +
      field(40, 216, 480, 'Allowed Web Origins', 'https://metadata.example.com') +
      step(520, 226, 2) +
      button(340, 292, 180, 'Save changes') +
      step(340, 292, 3),
  ),
};

/** A picture that means nothing, for the pages on how to include one. */
const hill = `<svg xmlns="http://www.w3.org/2000/svg" width="320" height="160" viewBox="0 0 480 240">
<clipPath id="frame"><rect width="480" height="240" rx="12"/></clipPath>
<g clip-path="url(#frame)"><rect width="480" height="240" fill="#17324d"/>
<circle cx="360" cy="72" r="30" fill="#f2e9c9"/>
<g fill="#cfdbe6"><circle cx="70" cy="52" r="3"/><circle cx="150" cy="34" r="2"/><circle cx="222" cy="70" r="3"/><circle cx="278" cy="30" r="2"/><circle cx="438" cy="40" r="3"/><circle cx="112" cy="98" r="2"/></g>
<path d="M0 200Q120 70 250 150T480 120V240H0z" fill="#245a5a"/>
<path d="M0 220Q160 150 300 200T480 180V240H0z" fill="#2f7a6b"/></g></svg>`;

const pictures = {
  ...Object.fromEntries(
    Object.entries(auth0).map(([name, svg]) => [
      `images/v1.6/deployment/security/auth0/${name}.png`,
      svg,
    ]),
  ),
  'img/hill.png': hill,
};

const browser = await chromium.launch({
  executablePath: await ensureBrowser(),
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
const page = await browser.newPage({deviceScaleFactor: 2});
for (const [path, svg] of Object.entries(pictures)) {
  const file = join(staticFolder, path);
  mkdirSync(dirname(file), {recursive: true});
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`);
  await page.locator('svg').screenshot({path: file, omitBackground: true});
  if (spawnSync('pngquant', ['--version']).status === 0) {
    execFileSync('pngquant', ['--force', '--strip', '--speed', '1', '--output', file, '64', file]);
  }
  console.log(`${path} ${Math.ceil(statSync(file).size / 1024)} kB`);
}
await browser.close();
