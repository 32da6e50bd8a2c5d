import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {formats} from '../flow/formats/index.js';

const plugin = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/**
 * Gives what several pages share of choosers and of the reader's values files of their own: Docusaurus would load on every page, also on
 * those without a chooser, what half of the pages use.
 *
 * What one page alone has is left to the bundler, for each file makes the list of files longer that all pages load.
 */
export function flowsInBrowser(flows: string) {
  const shared = {
    chunks: 'all',
    enforce: true,
    minChunks: 2,
    priority: 60,
    // Style sheets stay in the one that Docusaurus has for all pages: for others, every page would get code that loads them.
    type: /^javascript/,
  } as const;
  const cacheGroups = {
    flowChooser: {
      ...shared,
      name: 'flow-chooser',
      // Wherever its components are: they can be swizzled.
      test: anyOf(
        /[\\/]theme[\\/]FlowChooser[\\/]/,
        // Of the engine, only what every chooser needs: not what reads links, nor what checks files. Of formats, how they are written.
        /[\\/]flow[\\/]formats[\\/](?:format|[^\\/]+[\\/]spell)\.js$/,
        ours('client/browser-styles', 'client/chooser-sheet', 'client/copy-text'),
        ours('client/flow-state', 'client/hand-over', 'client/remember', 'client/stored-answers'),
        ours('client/load-on-demand', 'client/messages/answers'),
        ours('client/use-code-block', 'client/use-flow', 'client/use-prism-theme'),
        ours(
          'flow/engine',
          'flow/ask',
          'flow/judge',
          'flow/resolve',
          'flow/spell',
          'flow/write',
          'flow/evaluate',
        ),
        ours('flow/fault', 'flow/messages', 'flow/encode-share', 'flow/parse-list'),
      ),
    },
    readerValues: {
      ...shared,
      name: 'reader-values',
      test: anyOf(
        /[\\/]theme[\\/]Flow(Value|Fence|Branch|Notice)[\\/]/,
        ours('client/safe-in-fence', 'client/shown-values', 'client/stored-value'),
      ),
    },
    flowCheck: {
      ...shared,
      test: anyOf(
        /[\\/]theme[\\/]FlowCheck[\\/]/,
        ours('client/check-styles', 'client/messages/findings', 'client/use-check'),
        ours('flow/existing/'),
        /[\\/]flow[\\/]formats[\\/](?:value-text|[^\\/]+[\\/](?!spell|index)[\w-]+)\.js$/,
        packagesOfReaders(),
      ),
    },
    flows: {...shared, test: startsWith(flows + path.sep)},
  };
  return {
    optimization: {splitChunks: {cacheGroups}},
    // What readers without JavaScript see is rendered on the server only.
    resolve: {alias: {'@theme/FlowChooser/Static': '@docusaurus/Noop'}},
  };
}

/** The packages with which files of the formats are read. */
function packagesOfReaders(): RegExp {
  const names = Object.values(formats).flatMap(({readerPackages}) => readerPackages);
  return new RegExp(`[\\\\/]node_modules[\\\\/](?:${names.join('|')})[\\\\/]`);
}

/** The modules of this package whose paths start like this. */
function ours(...parts: readonly string[]): RegExp {
  return anyOf(...parts.map((part) => startsWith(path.join(plugin, part))));
}

function anyOf(...patterns: readonly RegExp[]): RegExp {
  return new RegExp(patterns.map(({source}) => source).join('|'));
}

function startsWith(text: string): RegExp {
  return new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
}
