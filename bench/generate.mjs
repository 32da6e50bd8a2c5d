/**
 * Makes the sites that the benchmark builds: the same pages in two dialects.
 *
 * | | `ours` | `native` |
 * | --- | --- | --- |
 * | admonition | `{% note title="…" %}` | `:::note[…]` |
 * | picture | `{% image src="…" alt="…" /%}` | `![…](…)` |
 * | partial, MDX | `{% partial file="…" /%}` | `import` and an element |
 * | partial, CommonMark | `{% partial file="…" /%}` | its text, in every page |
 *
 * Docusaurus's CommonMark format has no imports, nor anything else by which pages could share text. Authors copy it, so the native
 * CommonMark pages hold a copy: readers see the same, and the native pages have about 4 % more text to compile. Everything else is the same,
 * character by character.
 *
 * Run by itself, it writes the four sites into bench/.work for a look: `node bench/generate.mjs [PAGES]`.
 */
import fs from 'node:fs';
import path from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';

/** @typedef {'ours' | 'native'} Dialect */
/** @typedef {'mdx' | 'md'} Format */
/** @typedef {{dialect: Dialect, format: Format, pages: number}} SiteOptions */

/** Where sites are made; not a part of the repository. */
export const work = fileURLToPath(new URL('.work/', import.meta.url));

/** The pages in one folder, which is one collapsed category of the sidebar. */
const folderSize = 25;

/** The pictures that the pages share. */
const pictures = 10;

const words =
  `access account agent alert archive backup balance branch browser bucket budget build cache certificate change channel
check client cluster column command commit connection container content credential dashboard database default deployment detail device
directory disk document domain driver editor element endpoint engine environment error event export failure field file filter
folder format function gateway graph group handler header history host image import index ingestion instance interface issue job key label
language layer library license limit line link list log machine manager memory menu message metadata method metric migration mode model module
monitor name namespace network node note number object operator option order owner package page panel parameter password path pattern
permission pipeline platform plugin policy pool port position process profile project property protocol provider proxy query queue range
record region registry release report repository request resource response result role root route row rule runtime sample schedule schema
scope script search secret section sender sequence server service session setting shard signal site size snapshot source stage state
statement status storage stream string subnet switch system table tag target task team template tenant test thread time token tool
topic traffic trigger type update upgrade user value variable version view volume warehouse window worker workflow zone`.split(
    /\s+/,
  );

const verbs =
  `adds applies builds checks copies counts creates deletes describes expects finds follows holds keeps lists loads moves needs
opens passes reads refuses removes replaces reports returns runs saves sends shows starts stops stores takes uses waits writes`.split(
    /\s+/,
  );

/** Numbers that are the same for the same seed (mulberry32). */
class Random {
  /** @param {number} seed */
  constructor(seed) {
    this.state = seed;
  }

  /** @returns {number} From 0 up to, but not including, 1. */
  next() {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** @param {number} from @param {number} to @returns {number} A whole number, both ends included. */
  between(from, to) {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  /**
   * @template T
   * @param {readonly T[]} list
   * @returns {T}
   */
  of(list) {
    return /** @type {T} */ (list[this.between(0, list.length - 1)]);
  }
}

/** Writes one page, piece by piece. */
class Writer {
  /**
   * @param {Random} random
   * @param {SiteOptions} site
   */
  constructor(random, {dialect, format, pages}) {
    this.random = random;
    this.dialect = dialect;
    this.format = format;
    this.pages = pages;
  }

  word() {
    return this.random.of(words);
  }

  /** @param {number} count */
  words(count) {
    return Array.from({length: count}, () => this.word()).join(' ');
  }

  title() {
    const title = this.words(this.random.between(2, 4));
    return title[0]?.toUpperCase() + title.slice(1);
  }

  /** A part of a sentence, every now and then marked up. */
  phrase() {
    const phrase = this.words(this.random.between(1, 3));
    const kind = this.random.between(1, 22);
    if (kind === 1) return `**${phrase}**`;
    if (kind === 2) return `*${phrase}*`;
    if (kind <= 5) return `\`${phrase.replaceAll(' ', '_')}\``;
    if (kind === 6) return `[${phrase}](https://example.com/${this.word()}/${this.word()})`;
    if (kind === 7) return `[${phrase}](${pageLink(this.random.between(0, this.pages - 1))})`;
    return phrase;
  }

  sentence() {
    const subject = `The ${this.words(this.random.between(1, 2))}`;
    const objects = Array.from({length: this.random.between(2, 4)}, () => this.phrase());
    return `${subject} ${this.random.of(verbs)} the ${objects.join(`, ${this.random.of(verbs)} the `)}.`;
  }

  /** A paragraph, in lines of about 110 characters. */
  paragraph(sentences = this.random.between(2, 5)) {
    const text = Array.from({length: sentences}, () => this.sentence()).join(' ');
    return text.replace(/(.{90,110}?) /g, '$1\n');
  }

  list() {
    const ordered = this.random.next() < 0.5;
    return Array.from({length: this.random.between(3, 6)}, (_, index) => {
      const marker = ordered ? `${index + 1}. ` : '- ';
      const indent = ' '.repeat(marker.length);
      const nested =
        this.random.next() < 0.25
          ? `\n${indent}- ${this.sentence()}\n${indent}- ${this.sentence()}`
          : '';
      return `${marker}${this.sentence()}${nested}`;
    }).join('\n');
  }

  table() {
    const columns = this.random.between(3, 4);
    /** @param {() => string} cell */
    const row = (cell) => `| ${Array.from({length: columns}, cell).join(' | ')} |`;
    const rows = Array.from({length: this.random.between(4, 8)}, () => row(() => this.phrase()));
    return [row(() => this.word()), row(() => '---'), ...rows].join('\n');
  }

  code() {
    const lines = this.random.between(4, 12);
    const kind = this.random.between(1, 3);
    const line = () => {
      if (kind === 1) return `${this.word()}_${this.word()}: "${this.words(2)}"`;
      if (kind === 2) return `${this.word()} --${this.word()}=${this.word()} /${this.word()}`;
      return `const ${this.word()} = {${this.word()}: ${this.word()}(${this.random.between(1, 99)})};`;
    };
    const language = ['yaml', 'bash', 'js'][kind - 1];
    return `\`\`\`${language}\n${Array.from({length: lines}, line).join('\n')}\n\`\`\``;
  }

  admonition() {
    const type = this.random.of(['note', 'tip', 'info', 'warning']);
    const title = this.title();
    const content = `${this.paragraph(2)}\n\n${this.list()}`;
    return this.dialect === 'ours'
      ? `{% ${type} title="${title}" %}\n\n${content}\n\n{% /${type} %}`
      : `:::${type}[${title}]\n\n${content}\n\n:::`;
  }

  picture() {
    const src = `/images/${this.random.between(1, pictures)}.svg`;
    const alt = this.title();
    return this.dialect === 'ours' ? `{% image src="${src}" alt="${alt}" /%}` : `![${alt}](${src})`;
  }

  partial() {
    if (this.dialect === 'ours') return '{% partial file="setup.md" /%}';
    return this.format === 'mdx' ? '<Setup />' : partialText().trim();
  }

  /** A page of about 13 kB. @param {number} index */
  page(index) {
    const first = index === 0 ? 'slug: /\n' : '';
    const title = this.title();
    const frontMatter = `---\ntitle: ${title}\ndescription: ${this.words(8)}\n${first}---\n`;
    const isImported = this.dialect === 'native' && this.format === 'mdx';
    const imports = isImported ? `\nimport Setup from '@site/docs/_setup.md';\n` : '';
    const section = () => [`## ${this.title()}`, this.paragraph(), this.paragraph(2)];
    const common = [() => this.list(), () => this.table(), () => this.code()];
    const special = [
      () => this.admonition(),
      () => this.picture(),
      () => this.partial(),
      () => this.admonition(),
      () => this.picture(),
      () => this.admonition(),
      () => this.picture(),
    ];
    const parts = section();
    for (const make of special) parts.push(make(), ...section(), this.random.of(common)());
    for (const make of common) parts.push(`### ${this.title()}`, make());
    return `${frontMatter}${imports}\n# ${title}\n\n${parts.join('\n\n')}\n`;
  }
}

/** @param {number} index @returns {string} The page's file in the folder for docs. */
export function pageFile(index) {
  const folder = String(Math.floor(index / folderSize)).padStart(3, '0');
  return `folder-${folder}/page-${String(index).padStart(4, '0')}.md`;
}

/** @param {number} index */
function pageLink(index) {
  return `../${pageFile(index)}`;
}

/** @param {number} index @param {SiteOptions} site */
export function pageText(index, site) {
  return new Writer(new Random(index + 1), site).page(index);
}

/** The partial that all pages include. */
export function partialText() {
  const writer = new Writer(new Random(0), {dialect: 'native', format: 'md', pages: 1});
  return `### Before you begin\n\n${writer.paragraph(2)}\n\n${writer.code()}\n`;
}

/** @param {SiteOptions} site @returns {string} The partial's file in the site. */
export function partialFile({dialect}) {
  return dialect === 'ours' ? 'partials/setup.md' : 'docs/_setup.md';
}

/**
 * A picture of some 12 kB: large enough to be a file of its own, which Docusaurus does not put into the page.
 *
 * @param {number} seed
 */
function pictureText(seed) {
  const random = new Random(seed);
  const square = () =>
    `<rect x="${random.between(0, 620)}" y="${random.between(0, 340)}" width="20" height="20" fill="#${random.between(100, 999)}"/>`;
  const squares = Array.from({length: 200}, square).join('\n');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="360">\n${squares}\n</svg>\n`;
}

/** @param {Pick<SiteOptions, 'dialect' | 'format'>} site */
function configText({dialect, format}) {
  const config = `{
  title: 'Benchmark',
  url: 'https://example.com',
  baseUrl: '/',
  future: {v4: true, faster: true},
  onBrokenLinks: 'throw',
  markdown: {format: '${format}', hooks: {onBrokenMarkdownLinks: 'throw', onBrokenMarkdownImages: 'throw'}},
  presets: [['classic', {docs: {routeBasePath: '/'}, blog: false, pages: false}]],
}`;
  return dialect === 'ours'
    ? `import {withMarkdoc} from 'docusaurus-plugin-markdoc';\n\nexport default withMarkdoc(${config});\n`
    : `export default ${config};\n`;
}

/**
 * Makes a new site, in the place of the one that was there.
 *
 * @param {string} folder
 * @param {SiteOptions} site
 */
export function writeSite(folder, site) {
  fs.rmSync(folder, {recursive: true, force: true});
  const write = (/** @type {string} */ file, /** @type {string} */ text) => {
    const target = path.join(folder, file);
    fs.mkdirSync(path.dirname(target), {recursive: true});
    fs.writeFileSync(target, text);
  };
  // With a package.json, the caches are the site's own; packages are found further up, in the repository.
  write('package.json', '{"private": true}\n');
  write('docusaurus.config.js', configText(site));
  for (let index = 1; index <= pictures; index++) {
    write(`static/images/${index}.svg`, pictureText(index));
  }
  if (site.dialect === 'ours' || site.format === 'mdx') write(partialFile(site), partialText());
  for (let index = 0; index < site.pages; index++) {
    write(`docs/${pageFile(index)}`, pageText(index, site));
    if (index % folderSize === 0) {
      const category = {label: `Folder ${index / folderSize}`, collapsed: true};
      write(`docs/${path.dirname(pageFile(index))}/_category_.json`, JSON.stringify(category));
    }
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const pages = Number(process.argv[2] ?? 25);
  for (const format of /** @type {Format[]} */ (['mdx', 'md'])) {
    for (const dialect of /** @type {Dialect[]} */ (['ours', 'native'])) {
      const folder = path.join(work, `${dialect}-${format}`);
      writeSite(folder, {dialect, format, pages});
      console.log(path.relative(process.cwd(), folder));
    }
  }
}
