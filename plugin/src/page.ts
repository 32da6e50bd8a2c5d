import path from 'node:path';
import type {Root} from 'mdast';
import {type ContentFolders, contentFolders} from './disk/content-folders.js';
import {imageExists} from './disk/images.js';
import {importPath} from './disk/import-path.js';
import {type ConfigPaths, siteConfig, siteConfigFiles} from './disk/markdoc-config.js';
import type {PageFiles} from './disk/page-reports.js';
import {findPartial} from './disk/partials.js';
import {getSite, type Site} from './disk/site.js';
import {flowsForTags} from './disk/site-flows.js';
import {PageModules} from './jsx/page-modules.js';
import {anchors} from './lower/anchors.js';
import {type Inclusion, lowerTags} from './lower/lower.js';
import type {MarkdocConfig} from './markdoc/config.js';
import {elementNames} from './markdoc/element-names.js';
import type {Scope} from './markdoc/evaluate.js';
import {readerRoot} from './markdoc/reader-values.js';
import {createTransformation} from './markdoc/transform.js';
import {Markdoc} from './markdoc.js';
import type {Problem} from './problems.js';
import {siteTags} from './tags/site-tags.js';
import type {LowerContext} from './tags/tag.js';
import {type Given, withVariables} from './variant.js';

export type {Inclusion};

/** A page or a partial, as it was read. */
export interface Page {
  /** Its absolute path. */
  readonly path: string;
  readonly source: string;
  readonly frontMatter: {readonly [key: string]: unknown};
  /** For a partial: the values that it is compiled for. */
  readonly given?: Given;
}

/** What came of a page beside its tree. */
export interface LoweredPage {
  readonly problems: Problem[];
  readonly modules: PageModules;
  /** Every partial that it names, even in a branch that is not taken: absolute paths. */
  readonly named: ReadonlySet<string>;
  /** The partials that become a part of it, each with the values that it is compiled for. */
  readonly included: readonly Inclusion[];
}

/**
 * Replaces the tags in a page's tree, with everything that they may know of the site and of the disk.
 *
 * @param tree The page's tree, in which the tags are; it is changed.
 * @param files Takes in what the page depends on without importing it, also where this throws.
 * @returns `undefined` where there is nothing to do.
 */
export function lowerPage(
  tree: Root,
  page: Page,
  options: ContentFolders & ConfigPaths,
  files: PageFiles = {dependencies: new Set(), missing: new Set()},
): LoweredPage | undefined {
  const site = getSite();
  const configFiles = siteConfigFiles(options, site.siteDir);
  for (const file of configFiles.dependencies) files.dependencies.add(file);
  for (const file of configFiles.missing) files.missing.add(file);
  const config = siteConfig(options, site.siteDir);
  const hasNodes = Object.keys(config.nodes).length > 0;
  if (!page.source.includes('{%') && !hasNodes) return undefined;

  const {partials: folder, flows} = contentFolders(site.siteDir, options);
  const scope = scopeOf(page, config, site, page.path.startsWith(folder + path.sep));
  const modules = new PageModules();
  const named = new Set<string>();
  const included: Inclusion[] = [];
  const importModule: LowerContext['importModule'] = (...names) => modules.import(...names);
  const importFrom = (target: string) => importPath(target, page.path);
  const elementName = elementNames(config, importFrom);
  const transformation = createTransformation(config, scope, elementName);

  const problems = lowerTags(tree, {
    tags: siteTags(config, scope, elementName, transformation),
    source: page.source,
    scope,
    ...(hasNodes && {transformation, nodeSchemas: new Set(Object.keys(config.nodes))}),
    importModule,
    ...flowsForTags(flows, importFrom, files),
    hasImage: (src) => imageExists(src, page.path, site, files.missing),
    findPartial(name, variables) {
      // What a partial is given, the partials in it are given too.
      const given = {...page.given, ...variables};
      const found = findPartial(name, folder, page.path, given, scope);
      if (typeof found !== 'string') {
        if (found.rule === 'partial-not-found') files.missing.add(path.join(folder, name));
        return found;
      }
      named.add(found);
      return {path: found, given};
    },
    includePartial(inclusion) {
      included.push(inclusion);
      return modules.includePartial(withVariables(importFrom(inclusion.path), inclusion.given));
    },
  });
  // Outside of Docusaurus, nobody asks for them.
  const element = site.locale !== undefined && anchors(tree, importModule);
  if (element) tree.children.push(element);
  modules.addImports(tree);
  return {problems, modules, named, included};
}

/** What the variables and functions in a file mean. */
function scopeOf(page: Page, config: MarkdocConfig, site: Site, isPartial: boolean): Scope {
  // What a site or a partial's tag gives one of our names to is what the name stands for.
  const own = {...config.variables, ...page.given};
  // A partial belongs to many pages: of theirs it learns where it is shown.
  const runtime = ['page', readerRoot, ...(isPartial ? ['markdoc'] : [])];
  return {
    variables: {
      page: factsOf(page, site, isPartial),
      ...(!isPartial && {markdoc: {frontmatter: page.frontMatter}}),
      ...own,
    },
    functions: {...Markdoc.functions, ...config.functions},
    tags: config.tags,
    nodes: config.nodes,
    runtime: new Set(runtime.filter((name) => !Object.hasOwn(own, name))),
  };
}

/** What of `$page` is known before the page is shown. */
function factsOf({path, frontMatter: {title}}: Page, {locale, versions}: Site, isPartial: boolean) {
  const version = versions?.get(path);
  return {
    ...(locale !== undefined && {locale}),
    ...(version !== undefined && {version}),
    // Docusaurus takes the title from a heading where it is not said here.
    ...(!isPartial && typeof title === 'string' && {title}),
  };
}
