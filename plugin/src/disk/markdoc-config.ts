import {existsSync, readdirSync, statSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import type {Jiti} from 'jiti';
import type {ComponentSource, MarkdocConfig} from '../markdoc/config.js';
import {builtInSchemas} from '../tags/site-tags.js';
import {packages} from './packages.js';

/** What the configuration comes from, whether or not it could be loaded. */
export interface ConfigFiles {
  /** Every file that was read. */
  readonly dependencies: readonly string[];
  /** Paths that were looked for in vain: once one is there, the configuration may be another. */
  readonly missing: readonly string[];
}

/** A configuration, or why there is none. */
type Loaded = ConfigFiles & ({readonly config: MarkdocConfig} | {readonly error: Error});

const parts = ['tags', 'nodes', 'functions', 'variables'] as const;
const extensions = ['.ts', '.tsx', '.mts', '.js', '.jsx', '.mjs', '.cjs'];

const noConfig: MarkdocConfig = {
  tags: {},
  nodes: {},
  functions: {},
  variables: {},
  findComponent: () => undefined,
  componentNames: undefined,
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
function loadMarkdocConfig(config: string | undefined, components: string | undefined): Loaded {
  if (config === undefined && components === undefined) {
    return {config: noConfig, dependencies: [], missing: []};
  }
  const files = new Set<string>();
  const missing = new Set<string>();
  const jiti = createLoader((file) => files.add(file));
  // What is being loaded, for the error.
  let entry = config ?? components;
  const read: Read = (file) => {
    entry = file;
    files.add(file);
    return jiti(file);
  };
  const loadedModules = () => Object.entries(jiti.cache).filter(([file]) => isOwn(file));
  const filesRead = (): ConfigFiles => ({
    dependencies: [...new Set([...loadedModules().map(([file]) => file), ...files])],
    missing: [...missing],
  });
  const restore = hideModules(jiti.cache);
  try {
    const given = config === undefined ? {} : readConfig(config, read, missing);
    entry = components;
    const componentFile = components && resolveModule(components, missing);
    const componentExports = componentFile ? read(componentFile) : undefined;

    const byComponent = new Map<unknown, ComponentSource>();
    for (const [file, module] of loadedModules()) {
      for (const [exported, value] of exportsOf(module.exports)) {
        if (isComponent(value)) byComponent.set(value, {file, exported});
      }
    }
    const byName = new Map<string, ComponentSource>();
    for (const [exported] of exportsOf(componentExports)) {
      if (componentFile) byName.set(exported, {file: componentFile, exported});
    }
    return {
      config: {
        ...noConfig,
        ...Object.fromEntries(parts.map((part) => [part, {...(given[part] as object)}])),
        findComponent: (render) =>
          typeof render === 'string' ? byName.get(render) : byComponent.get(render),
        componentNames: componentExports && [...byName.keys()],
      },
      ...filesRead(),
    };
  } catch (cause) {
    // A module that failed is not among the loaded ones.
    for (const each of missingImports(cause)) missing.add(each);
    return {error: configError(cause, entry ?? ''), ...filesRead()};
  } finally {
    restore();
  }
}

/**
 * Every load starts afresh: the development server loads the modules again when one of them has changed. The cache is Node's own, so what
 * others have in it is put back, and what the load brought in does not stay.
 */
function hideModules(cache: Jiti['cache']): () => void {
  const clear = () => {
    const own = Object.entries(cache).filter(([file]) => isOwn(file));
    for (const [file] of own) delete cache[file];
    return own;
  };
  const others = clear();
  return () => {
    clear();
    for (const [file, module] of others) cache[file] = module;
  };
}

/** The error that says which file of the configuration could not be loaded. It is a plain one, for webpack's cache can write no other. */
function configError(cause: unknown, file: string): Error {
  const {message, stack} = cause instanceof Error ? cause : {message: String(cause), stack: ''};
  const context = message.startsWith(ours) ? '' : `Cannot load the Markdoc configuration ${file}: `;
  const error = new Error(context + message);
  const frames = stack?.match(/(?:^ +at .*\n?)+/m)?.[0];
  error.stack = `Error: ${error.message}${frames ? `\n${frames}` : ''}`;
  return error;
}

/** Where a module might be that another one imports by a relative path. */
function missingImports(error: unknown): string[] {
  const {message, code} = error as {message?: string; code?: string};
  if (code !== 'MODULE_NOT_FOUND') return [];
  const [, name = '', from = ''] =
    /Cannot find module '(.+?)'\s+Require stack:\s+- (.+)/.exec(message ?? '') ?? [];
  if (!/^\.{0,2}[\\/]/.test(name)) return [];
  const file = path.resolve(path.dirname(from), name);
  return [file, ...extensions.map((extension) => file + extension)];
}

let current: {key: string; stamp: string; loaded: Loaded} | undefined;

/**
 * What the site defines, loaded once, and again when one of its files has changed: the development server lives on. What
 * cannot be loaded is not tried again before that either.
 */
function currentConfig({config, components}: ConfigPaths, siteDir: string): Loaded {
  const absolute = (file: string | undefined) => file && path.resolve(siteDir, file);
  const key = JSON.stringify([absolute(config), absolute(components)]);
  if (current?.key !== key || current.stamp !== stampOf(current.loaded)) {
    const loaded = loadMarkdocConfig(absolute(config), absolute(components));
    current = {key, stamp: stampOf(loaded), loaded};
  }
  return current.loaded;
}

/** The options that say where the configuration is. */
export interface ConfigPaths {
  readonly config?: string | undefined;
  readonly components?: string | undefined;
}

/**
 * What the site defines.
 *
 * @param siteDir The site's folder, from which the options' paths start.
 * @throws An error that names the file, as long as the configuration cannot be loaded.
 */
export function siteConfig(options: ConfigPaths, siteDir: string): MarkdocConfig {
  const loaded = currentConfig(options, siteDir);
  if ('error' in loaded) throw loaded.error;
  return loaded.config;
}

/** The files that {@link siteConfig} depends on, also where it throws. */
export function siteConfigFiles(options: ConfigPaths, siteDir: string): ConfigFiles {
  return currentConfig(options, siteDir);
}

/** The folder of a missing file changes when the file comes. */
function stampOf({dependencies, missing}: ConfigFiles): string {
  return [...dependencies, ...new Set(missing.map((file) => path.dirname(file)))]
    .map((file) => statSync(file, {throwIfNoEntry: false})?.mtimeMs)
    .join();
}

type Exports = {readonly [name: string]: unknown};
type Read = (file: string) => Exports;

/** @param onRead Called with each file before it is compiled: it may be the one that fails. */
function createLoader(onRead: (file: string) => void): Jiti {
  const options = {jsx: {runtime: 'automatic'}, moduleCache: true, interopDefault: false} as const;
  const {createJiti} = packages.jiti();
  const scripts = createJiti(import.meta.url, options);
  return createJiti(import.meta.url, {
    ...options,
    // The cache knows the files, not what is made of them here; `scripts` has its own.
    fsCache: false,
    virtualModules: {'docusaurus-plugin-markdoc/tags': {tags: builtInSchemas}},
    extensions: [...extensions, ...assets],
    transform({source, filename = '', ...rest}) {
      if (isOwn(filename)) onRead(filename);
      if (assets.includes(path.extname(filename))) return {code: standIn};
      // What exists only in the bundle has a stand-in here: nothing of a component runs.
      const code = source.replace(bundled, (_, before: string) => before + standInFile);
      return {code: scripts.transform({source: code, filename, ...rest})};
    },
  });
}

/** Files that a bundler makes modules of. */
const assets = '.css .scss .sass .less .svg .png .jpg .jpeg .gif .webp'.split(' ');

/** Imports of what Docusaurus provides to the bundle under names of its own, and of our hooks, which import such things. */
const bundled =
  /(\b(?:from|import)\s*\(?\s*)(['"])(?:@(?:theme|theme-original|theme-init|docusaurus|generated)\/[^'"]*|docusaurus-plugin-markdoc\/client)\2/g;

/** A module that has every export: one that stands for all. What loaders ask a module about itself it does not have. */
const standIn = `const all = new Proxy(function () {}, {
  get: (_, name) => (name === '__esModule' ? true : /^(__|then$)/.test(String(name)) ? undefined : all),
});
module.exports = all;`;
const standInPath = fileURLToPath(new URL('./stand-in.css', import.meta.url));
const standInFile = JSON.stringify(standInPath);

/** Whether a file is the site's own: installed packages do not change. */
function isOwn(file: string): boolean {
  return path.isAbsolute(file) && file !== standInPath && !/[\\/]node_modules[\\/]/.test(file);
}

function readConfig(config: string, read: Read, missing: Set<string>): Exports {
  const isFolder =
    isDirectory(config) && findFile(path.join(config, 'index'), missing) === undefined;
  return isFolder
    ? readFolder(config, read, missing)
    : unwrap(read(resolveModule(config, missing)));
}

function readFolder(folder: string, read: Read, missing: Set<string>): Exports {
  const at = (name: string): Exports => {
    const file = findModule(path.join(folder, name), missing);
    return file === undefined ? {} : unwrap(read(file));
  };
  const config = at('config');
  const merged = parts.map((part) => [part, {...(config[part] as Exports), ...at(part)}]);
  if (merged.every(([, part]) => Object.keys(part as object).length === 0)) {
    throw new Error(`${ours} in ${folder}: expected ${parts.join(', ')} or config`);
  }
  return Object.fromEntries(merged);
}

/** How our own error begins; it names the folder already. */
const ours = 'There is no Markdoc configuration';

function findModule(file: string, missing: Set<string>): string | undefined {
  return findFile(file, missing) ?? findFile(path.join(file, 'index'), missing);
}

/** @param missing Takes in the paths at which there is nothing. */
function findFile(file: string, missing: Set<string>): string | undefined {
  const folder = path.dirname(file);
  if (!isDirectory(folder)) {
    missing.add(folder);
    return undefined;
  }
  const candidates = extensions.map((extension) => file + extension);
  return [...(path.extname(file) ? [file] : []), ...candidates].find((each) => {
    if (existsSync(each)) return true;
    missing.add(each);
    return false;
  });
}

function isDirectory(file: string): boolean {
  return statSync(file, {throwIfNoEntry: false})?.isDirectory() ?? false;
}

function resolveModule(file: string, missing: Set<string>): string {
  const found = findModule(file, missing);
  if (found) return found;
  const folder = path.dirname(file);
  const beside = existsSync(folder) ? readdirSync(folder).join(', ') : 'nothing';
  throw new Error(`Cannot find the module ${file}; in its folder there is ${beside}`);
}

/** A module's default export, where it has nothing else to say. */
function unwrap({default: fallback, ...named}: Exports): Exports {
  return typeof fallback === 'object' ? {...fallback, ...named} : named;
}

function exportsOf(module: unknown): [string, unknown][] {
  return typeof module === 'object' ? Object.entries(module ?? {}) : [];
}

/** A function, or what `memo` and `forwardRef` return. */
function isComponent(value: unknown): boolean {
  return typeof value === 'function' || '$$typeof' in Object(value);
}
