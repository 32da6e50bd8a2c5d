import {existsSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import type {LoadedContent} from '@docusaurus/plugin-content-docs';
import type {AllContent, LoadContext, Plugin} from '@docusaurus/types';
import {aliasedSitePathToRelativePath} from '@docusaurus/utils';
import {flowsInBrowser} from './bundler/flow-chunks.js';
import {bundlerRules, loaderAliases} from './bundler/rules.js';
import {readerScript} from './client/reader-script.js';
import {addCheckCommand} from './commands/check.js';
import {addFlowCommand} from './commands/flow.js';
import {contentFolders} from './disk/content-folders.js';
import {flowPaths} from './disk/flow-files.js';
import {setSite} from './disk/site.js';
import {flowError, unusedFlowProblems} from './disk/site-flows.js';
import type {PluginOptions} from './options.js';
import remarkMarkdoc from './remark.js';

export {type Options, type PluginOptions, type Severity, validateOptions} from './options.js';
export {withMarkdoc} from './with-markdoc.js';

const folder = path.dirname(fileURLToPath(import.meta.url));

/** The Docusaurus plugin: compiles partials, and brings the theme's components along. Pages are the remark plugin's work. */
export default function pluginMarkdoc(
  context: LoadContext,
  options: PluginOptions,
): Plugin<undefined> {
  const {siteDir, siteConfig, i18n} = context;
  const staticDirs = siteConfig.staticDirectories.map((each) => path.resolve(siteDir, each));
  const site = {siteDir, staticDirs, locale: i18n.currentLocale};
  const folders = contentFolders(siteDir, options);
  const {flows, partials} = folders;
  const rules = bundlerRules(site, siteConfig, folders, [remarkMarkdoc, options]);
  setSite(site);

  return {
    name: 'docusaurus-plugin-markdoc',
    getThemePath: () => path.join(folder, 'theme'),
    getTypeScriptThemePath: () => path.join(folder, '../src/theme'),
    getClientModules: () => [
      path.join(folder, 'theme/markdoc.css'),
      // Every page with a partial imports this. As no bundler splits up what is so small, each would have a copy of its own.
      ...(existsSync(partials) ? [path.join(folder, 'client/unique-partial-ids.js')] : []),
    ],
    // Docusaurus looks for texts to translate in the theme and here.
    getPathsToWatch: () => [
      path.join(flows, '**/*.{yaml,json}'),
      path.join(folder, 'client/messages'),
    ],
    // The bundler reads the flows that pages use; a broken one fails the build even if none does.
    async loadContent() {
      const problems = unusedFlowProblems(flows);
      if (problems.length === 0) return;
      const error = flowError(problems);
      if (process.env.NODE_ENV === 'production') throw error;
      console.error(`[ERROR] ${error.message}`);
    },
    // Docusaurus makes the pages after this.
    allContentLoaded({allContent}) {
      setSite({...site, versions: versionsOf(allContent, siteDir)});
    },
    injectHtmlTags: () =>
      flowPaths(flows).size > 0
        ? {headTags: [{tagName: 'script', innerHTML: readerScript(context.siteStorage.namespace)}]}
        : {},
    extendCli(cli) {
      addCheckCommand(cli, context, options);
      addFlowCommand(cli, flows);
    },
    configureWebpack: (_config, isServer) => ({
      module: {rules},
      resolveLoader: {alias: loaderAliases},
      ...(!isServer && flowsInBrowser(flows)),
    }),
  };
}

/** The labels of the versions that pages of docs belong to, by the pages' absolute paths. */
function versionsOf(allContent: AllContent, siteDir: string): Map<string, string> {
  const instances = Object.values(allContent['docusaurus-plugin-content-docs'] ?? {});
  const versions = instances.flatMap((content) => (content as LoadedContent).loadedVersions);
  return new Map(
    versions.flatMap(({label, docs}) =>
      docs.map(({source}) => [path.join(siteDir, aliasedSitePathToRelativePath(source)), label]),
    ),
  );
}
