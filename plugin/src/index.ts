import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {createMDXLoaderItem} from '@docusaurus/mdx-loader';
import type {LoadContext, Plugin} from '@docusaurus/types';
import {siteConfig} from './node/markdoc-config.js';
import type {LoaderItem} from './node/partial-loader.js';
import {setSite} from './node/site.js';
import {flowError, flowPaths, siteFlow} from './node/site-flows.js';
import type {PluginOptions} from './options.js';
import remarkMarkdoc from './remark.js';

export {type Options, type PluginOptions, type Severity, validateOptions} from './options.js';
export {withMarkdoc} from './with-markdoc.js';

const folder = path.dirname(fileURLToPath(import.meta.url));

/** The Docusaurus plugin: compiles partials, and brings the theme's components along. Pages are the remark plugin's work. */
export default async function pluginMarkdoc(
  {siteDir, siteConfig: docusaurusConfig}: LoadContext,
  options: PluginOptions,
): Promise<Plugin<undefined>> {
  const partials = path.resolve(siteDir, options.partials);
  const flows = path.resolve(siteDir, options.flows);
  const staticDirs = docusaurusConfig.staticDirectories.map((each) => path.resolve(siteDir, each));
  setSite({siteDir, staticDirs});

  // Docusaurus compiles Markdown outside of the content folders too, but with no remark plugins.
  const items = new Map<string, Promise<LoaderItem>>();
  const createItem = (variables: Record<string, unknown>): Promise<LoaderItem> => {
    const key = JSON.stringify(variables);
    const item =
      items.get(key) ??
      (createMDXLoaderItem({
        admonitions: true,
        siteDir,
        staticDirs,
        markdownConfig: docusaurusConfig.markdown,
        isMDXPartial: () => true,
        isMDXPartialFrontMatterWarningDisabled: true,
        beforeDefaultRemarkPlugins: [[remarkMarkdoc, options, variables]],
        useCrossCompilerCache: docusaurusConfig.future.faster.mdxCrossCompilerCache,
      } as Parameters<typeof createMDXLoaderItem>[0]) as Promise<LoaderItem>);
    items.set(key, item);
    return item;
  };
  const loader = path.join(folder, 'node/partial-loader.js');

  return {
    name: 'docusaurus-plugin-markdoc',
    getThemePath: () => path.join(folder, 'theme'),
    getTypeScriptThemePath: () => path.join(folder, '../src/theme'),
    getClientModules: () => [path.join(folder, 'theme/markdoc.css')],
    getPathsToWatch: () => [path.join(flows, '**/*.{yaml,json}')],
    // The bundler reads the flows that pages use; a broken one fails the build even if none does.
    async loadContent() {
      const problems = [...flowPaths(flows).values()].flatMap((file) => siteFlow(file).problems);
      if (problems.length === 0) return;
      const error = flowError(problems);
      if (process.env.NODE_ENV === 'production') throw error;
      console.error(`[ERROR] ${error.message}`);
    },
    configureWebpack: () => ({
      module: {
        rules: [
          {
            test: /\.mdx?$/i,
            include: [partials + path.sep],
            use: [{loader, options: {createItem}}],
          },
          {
            test: /\.yaml$/,
            include: [flows + path.sep],
            type: 'javascript/auto',
            use: [{loader: path.join(folder, 'node/flow-loader.js')}],
          },
          // `resource`, not `test`: Docusaurus takes every rule whose `test` matches Markdown for one that compiles it.
          ...(options.config || options.components
            ? [
                {
                  resource: /\.mdx?$/i,
                  enforce: 'pre' as const,
                  use: [
                    {
                      loader: path.join(folder, 'node/page-loader.js'),
                      options: {dependencies: () => siteConfig(options, siteDir).dependencies},
                    },
                  ],
                },
              ]
            : []),
        ],
      },
    }),
  };
}
