/** Writes the results as a page of the documentation. By itself, from bench/results.json: `node bench/page.mjs`. */
import fs from 'node:fs';
import {fileURLToPath, pathToFileURL} from 'node:url';

/** @typedef {{id: string, unit: string, ours: number | null, native: number | null, ratio: number | null, command: string}} Row */
/**
 * @typedef {object} Results
 * @property {{node: string, platform: string, processors: number, memory: string}} environment
 * @property {Row[]} rows
 */

const page = fileURLToPath(new URL('../content/docs/authors/performance.md', import.meta.url));
const resultsFile = fileURLToPath(new URL('results.json', import.meta.url));

/** What the rows are, in words; `N` stands for a number of pages. The others are left to bench/results.json. */
const builds = /** @type {const} */ ([
  ['cold-N', 'build without any cache, MDX'],
  ['cold-N-cpu', 'the same, CPU time'],
  ['memory-N', 'the same, peak memory'],
  ['cold-N-md', 'build without any cache, CommonMark'],
  ['cold-N-md-cpu', 'the same, CPU time'],
  ['memory-N-md', 'the same, peak memory'],
  ['warm-N', 'build with nothing changed since the last one'],
  ['page-rebuild', 'build after one page changed'],
  ['partial-rebuild', 'build after a partial changed that all pages include'],
  [
    'cold-growth',
    'time for each page added to a large site, over that for each page added to a small one',
  ],
  ['check-N', '`docusaurus markdoc:check`; beside it the build without a cache'],
]);

const compiling = /** @type {const} */ ([
  ['compile-page', 'a page'],
  ['compile-page-parse', 'from text to the Markdown tree'],
  ['compile-page-tags', 'checking and lowering tags'],
  ['compile-page-remark', 'Docusaurus’s plugins'],
  ['compile-page-hast', 'from the Markdown tree to the HTML tree'],
  ['compile-page-estree', 'from the HTML tree to the JavaScript tree'],
  ['compile-page-print', 'from the JavaScript tree to text'],
]);

const readers = /** @type {const} */ ([
  ['chooser-gzip', 'scripts and style sheets that a chooser adds to its page, gzip'],
  ['chooser-brotli', 'the same, Brotli'],
  ['other-page-gzip', 'what a chooser adds to a page without one, gzip'],
  ['other-page-brotli', 'the same, Brotli'],
  [
    'further-page-gzip',
    'for comparison, what a further page of text adds to each of the others, gzip',
  ],
  ['further-page-brotli', 'the same, Brotli'],
  ['keystroke-p50', 'script for a keystroke in a chooser, half of them at most'],
  ['keystroke-p95', 'the same, 95 of 100 at most'],
]);

/** @param {Results} results */
export function writePage(results) {
  fs.writeFileSync(page, pageText(results));
}

/** @param {Results} results */
function pageText({environment, rows}) {
  const {node, platform, processors, memory} = environment;
  const commands = [...new Set(rows.map(({command}) => command))];
  const pages = /-(\d+)$/.exec(rows.find(({id}) => /^cold-\d+$/.test(id))?.id ?? '')?.[1] ?? '300';
  /** @param {readonly (readonly [string, string])[]} list @param {string} suffix */
  const table = (list, suffix = '') =>
    list.flatMap(([name, description]) => {
      const row = rows.find(({id}) => id === name.replace('N', pages) + suffix);
      if (!row || row.ours === null) return [];
      const cells = [description, value(row, row.ours), value(row, row.native), ratio(row)];
      return [`| ${cells.join(' | ')} |`];
    });
  const header = '| | Markdoc tags | native syntax | ratio |\n| --- | --- | --- | --- |';
  const readerRows = table(readers).map((line) => line.replace(/( \| –){2} \|$/, ' |'));
  return `---
title: Performance
slug: /authors/performance
description: What Markdoc tags cost in time, memory and bytes, beside Docusaurus's own syntax.
---

<!-- Written by \`npm run bench\`: do not edit. -->

# Performance

The same pages, once with Markdoc tags and once in Docusaurus's own syntax, built in turn on one machine. Times differ from machine to machine: the
ratio (Markdoc tags over native syntax) is the result, and below 1 is faster or smaller.

## ${pages} pages

Every page has about 13 kB, with lists, tables, code, links, three admonitions, three pictures and a partial, in collapsed categories of 25.

${header}
${table(builds).join('\n')}

Docusaurus's CommonMark format has no partials: there, the native pages hold a copy of its text, about 4 % of a page.

With the plugin, a compiled page refers to React's JSX runtime once, and not at every element: bundlers keep a record of every reference
to an import. That is most of the difference in memory, and about half of that in time. All pages of a site gain by it, with tags or
without.

## Compiling one page

CPU time of the MDX loader, without the bundler, on one thread: of each page the quickest of ten rounds, and the mean of all pages.

Parsing takes less time with the plugin mostly because it spares pages GFM's search for bare addresses and tables where there can be none:
all pages of a site, with tags or without. A site without the plugin has no such thing.

As MDX:

${header}
${table(compiling).join('\n')}

As CommonMark:

${header}
${table(compiling, '-md').join('\n')}

${
  readerRows.length === 0
    ? ''
    : `## What readers get

| | |
| --- | --- |
${readerRows.join('\n')}

Pages with neither a chooser nor a check load no file of them. They get the names of these files, in the list that the bundler has on every
page; where several pages share a chooser or a flow, the list has a file more. What a further page of text costs the others is mostly its
place in the sidebar and among the routes. A site's first flow also brings [a script of 0.7 kB](reader-values.md#what-it-costs) into the head of
all pages, by which they know what the reader has entered. That is not in this table.

Counted are scripts and style sheets, with those that the first use of a field loads. What the page itself holds of a chooser (its form and styles, and
for readers without JavaScript the files of every combination of choices) is not. Keystrokes are typed into Chromium with its processor
slowed four times.

`
}## How this was measured

\`\`\`bash
${commands.join('\n')}
\`\`\`

Builds are medians of the rounds, 3 where the command does not say how many, and so are the ratios of two builds. CPU time and memory are
those of the Docusaurus process with all its threads. Node ${node.slice(1)}, ${platform}, ${processors} processors, ${memory}.
`;
}

/** @param {Row} row @param {number | null} number */
function value({unit}, number) {
  if (number === null) return '–';
  return `${unit === 'bytes' ? Math.round(number) : Number(number.toPrecision(3))} ${unit}`.replace(
    ' ×',
    '',
  );
}

/** @param {Row} row */
function ratio({ratio}) {
  return ratio === null ? '–' : ratio.toFixed(2);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writePage(JSON.parse(fs.readFileSync(resultsFile, 'utf8')));
}
