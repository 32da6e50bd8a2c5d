import {readdir, readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

const plugin = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/**
 * Keeps the chooser small for those who load it, and away from those who do not: it, its style sheets included, and each flow become
 * files of their own.
 *
 * Docusaurus would load them on every page, also on those without a chooser: all style sheets, and what half of the pages use.
 */
export function flowsInBrowser(flows: string) {
  const alone = {chunks: 'all', enforce: true, priority: 60} as const;
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
    flowCheck: {...alone, name: 'flow-check', test: /[\\/]theme[\\/]FlowCheck[\\/]/},
    checkFile: {
      ...alone,
      name: 'check-file',
      priority: 62,
      test: ours('flow/check-file/', 'flow/combinations.', 'flow/nearest.'),
    },
    // What only those load who come with a link.
    link: {
      ...alone,
      priority: 62,
      test: ours(
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

/**
 * Links the style sheets of the chooser and of the check in the pages that have one, so that they are complete before any script has run: Docusaurus links
 * one style sheet in all pages, and leaves others to its scripts.
 *
 * @param outDir the folder of the built site
 */
export async function linkChooserStyles(outDir: string, baseUrl: string): Promise<void> {
  const styles = await readdir(path.join(outDir, 'assets/css')).catch((): string[] => []);
  const links = ['flow-chooser', 'flow-check', 'reader-values'].flatMap((name) => {
    const file = styles.find((each) => each.startsWith(`${name}.`) && each.endsWith('.css'));
    const link = `<link rel="stylesheet" href="${baseUrl}assets/css/${file}">`;
    return file ? [{mark: `data-${name}`, link}] : [];
  });
  const names = links.length > 0 ? await readdir(outDir, {recursive: true}) : [];
  for (const name of names.filter((each) => each.endsWith('.html'))) {
    const file = path.join(outDir, name);
    const html = await readFile(file, 'utf8');
    const wanted = links.flatMap(({mark, link}) => (html.includes(mark) ? link : [])).join('');
    if (wanted === '') continue;
    await writeFile(file, html.replace(/<link[^>]*\brel="?stylesheet"?[^>]*>/, `$&${wanted}`));
  }
}
