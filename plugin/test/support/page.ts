import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {createProcessor} from '@mdx-js/mdx';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import {VFile} from 'vfile';
import {setSite} from '../../src/disk/site.js';
import type {Options} from '../../src/options.js';
import remarkMarkdoc from '../../src/remark.js';
import type {Format} from './parse.js';

/** A site's folder with pictures in `static` and `docs`, and nothing else. */
export const siteDir = fileURLToPath(new URL('site', import.meta.url));

setSite({siteDir, staticDirs: [path.join(siteDir, 'static')]});

export interface PageOptions extends Options {
  format?: Format;
  /** The page's file. It need not exist. */
  path?: string;
  frontMatter?: {readonly [key: string]: unknown};
}

/** Compiles a page to a module. Problems are its messages; nothing is thrown or printed unless `onProblem` says so. */
export async function compilePage(source: string, options: PageOptions = {}): Promise<VFile> {
  const {
    format = 'mdx',
    path: page = path.join(siteDir, 'docs/page.md'),
    frontMatter = {},
    ...given
  } = options;
  const processor = createProcessor({
    format,
    remarkPlugins: [[remarkMarkdoc, {onProblem: 'ignore', ...given}], remarkDirective, remarkGfm],
  });
  const file = new VFile({value: source, path: page, data: {frontMatter}});
  await processor.process(file);
  return file;
}

/** A problem as the files of expectations show it. */
export interface FoundProblem {
  rule: string;
  place: string;
  message: string;
  help: string | undefined;
}

/** The problems of a page. */
export async function checkPage(source: string, options?: PageOptions): Promise<FoundProblem[]> {
  const {messages} = await compilePage(source, options);
  return messages.map(({ruleId, line, column, reason, note}) => ({
    rule: ruleId ?? '',
    place: `${line}:${column}`,
    message: reason,
    help: note,
  }));
}

/** The problems of a page, as `rule line:column`. */
export async function rulesOf(source: string, options?: PageOptions): Promise<string[]> {
  return (await checkPage(source, options)).map(({rule, place}) => `${rule} ${place}`);
}
