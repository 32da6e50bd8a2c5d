import {mayHaveFences} from './fences.js';
import type {PageText} from './parse-page.js';

/**
 * The outline of a page: what something can be wrong with, which is its tags and the fences that are checked, and what these stand in.
 * Most of a page is prose, and most of the time goes into parsing it.
 *
 * An outline without a problem means a page without one. The places in it are not the page's, and its prose is not whole: where there is
 * a problem, the page itself is to be asked.
 *
 * @returns `undefined` for a page that has none, because something in it may go on over blank lines.
 */
export function outlineOf(page: PageText): PageText | undefined {
  const blocks = blocksOf(page.source, page.format === 'mdx' ? ofMdx : undefined);
  if (!blocks) return undefined;
  const outline: string[] = [];
  for (const block of blocks) {
    const text = outlineOfBlock(block);
    if (text !== prose || outline.at(-1) !== prose) outline.push(text);
  }
  return {...page, source: outline.join('\n\n')};
}

/** What stands for any number of paragraphs, headings and the like: it ends lists before it, as they do. */
const prose = 'A';

/** The lines between two blank ones. A fence is not torn apart. */
interface Block {
  readonly lines: string[];
  /** Whether it is a part of the outline as it is. */
  isKept: boolean;
  /** Whether it may be in a list or begin one, or is more than a text in another way. */
  isNested: boolean;
}

/** What a text cannot have without meaning: tags, elements, expressions, HTML and quotations. */
const notable = /[{}<>]/;

/** What belongs to MDX: elements, expressions, imports and exports. Tags are ours, and `{#id}` is Docusaurus's. */
const ofMdx = /<|\{(?![%#])|^(?:import|export)\b/;

/** How lines begin that are in lists or begin them, in footnotes or directives, or that are breaks between blocks. */
const nested = /^[\s\d*+:_[-]/;

/** What a line says, behind indentation and the marks of lists. Its first letter stays, for a line without words is something else. */
const words = /(^[\s\d*+.)-]*\p{L}).*/u;

/** The first or the last line of a fence, behind what it stands in. In anything else, these marks are doubtful. */
const fence = /^(\s*(?:(?:[*+-]|\d+[.)])\s+|>\s*)*)(`{3,}(?=[^`]*$)|~{3,})\s*(.*)$/;
const fenceMarks = /`{3}|~{3}/;

/**
 * The blocks of a page.
 *
 * @param unfit What a page that is taken apart must not have outside of its fences.
 * @returns `undefined` where it is in doubt what is in a fence.
 */
function blocksOf(source: string, unfit: RegExp | undefined): Block[] | undefined {
  const blocks: Block[] = [];
  let block: Block = {lines: [], isKept: false, isNested: false};
  let open: {indent: number; marks: string} | undefined;
  for (const line of [...source.split(/\r\n?|\n/), '']) {
    const isBlank = line.trim() === '';
    const [, prefix = '', marks = '', info = ''] = fence.exec(line) ?? [];
    if (open) {
      // The list or the quotation around it may have ended, and the fence with it; or this is a fence, and that was none.
      if ((!isBlank && line.search(/\S/) < open.indent) || (marks && info)) return undefined;
      if (marks.startsWith(open.marks)) {
        if (prefix.length > open.indent) return undefined;
        open = undefined;
      }
      block.isKept ||= line.includes('{%');
    } else if (isBlank) {
      // A blank line before everything is kept: behind it, there is no front matter.
      if (block.lines.length > 0 || blocks.length === 0) blocks.push(block);
      block = {lines: [], isKept: false, isNested: false};
      continue;
    } else {
      if (marks) open = {indent: prefix.length, marks};
      if (!marks && (fenceMarks.test(line) || unfit?.test(line))) return undefined;
      block.isKept ||= mayHaveFences.test(line) || notable.test(marks ? prefix + info : line);
      block.isNested ||= nested.test(line);
    }
    block.lines.push(line);
  }
  // The last fence is not closed.
  if (block.lines.length > 0) blocks.push(block);
  return blocks;
}

function outlineOfBlock({lines, isKept, isNested}: Block): string {
  if (isKept || lines.length === 0) return lines.join('\n');
  return isNested ? lines.map((line) => line.replace(words, '$1')).join('\n') : prose;
}
