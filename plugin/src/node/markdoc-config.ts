import {existsSync, readdirSync, statSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import type {ConfigFunction, Schema} from '@markdoc/markdoc';
import {createJiti, type Jiti} from 'jiti';

/** Where a React component can be imported from. */
export interface ComponentSource {
  /** The absolute path of the module. */
  file: string;
  exported: string;
}

/** What a site defines for Markdoc. */
export interface MarkdocConfig {
  readonly tags: {readonly [name: string]: Schema};
  readonly nodes: {readonly [type: string]: Schema};
  readonly functions: {readonly [name: string]: ConfigFunction};
  readonly variables: {readonly [name: string]: unknown};
  /** Where a component is exported, by its name among the site's components, or by the component itself. */
  findComponent(render: unknown): ComponentSource | undefined;
  /** The names of the site's components; `undefined` where it has no module for them. */
  readonly componentNames: readonly string[] | undefined;
  /** Every file that this was made of. */
  readonly dependencies: readonly string[];
}

const parts = ['tags', 'nodes', 'functions', 'variables'] as const;
const extensions = ['.ts', '.tsx', '.mts', '.js', '.jsx', '.mjs', '.cjs'];

const noConfig: MarkdocConfig = {
  tags: {},
  nodes: {},
  functions: {},
  variables: {},
  findComponent: () => undefined,
  componentNames: undefined,
  dependencies: [],
};

/**
 * Loads what a site defines for Markdoc.
 *
 * The modules are loaded as the site wrote them, in TypeScript or JSX if need be, for the schemas in them. The components
 * are loaded too, so that a schema may name the component itself, but nothing of them runs here: it is the page that imports them.
 *
 * @param config A module that exports Markdoc's `Config`, or a folder with `tags`, `nodes`, `functions`, `variables` and
 *   `config` beside each other, as Markdoc's own plugin for Next.js has it.
 * @param components A module that exports the components which the schemas name.
 */
export function loadMarkdocConfig(
  config: string | undefined,
  components: string | undefined,
): MarkdocConfig {
  if (config === undefined && components === undefined) return noConfig;
  const jiti = createLoader();
  const read = (file: string): Exports => jiti(file);
  const given =
    config === undefined
      ? {}
      : isFolder(config)
        ? readFolder(config, read)
        : unwrap(read(resolveModule(config)));
  const componentFile = components === undefined ? undefined : resolveModule(components);
  const componentExports = componentFile === undefined ? undefined : read(componentFile);

  const loaded = Object.entries(jiti.cache).filter(
    ([file]) => !/[\\/]node_modules[\\/]/.test(file),
  );
  const byComponent = new Map<unknown, ComponentSource>();
  for (const [file, module] of loaded) {
    for (const [exported, value] of exportsOf(module.exports)) {
      if (isComponent(value)) byComponent.set(value, {file, exported});
    }
  }
  const byName = new Map<string, ComponentSource>();
  for (const [exported] of exportsOf(componentExports)) {
    if (componentFile !== undefined) byName.set(exported, {file: componentFile, exported});
  }
  return {
    tags: {...(given.tags as MarkdocConfig['tags'])},
    nodes: {...(given.nodes as MarkdocConfig['nodes'])},
    functions: {...(given.functions as MarkdocConfig['functions'])},
    variables: {...(given.variables as MarkdocConfig['variables'])},
    findComponent: (render) =>
      typeof render === 'string' ? byName.get(render) : byComponent.get(render),
    componentNames: componentExports && [...byName.keys()],
    dependencies: loaded.map(([file]) => file),
  };
}

let current: {key: string; stamp: string; config: MarkdocConfig} | undefined;

/**
 * What the site defines, loaded once, and again when one of its files has changed: the development server lives on.
 *
 * @param siteDir The site's folder, from which the options' paths start.
 */
export function siteConfig(
  {config, components}: {config?: string | undefined; components?: string | undefined},
  siteDir: string,
): MarkdocConfig {
  const absolute = (file: string | undefined) => file && path.resolve(siteDir, file);
  const key = JSON.stringify([absolute(config), absolute(components)]);
  if (current?.key !== key || current.stamp !== stampOf(current.config.dependencies)) {
    const loaded = loadMarkdocConfig(absolute(config), absolute(components));
    current = {key, stamp: stampOf(loaded.dependencies), config: loaded};
  }
  return current.config;
}

function stampOf(files: readonly string[]): string {
  return files.map((file) => statSync(file, {throwIfNoEntry: false})?.mtimeMs).join();
}

type Exports = {readonly [name: string]: unknown};

function createLoader(): Jiti {
  const options = {jsx: {runtime: 'automatic'}, moduleCache: true, interopDefault: false} as const;
  const scripts = createJiti(import.meta.url, options);
  const jiti = createJiti(import.meta.url, {
    ...options,
    // The cache knows the files, not what is made of them here; `scripts` has its own.
    fsCache: false,
    extensions: [...extensions, ...assets],
    transform({source, filename = '', ...rest}) {
      if (assets.includes(path.extname(filename))) return {code: standIn};
      // What exists only in the bundle has a stand-in here: nothing of a component runs.
      const code = source.replace(bundled, (_, before: string) => before + standInFile);
      return {code: scripts.transform({source: code, filename, ...rest})};
    },
  });
  // Every load starts afresh: the development server loads the modules again when one of them has changed.
  for (const file of Object.keys(jiti.cache)) {
    if (!/[\\/]node_modules[\\/]/.test(file)) delete jiti.cache[file];
  }
  return jiti;
}

/** Files that a bundler makes modules of. */
const assets = [
  '.css',
  '.scss',
  '.sass',
  '.less',
  '.svg',
  '.png',
  '.jpg',
  '.jpeg',
  '.gif',
  '.webp',
];

/** Imports of what Docusaurus provides to the bundle under names of its own. */
const bundled =
  /(\b(?:from|import)\s*\(?\s*)(['"])@(?:theme|theme-original|theme-init|docusaurus|generated)\/[^'"]*\2/g;

/** A module that has every export: one that stands for all. What loaders ask a module about itself it does not have. */
const standIn = `const all = new Proxy(function () {}, {
  get: (_, name) => (name === '__esModule' ? true : /^(__|then$)/.test(String(name)) ? undefined : all),
});
module.exports = all;`;
const standInFile = JSON.stringify(fileURLToPath(new URL('./stand-in.css', import.meta.url)));

function isFolder(file: string): boolean {
  const isThere = statSync(file, {throwIfNoEntry: false})?.isDirectory() ?? false;
  return isThere && findModule(path.join(file, 'index')) === undefined;
}

function readFolder(folder: string, read: (file: string) => Exports): Exports {
  const at = (name: string): Exports => {
    const file =
      findModule(path.join(folder, name)) ?? findModule(path.join(folder, name, 'index'));
    return file === undefined ? {} : unwrap(read(file));
  };
  const config = at('config');
  const merged = parts.map((part) => [part, {...(config[part] as Exports), ...at(part)}]);
  if (merged.every(([, part]) => Object.keys(part as object).length === 0)) {
    throw new Error(
      `There is no Markdoc configuration in ${folder}: expected ${parts.join(', ')} or config`,
    );
  }
  return Object.fromEntries(merged);
}

function findModule(file: string): string | undefined {
  if (path.extname(file) && existsSync(file)) return file;
  return extensions.map((extension) => file + extension).find((each) => existsSync(each));
}

function resolveModule(file: string): string {
  const found = findModule(file) ?? findModule(path.join(file, 'index'));
  if (found) return found;
  const folder = path.dirname(file);
  const beside = existsSync(folder) ? readdirSync(folder).join(', ') : 'nothing';
  throw new Error(`Cannot find the module ${file}; in its folder there is ${beside}`);
}

/** A module's default export, where it has nothing else to say. */
function unwrap(module: Exports): Exports {
  const fallback = module.default;
  return fallback !== null && typeof fallback === 'object'
    ? {...(fallback as Exports), ...withoutDefault(module)}
    : withoutDefault(module);
}

function withoutDefault({default: _, ...named}: Exports): Exports {
  return named;
}

function exportsOf(module: unknown): [string, unknown][] {
  return module !== null && typeof module === 'object' ? Object.entries(module) : [];
}

/** A function, or what `memo` and `forwardRef` return. */
function isComponent(value: unknown): boolean {
  return (
    typeof value === 'function' ||
    (value !== null && typeof value === 'object' && '$$typeof' in value)
  );
}
