import path from 'node:path';
import type {MarkdownConfig} from '@docusaurus/types';
import {
  DEFAULT_PARSE_FRONT_MATTER,
  escapeMarkdownHeadingIds,
  unwrapMdxCodeBlocks,
} from '@docusaurus/utils';
import remarkComment from '@slorber/remark-comment';
import type {Root} from 'mdast';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import {unified} from 'unified';
import {VFileMessage} from 'vfile-message';
import {type Problem, problem} from '../problems.js';
import {limitGfmSearch, remarkTagSyntax} from '../syntax/index.js';

type Format = 'md' | 'mdx';
type FrontMatter = {readonly [key: string]: unknown};

/** A page that was read, but not yet parsed. */
export interface PageText {
  /** Its text as Docusaurus gives it to MDX. */
  readonly source: string;
  readonly format: Format;
  readonly frontMatter: FrontMatter;
  /** Why its front matter cannot be read. */
  readonly problems: readonly Problem[];
}

/** Reads pages as Docusaurus does, but only as far as the syntax tree. */
export class PageParser {
  readonly #markdown: MarkdownConfig;
  readonly #processors: Readonly<Record<Format, ReturnType<typeof processorFor>>>;

  constructor(markdown: MarkdownConfig) {
    this.#markdown = markdown;
    this.#processors = {md: processorFor('md', markdown), mdx: processorFor('mdx', markdown)};
  }

  /** What Docusaurus does before it parses a page: reads the front matter, which decides on the format. */
  async read(filePath: string, fileContent: string): Promise<PageText> {
    const {parseFrontMatter, preprocessor, mdx1Compat, format} = this.#markdown;
    let frontMatter: FrontMatter = {};
    const problems: Problem[] = [];
    try {
      const parsed = await parseFrontMatter({
        filePath,
        fileContent,
        defaultParseFrontMatter: DEFAULT_PARSE_FRONT_MATTER,
      });
      frontMatter = parsed.frontMatter;
    } catch (error) {
      problems.push(frontMatterProblem(error as Error));
    }
    const own = (frontMatter.mdx as {format?: string} | undefined)?.format;
    const named = own ?? format;
    const byExtension = path.extname(filePath) === '.md' ? 'md' : 'mdx';
    const content = preprocessor?.({filePath, fileContent}) ?? fileContent;
    // Places count from behind a byte order mark.
    const prepared = unwrapMdxCodeBlocks(content).replace(/^\uFEFF/, '');
    return {
      source: mdx1Compat.headingIds ? escapeMarkdownHeadingIds(prepared) : prepared,
      format: named === 'md' || named === 'mdx' ? named : byExtension,
      frontMatter,
      problems,
    };
  }

  /** The tree of a page, or the problem because of which there is none: MDX gives up at the first. */
  parse({source, format}: PageText): Root | Problem {
    try {
      return this.#processors[format].parse(source) as Root;
    } catch (error) {
      if (!(error instanceof VFileMessage)) throw error;
      const {place, reason} = error;
      const position = place && ('start' in place ? place : {start: place, end: place});
      return problem('mdx-syntax', reason, position);
    }
  }
}

/** In the order in which Docusaurus has them, for a later one is asked first. */
function processorFor(format: Format, {mdx1Compat}: MarkdownConfig) {
  return unified()
    .use(remarkParse)
    .use(format === 'mdx' ? [remarkMdx] : [])
    .use([remarkTagSyntax, limitGfmSearch])
    .use(remarkFrontmatter)
    .use(remarkDirective)
    .use(remarkGfm)
    .use(mdx1Compat.comments ? [remarkComment] : [])
    .freeze();
}

/** `mark` is where the YAML parser stopped; it counts from 0, and from the line of `---`. */
interface FrontMatterError extends Error {
  readonly mark?: {readonly line: number; readonly column: number};
  readonly reason?: string;
}

function frontMatterProblem({mark, reason, message}: FrontMatterError): Problem {
  const place = {line: (mark?.line ?? 0) + 1, column: (mark?.column ?? 0) + 1};
  return problem('front-matter-syntax', reason ?? message, {start: place, end: place});
}
