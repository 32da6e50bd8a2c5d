/** The same page, read by Markdoc and by our pipeline, as two trees of one form. */
import {fileURLToPath} from 'node:url';
import type {Config, RenderableTreeNode} from '@markdoc/markdoc';
import {createProcessor} from '@mdx-js/mdx';
import {createElement, type ElementType, type ReactNode} from 'react';
import {renderToStaticMarkup} from 'react-dom/server';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import {VFile} from 'vfile';
import {Markdoc} from '../../src/markdoc.js';
import remarkMarkdoc from '../../src/remark.js';
import {createLoader, type PageModule} from '../support/modules.js';
import {siteDir} from '../support/page.js';
import type {Format} from '../support/parse.js';
import * as cases from './config.js';
import * as nodes from './nodes-config.js';
import * as schemas from './schema-config.js';
import * as seed from './seed-config.js';

/** A text, or an element with its attributes in the order of their names. */
export type Tree = string | {name: string; attributes: Record<string, unknown>; children: Tree[]};

/** The modules of this folder that export what a site defines for Markdoc. */
const configs = {
  config: cases,
  'nodes-config': nodes,
  'schema-config': schemas,
  'seed-config': seed,
};
type ConfigName = keyof typeof configs;

export interface Reading {
  /** What the page shows, on one line: `p["A " em["b"]]`. */
  outline: string;
  /** The ids and messages of what is wrong with it. */
  problems: string[];
}

/** With `allowIndentation`, as Markdoc tests itself: no text is code for being indented. */
const tokenizer = new Markdoc.Tokenizer({allowIndentation: true});

/** What Markdoc makes of a page. */
export function readWithMarkdoc(source: string, configName: ConfigName = 'config'): Reading {
  const config: Config = configs[configName];
  const ast = Markdoc.parse(tokenizer.tokenize(source), {slots: true});
  const problems = Markdoc.validate(ast, config).map(({error}) => `${error.id}: ${error.message}`);
  const root = Markdoc.transform(ast, {...config, variables: {...config.variables, markdoc: {}}});
  const children = Markdoc.Tag.isTag(root) ? root.children : [root as RenderableTreeNode];
  return {outline: outlineOf(children.flatMap(ofMarkdoc)), problems: problems.sort()};
}

function ofMarkdoc(node: unknown): Tree[] {
  if (Array.isArray(node)) return node.flatMap(ofMarkdoc);
  if (typeof node === 'string' || typeof node === 'number') return [String(node)];
  if (!Markdoc.Tag.isTag(node)) return [];
  const {class: classes, ...attributes} = node.attributes;
  if (classes) {
    attributes.className =
      typeof classes === 'string'
        ? classes
        : Object.keys(classes)
            .filter((each) => classes[each])
            .join(' ');
  }
  return [{name: node.name, attributes, children: node.children.flatMap(ofMarkdoc)}];
}

const processors = new Map<string, ReturnType<typeof createProcessor>>();

function processorFor(format: Format, configName: ConfigName) {
  const key = `${format} ${configName}`;
  const known = processors.get(key);
  if (known) return known;
  const config = fileURLToPath(new URL(`${configName}.ts`, import.meta.url));
  const processor = createProcessor({
    format,
    remarkPlugins: [
      [remarkMarkdoc, {config, onProblem: 'ignore'}],
      remarkFrontmatter,
      remarkDirective,
      remarkGfm,
    ],
  });
  processors.set(key, processor);
  return processor;
}

/** A page as the module that we make of it. */
export async function loadPage(
  source: string,
  format: Format,
  configName: ConfigName = 'config',
): Promise<{Page: PageModule['default']; code: string; problems: string[]}> {
  const file = new VFile({value: source, path: `${siteDir}/docs/page.md`});
  const code = String(await processorFor(format, configName).process(file));
  const load = createLoader(async () => code);
  const {default: Page} = await load(source, file.path);
  const problems = file.messages.map(({ruleId, reason}) => `${ruleId}: ${reason}`);
  return {Page, code, problems: problems.sort()};
}

/** What we make of a page: its HTML, in which elements of the site's own carry their attributes as data. */
export async function readWithOurs(
  source: string,
  format: Format,
  configName: ConfigName = 'config',
): Promise<Reading> {
  const {Page, problems} = await loadPage(source, format, configName);
  const components = Object.fromEntries(
    ['Box', 'Inner', 'Leaf', 'Needs'].map((name) => [name, withData(name)]),
  );
  const html = renderToStaticMarkup(createElement(Page, {components}));
  return {outline: outlineOf(ofHtml(html)), problems};
}

function withData(name: string): ElementType {
  return ({children, ...attributes}: {children?: ReactNode}) =>
    createElement('x-element', {name, 'data-attributes': JSON.stringify(attributes)}, children);
}

/** React writes well-formed HTML, which needs no real parser. */
function ofHtml(html: string): Tree[] {
  const root: Tree[] = [];
  const open = [root];
  const pattern = /<(\/?)([\w-]+)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*(\/?)>|([^<]+)/g;
  for (const [, closing, name = '', written = '', selfClosing, text] of html.matchAll(pattern)) {
    if (text !== undefined) open.at(-1)?.push(decode(text));
    else if (closing) open.pop();
    else if (name !== 'link') {
      const given = Object.fromEntries(
        [...written.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)].map(([, key = '', value]) => [
          key === 'class' ? 'className' : key,
          decode(value ?? ''),
        ]),
      );
      const {name: component, 'data-attributes': data, ...attributes} = given;
      const element: Tree =
        data === undefined
          ? {name, attributes: given, children: []}
          : {name: component ?? '', attributes: {...attributes, ...JSON.parse(data)}, children: []};
      open.at(-1)?.push(element);
      if (!selfClosing) open.push(element.children);
    }
  }
  return root;
}

function decode(text: string): string {
  const named: {[name: string]: string} = {amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'"};
  return text.replace(/&(amp|lt|gt|quot|#x27);/g, (_, name: string) => named[name] ?? '');
}

const blocks = /^(p|h[1-6]|li|ul|ol|td|th|blockquote|table|thead|tbody|tr|pre|hr|br|div)$/;
const ownTags = /^(Box|Inner|Needs|Leaf)$/;
const texts = /^(p|h[1-6]|a|em|strong|s|td|th)$/;

/** The outline of a tree, without what makes no difference to a reader: how white space is written, and where texts are cut. */
export function outlineOf(trees: readonly Tree[]): string {
  return join(trees, false)
    .map((each) => outline(each))
    .join(' ');
}

/** @param inText Whether a space beside a tag of the site's own is a part of a text. */
function outline(tree: Tree, inText = false): string {
  if (typeof tree === 'string') return JSON.stringify(tree);
  const {name, attributes, children} = normalize(tree);
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined && value !== null && value !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `${key}=${JSON.stringify(numeric(key, value))}`);
  const isText = inText || texts.test(name);
  const inside = join(children, isText, name === 'pre').map((each) => outline(each, isText));
  return `${name}${written.length > 0 ? `(${written.join(' ')})` : ''}${inside.length > 0 ? `[${inside.join(' ')}]` : ''}`;
}

/** HTML has no numbers. */
function numeric(key: string, value: unknown): unknown {
  return ['colSpan', 'rowSpan', 'start', 'width'].includes(key) ? String(value) : value;
}

function normalize(tree: Exclude<Tree, string>): Exclude<Tree, string> {
  const {name, attributes, children} = tree;
  const [only] = children;
  // React’s fences are `pre` and `code`, Markdoc’s are `pre` alone.
  if (name === 'pre' && children.length === 1 && typeof only === 'object' && only.name === 'code') {
    const {className, ...rest} = only.attributes;
    const language = /language-(\S+)/.exec(String(className ?? ''))?.[1];
    return {name, attributes: {...rest, 'data-language': language}, children: only.children};
  }
  if (name === 'td' || name === 'th') {
    const {style, colspan, rowspan, ...rest} = attributes;
    const align = /text-align:(\w+)/.exec(String(style ?? ''))?.[1];
    const spans = {colSpan: attributes.colSpan ?? colspan, rowSpan: attributes.rowSpan ?? rowspan};
    return {name, attributes: {...rest, ...spans, ...(align && {align})}, children};
  }
  if (name === 'table') {
    // The class by which our styles know our tables.
    const className = String(attributes.className ?? '').replace(/^markdoc-table ?/, '');
    return {name, attributes: {...attributes, className}, children};
  }
  if (name === 'del') return {...tree, name: 's'};
  return tree;
}

/** Joins texts, and takes away white space that a browser does not show. */
function join(children: readonly Tree[], inText: boolean, isCode = false): Tree[] {
  const joined: Tree[] = [];
  for (const child of children) {
    const last = joined.at(-1);
    if (typeof child === 'string' && typeof last === 'string')
      joined[joined.length - 1] = last + child;
    else joined.push(child);
  }
  if (isCode)
    return joined.map((each) => (typeof each === 'string' ? each.replace(/\n$/, '') : each));
  const isEdge = (tree: Tree | undefined) =>
    tree === undefined ||
    (typeof tree === 'object' && (blocks.test(tree.name) || (!inText && ownTags.test(tree.name))));
  return joined
    .map((each, index) => {
      if (typeof each !== 'string') return each;
      let text = each.replace(/[ \t\n]+/g, ' ');
      if (isEdge(joined[index - 1])) text = text.trimStart();
      if (isEdge(joined[index + 1])) text = text.trimEnd();
      return text;
    })
    .filter((each) => each !== '' && !(typeof each === 'object' && isEmptyHead(each)));
}

/** Markdoc has a `thead` without rows in a table without headings. */
function isEmptyHead({name, children}: Exclude<Tree, string>): boolean {
  return name === 'thead' && children.length === 0;
}
