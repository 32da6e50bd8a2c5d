import type {Config} from '@docusaurus/types';
import {contentKind} from './bundler/content-plugins.js';
import type {Options} from './options.js';
import remarkMarkdoc from './remark.js';

const pluginName = 'docusaurus-plugin-markdoc';

/** The preset that brings these plugins along. */
const contentPreset = /^(@docusaurus\/)?classic$|@docusaurus[\\/]preset-classic\b/;

type ModuleOptions = {[key: string]: unknown};

/**
 * Makes a site understand Markdoc: adds the plugin, and gives the remark plugin to every docs, blog and pages instance, in
 * presets and in plugins.
 *
 * A plugin of Docusaurus cannot do this by itself, for the options of the others are fixed before it is asked.
 *
 * @param config The site's config, or a function or a promise that gives it. It is not changed.
 * @returns What to export: a config, a function or a promise, as it was given.
 * @example
 * import {withMarkdoc} from 'docusaurus-plugin-markdoc';
 * export default withMarkdoc({title: 'My site', url: 'https://example.com', baseUrl: '/', presets: ['classic']});
 */
export function withMarkdoc(config: Config, options?: Options): Config;
export function withMarkdoc(
  config: () => Config | Promise<Config>,
  options?: Options,
): () => Promise<Config>;
export function withMarkdoc(config: Promise<Config>, options?: Options): Promise<Config>;
export function withMarkdoc(
  config: Config | Promise<Config> | (() => Config | Promise<Config>),
  options: Options = {},
): Config | Promise<Config> | (() => Promise<Config>) {
  if (typeof config === 'function') return async () => extendConfig(await config(), options);
  if (config instanceof Promise) return config.then((each) => extendConfig(each, options));
  return extendConfig(config, options);
}

function extendConfig(config: Config, options: Options): Config {
  const add = (given: unknown) => addRemarkPlugin(given, [remarkMarkdoc, options]);
  const extendPreset = extend(
    (name) => contentPreset.test(name),
    (given) => ({...given, docs: add(given.docs), blog: add(given.blog), pages: add(given.pages)}),
  );
  const extendPlugin = extend((name) => contentKind(name) !== undefined, add);
  return {
    ...config,
    presets: config.presets?.map(extendPreset) as Config['presets'],
    plugins: [
      ...(config.plugins ?? []).map(extendPlugin),
      [pluginName, options],
    ] as Config['plugins'],
  };
}

/** Changes the options of the presets or plugins that are meant, however they are written down. */
function extend(
  isMeant: (name: string) => boolean,
  change: (options: ModuleOptions) => unknown,
): (entry: unknown) => unknown {
  return (entry) => {
    const [name, options = {}] = Array.isArray(entry) ? entry : [entry];
    return typeof name === 'string' && isMeant(name) ? [name, change(options)] : entry;
  };
}

/** `false` switches a plugin of a preset off; nothing at all leaves it on. */
function addRemarkPlugin(options: unknown, remarkPlugin: unknown): unknown {
  if (options === false) return false;
  const given = (options ?? {}) as {beforeDefaultRemarkPlugins?: unknown[]};
  return {
    ...given,
    beforeDefaultRemarkPlugins: [remarkPlugin, ...(given.beforeDefaultRemarkPlugins ?? [])],
  };
}
