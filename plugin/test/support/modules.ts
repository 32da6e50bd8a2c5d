import {readFileSync} from 'node:fs';
import path from 'node:path';
import {type ComponentType, createElement, type ElementType} from 'react';
import {renderToStaticMarkup} from 'react-dom/server';
import {markdocFunctions} from '../../src/client/functions.js';
import {MarkdocIf} from '../../src/client/if.js';
import {MarkdocSlot, MarkdocSlots} from '../../src/client/slots.js';
import {uniquePartialIds} from '../../src/client/unique-partial-ids.js';

/** The module that pages import from, without what asks Docusaurus's browser code for the page's place. */
const client = {
  MarkdocIf,
  MarkdocSlot,
  MarkdocSlots,
  markdocFunctions,
  uniquePartialIds,
  usePageVariables: () => ({page: {title: 'A page', locale: 'en'}, markdoc: {frontmatter: {}}}),
};

/** A compiled page or partial. */
export interface PageModule {
  default: ComponentType<{components?: {[name: string]: ElementType}}>;
  toc?: {value: string; id: string; level: number}[];
}

type Compile = (source: string, file: string) => Promise<string>;
type Exports = {[name: string]: unknown};

/**
 * Runs a page that was compiled to an ES module, and the partials that it imports, without writing files: Node cannot import a
 * `.md`, and a bundler would take seconds.
 *
 * @param compile Turns Markdown into a module. Called once for each file.
 */
export function createLoader(
  compile: Compile,
): (source: string, file: string) => Promise<PageModule> {
  const loaded = new Map<string, Promise<Exports>>();

  async function run(source: string, file: string): Promise<Exports> {
    const code = toFunctionBody(await compile(source, file));
    const AsyncFunction = (async () => {}).constructor as new (
      ...parameters: string[]
    ) => (load: (name: string) => Promise<Exports>, exports: Exports) => Promise<void>;
    const exports: Exports = {};
    await new AsyncFunction('load', 'exports', code)((name) => load(name, file), exports);
    return exports;
  }

  function load(name: string, from: string): Promise<Exports> {
    if (name === 'docusaurus-plugin-markdoc/runtime') return Promise.resolve(client);
    if (name.startsWith('@theme/')) return Promise.resolve({default: themeElement(name)});
    if (/\.tsx?$/.test(name)) return Promise.resolve(siteElements);
    if (!name.startsWith('.')) return import(name);
    const file = path.resolve(path.dirname(from), name);
    const module = loaded.get(file) ?? run(readFileSync(file, 'utf8'), file);
    loaded.set(file, module);
    return module;
  }

  return (source, file) => run(source, file) as unknown as Promise<PageModule>;
}

/** Only what MDX and Docusaurus write: imports and exports each begin a line. */
function toFunctionBody(code: string): string {
  return code
    .replace(
      /^import (\w+)?,? ?(?:\{([^}]*)\})? ?from ("[^"]*");?$/gm,
      (_, base: string | undefined, named: string | undefined, source: string) => {
        const names = (named ?? '').replaceAll(' as ', ': ');
        return `const {${base ? `default: ${base}, ` : ''}${names}} = await load(${source});`;
      },
    )
    .replace(/^export default function (\w+)/gm, 'exports.default = $1;\nfunction $1')
    .replace(/^export const (\w+) =/gm, 'const $1 = exports.$1 =');
}

/** A component of the theme as a plain element with its props: `@theme/Cards/Card` is `<theme-cards-card>`. */
function themeElement(name: string): string {
  return name.slice(1).replaceAll('/', '-').toLowerCase();
}

/** A site's components as plain elements: `Callout` is `<site-callout>`. */
const siteElements = new Proxy<Exports>(
  {},
  {get: (_, name) => (name === 'then' ? undefined : `site-${String(name).toLowerCase()}`)},
);

/** The HTML of a page, in which the theme's components are plain elements. */
export function renderPage({default: Page}: PageModule): string {
  const html = renderToStaticMarkup(createElement(Page, {components: {admonition: 'aside'}}));
  // React asks the browser to fetch pictures early; that is not of the page's making.
  return html.replace(/<link rel="preload"[^>]*>/g, '');
}
