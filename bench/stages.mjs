/**
 * Compiles pages with Docusaurus's own MDX loader, without a bundler, and tells what each stage costs.
 *
 * Run by itself, it compiles one site's pages again and again, for a profiler:
 * `node --cpu-prof bench/stages.mjs ours mdx [ROUNDS]`.
 */
import fs from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {createMDXLoaderItem} from '@docusaurus/mdx-loader';
import {DEFAULT_PARSE_FRONT_MATTER, loadFreshModule} from '@docusaurus/utils';
import {packPlugin} from '../scripts/pack-plugin.mjs';
import {pageFile, work, writeSite} from './generate.mjs';

/** @typedef {import('./generate.mjs').SiteOptions} SiteOptions */

/** What a page goes through, in this order. */
export const stages = /** @type {const} */ ([
  'parse', // front matter, micromark, the Markdown tree
  'tags', // our remark plugin; nothing in native sites
  'remark', // Docusaurus's remark plugins
  'hast', // from the Markdown tree to the HTML tree, with raw HTML in CommonMark
  'estree', // from the HTML tree to the JavaScript tree
  'print', // from the JavaScript tree to text
]);

/** @typedef {Record<(typeof stages)[number], number>} StageTimes Milliseconds. */

const require = createRequire(import.meta.url);

/**
 * Loads a module of the plugin in the way in which Docusaurus loads a site's configuration and its plugins.
 *
 * @param {string} folder The site's.
 * @param {string} name
 * @returns {Promise<any>}
 */
function load(folder, name) {
  return loadFreshModule(createRequire(path.join(folder, 'package.json')).resolve(name));
}

/**
 * Milliseconds of CPU time that this process has used: unlike the time on the clock, it does not grow when the machine has
 * other things to do.
 */
function cpuTime() {
  const {user, system} = process.cpuUsage();
  return (user + system) / 1000;
}

/** Docusaurus's `markdown` settings. @param {SiteOptions} site */
function markdownSettings({format}) {
  return {
    format,
    mermaid: false,
    emoji: true,
    parseFrontMatter: DEFAULT_PARSE_FRONT_MATTER,
    mdx1Compat: {comments: false, admonitions: false, headingIds: false},
    anchors: {maintainCase: false},
    hooks: {onBrokenMarkdownLinks: 'throw', onBrokenMarkdownImages: 'throw'},
  };
}

/** Our remark plugin, in sites that have it. @param {string} folder @param {SiteOptions} site */
async function tagPlugins(folder, site) {
  if (site.dialect !== 'ours') return [];
  // It is the plugin that tells the remark plugin where the site is.
  const plugin = await load(folder, 'docusaurus-plugin-markdoc');
  const siteConfig = {
    staticDirectories: ['static'],
    presets: ['classic'],
    plugins: [],
    markdown: markdownSettings(site),
    future: {faster: {}},
  };
  await plugin(
    {siteDir: folder, siteConfig, i18n: {currentLocale: 'en'}},
    {partials: 'partials', flows: 'flows'},
  );
  return [await load(folder, 'docusaurus-plugin-markdoc/remark')];
}

/**
 * Docusaurus's loader, with the options that its docs plugin gives to it in the benchmark's sites.
 *
 * @param {string} folder The site's.
 * @param {SiteOptions} site
 * @param {(stage: string) => void} mark Called at the end of each stage but the last.
 * @returns {Promise<{run: (this: object, text: string) => void, options: unknown}>}
 */
async function createLoader(folder, site, mark) {
  const end = (/** @type {string} */ stage) => () => () => {
    mark(stage);
  };
  const given = {
    siteDir: folder,
    staticDirs: [path.join(folder, 'static')],
    admonitions: true,
    isMDXPartial: () => false,
    metadataPath: (/** @type {string} */ page) => `${page}.json`,
    resolveMarkdownLink: () => '/',
    beforeDefaultRemarkPlugins: [end('parse'), ...(await tagPlugins(folder, site)), end('tags')],
    remarkPlugins: [end('remark')],
    rehypePlugins: [end('hast')],
    recmaPlugins: [end('estree')],
    markdownConfig: markdownSettings(site),
  };
  const {loader, options} = /** @type {{loader: string, options: unknown}} */ (
    await createMDXLoaderItem(/** @type {any} */ (given))
  );
  return {run: require(loader).default, options};
}

/** One site's pages, ready to be compiled. */
export class Compiler {
  /** @type {{stage: string, at: number}[]} */
  #marks = [];

  #loader;

  /**
   * @param {string} folder The site's.
   * @param {SiteOptions} site
   */
  static async create(folder, site) {
    /** @type {Compiler} */
    const compiler = new Compiler(
      folder,
      site,
      await createLoader(folder, site, (stage) => compiler.#marks.push({stage, at: cpuTime()})),
    );
    return compiler;
  }

  /**
   * @param {string} folder
   * @param {SiteOptions} site
   * @param {Awaited<ReturnType<typeof createLoader>>} loader
   */
  constructor(folder, site, loader) {
    this.folder = folder;
    this.#loader = loader;
    this.texts = Array.from({length: site.pages}, (_, index) =>
      fs.readFileSync(this.#path(index), 'utf8'),
    );
  }

  /** @param {number} index */
  #path(index) {
    return path.join(this.folder, 'docs', pageFile(index));
  }

  /**
   * Compiles one page.
   *
   * @param {number} index
   * @returns {Promise<{code: string, times: StageTimes}>}
   */
  async compile(index) {
    this.#marks = [];
    const start = cpuTime();
    const code = await this.#load(index);
    const times = /** @type {StageTimes} */ ({});
    let last = start;
    for (const {stage, at} of [...this.#marks, {stage: 'print', at: cpuTime()}]) {
      times[/** @type {keyof StageTimes} */ (stage)] = at - last;
      last = at;
    }
    return {code, times};
  }

  /** @param {number} index @returns {Promise<string>} */
  #load(index) {
    return new Promise((resolve, reject) => {
      const context = {
        resource: this.#path(index),
        resourcePath: this.#path(index),
        _compiler: {name: 'client'},
        getOptions: () => this.#loader.options,
        async: () => (/** @type {unknown} */ error, /** @type {string} */ code) =>
          error ? reject(error) : resolve(code),
      };
      this.#loader.run.call(context, this.texts[index] ?? '');
    });
  }
}

/**
 * Compiles the pages of all compilers in turn, page by page, so that whatever else the machine does falls on all alike.
 *
 * @param {Compiler[]} compilers
 * @param {number} rounds
 * @returns {Promise<StageTimes[]>} For each compiler, the average of the pages, each at its quickest.
 */
export async function measureStages(compilers, rounds) {
  /** @type {StageTimes[][]} */
  const quickest = compilers.map(({texts}) =>
    texts.map(
      () => /** @type {any} */ (Object.fromEntries(stages.map((name) => [name, Infinity]))),
    ),
  );
  const pages = compilers[0]?.texts.length ?? 0;
  for (let round = 0; round < rounds; round++) {
    for (let page = 0; page < pages; page++) {
      const order = [...compilers.entries()];
      for (const [index, compiler] of round % 2 === 0 ? order : order.toReversed()) {
        const {times} = await compiler.compile(page);
        const best = /** @type {StageTimes} */ (quickest[index]?.[page]);
        for (const stage of stages) best[stage] = Math.min(best[stage], times[stage]);
      }
    }
  }
  return quickest.map((all) => {
    const mean = (/** @type {keyof StageTimes} */ stage) =>
      all.reduce((sum, times) => sum + times[stage], 0) / all.length;
    return /** @type {any} */ (Object.fromEntries(stages.map((stage) => [stage, mean(stage)])));
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [dialect = 'ours', format = 'mdx', rounds = '10'] = process.argv.slice(2);
  const site = /** @type {SiteOptions} */ ({dialect, format, pages: 25});
  const folder = path.join(work, `profile-${dialect}-${format}`);
  await packPlugin(work);
  writeSite(folder, site);
  console.table(await measureStages([await Compiler.create(folder, site)], Number(rounds)));
}
