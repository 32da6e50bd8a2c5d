import path from 'node:path';
import {createProcessorUncached} from '@docusaurus/mdx-loader/lib/processor.js';
import type {Options} from '../../src/options.js';
import remarkMarkdoc from '../../src/remark.js';
import {siteDir} from './page.js';
import type {Format} from './parse.js';

/**
 * Compiles pages as Docusaurus does: with all of its remark plugins around ours.
 *
 * @param options Our plugin's.
 */
export async function docusaurusCompiler(
  format: Format,
  options: Options = {},
  variables: Record<string, unknown> = {},
): Promise<(source: string, file: string, compilerName?: 'client' | 'server') => Promise<string>> {
  const processor = await createProcessorUncached({
    format,
    options: {
      admonitions: true,
      siteDir,
      staticDirs: [path.join(siteDir, 'static')],
      beforeDefaultRemarkPlugins: [[remarkMarkdoc, options, variables]],
      markdownConfig: {
        anchors: {maintainCase: false},
        emoji: true,
        mermaid: false,
        mdx1Compat: {comments: true, admonitions: false, headingIds: true},
        hooks: {onBrokenMarkdownLinks: 'throw', onBrokenMarkdownImages: 'throw'},
        remarkRehypeOptions: {},
        format,
        parseFrontMatter: async ({fileContent}) => ({frontMatter: {}, content: fileContent}),
      },
    },
  });
  return async (content, filePath, compilerName = 'client') =>
    (await processor.process({content, filePath, frontMatter: {}, compilerName})).content;
}
