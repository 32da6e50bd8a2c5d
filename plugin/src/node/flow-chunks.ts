import path from 'node:path';
import {fileURLToPath} from 'node:url';

const plugin = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/**
 * Keeps the chooser small for those who load it, and away from those who do not: it and each flow become files of their own.
 *
 * Docusaurus would load on every page, also on those without a chooser, what half of the pages use.
 */
export function flowsInBrowser(flows: string) {
  // Style sheets stay in the one that Docusaurus has for all pages: for others, every page would get code that loads them.
  const alone = {chunks: 'all', enforce: true, priority: 60, type: /^javascript/} as const;
  const cacheGroups = {
    flowChooser: {
      ...alone,
      name: 'flow-chooser',
      // Wherever its components are: they can be swizzled.
      test: anyOf(
        /[\\/]theme[\\/]FlowChooser[\\/]/,
        ours(
          'flow/',
          'client/copy-text',
          'client/flow-state',
          'client/remember',
          'client/stored-answers',
          'client/use-code-block',
          'client/use-flow',
        ),
      ),
    },
    readerValues: {
      ...alone,
      name: 'reader-values',
      test: anyOf(
        /[\\/]theme[\\/]Flow(Value|Fence|Branch|Notice)[\\/]/,
        ours('client/safe-in-fence', 'client/shown-values', 'client/stored-value'),
      ),
    },
    // The form of the check, and what is loaded when a reader uses it.
    flowCheck: {
      ...alone,
      test: anyOf(/[\\/]theme[\\/]FlowCheck[\\/]/, ours('client/check-text')),
    },
    checkFile: {
      ...alone,
      priority: 62,
      test: ours('flow/check-file/', 'flow/combinations.', 'flow/nearest.'),
    },
    // What few readers need: those who come with a link, and those whose browser copies in the old way only.
    seldom: {
      ...alone,
      name: 'flow-seldom',
      priority: 62,
      test: ours(
        'client/copy-selected',
        'flow/decode-share.',
        'flow/assignment-messages.',
        'flow/answer-messages.',
        'flow/check.',
      ),
    },
    flows: {...alone, test: startsWith(flows + path.sep)},
  };
  return {
    optimization: {splitChunks: {cacheGroups}},
    // What readers without JavaScript see is rendered on the server only.
    resolve: {alias: {'@theme/FlowChooser/Static': '@docusaurus/Noop'}},
  };
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
