import type {CompileContext, Extension, Handle, Token} from 'mdast-util-from-markdown';
import type {Point, Position} from 'unist';
import {type Problem, problem} from '../problems.js';
import {pairTags} from './pair-tags.js';
import {placed, readTag} from './tag-source.js';

/** A part of a tag that stands on one line, with the line's end. */
interface Chunk {
  text: string;
  start: Point;
  /** How many characters of the tag are before it. */
  before: number;
}

declare module 'mdast-util-from-markdown' {
  interface CompileData {
    /** The lines of the tag that is being read. */
    markdocTagChunks?: Chunk[];
    /** GFM's: whether this is in a table. */
    inTable?: boolean | undefined;
  }
}

/**
 * An extension of `mdast-util-from-markdown` that makes nodes of the tags that `tagSyntax` found.
 *
 * Tags come out in pairs, around what they enclose. What cannot be read, or finds no counterpart, is a `markdocFault` that
 * carries its problem: nothing is thrown, so that all problems of a page are known at once.
 */
export function tagFromMarkdown(): Extension {
  return {
    enter: {markdocBlockTag: enterTag, markdocInlineTag: enterTag},
    exit: {
      markdocTagChunk: exitChunk,
      markdocBlockTag: exitTag,
      markdocInlineTag: exitTag,
      markdocUnclosedDelimiter: exitUnclosedDelimiter,
    },
    transforms: [pairTags],
  };
}

const enterTag: Handle = function () {
  this.data.markdocTagChunks = [];
  // Line endings inside of the tag are not text.
  this.buffer();
};

const exitChunk: Handle = function (token) {
  const chunks = this.data.markdocTagChunks ?? [];
  const last = chunks.at(-1);
  if (last) last.text += '\n';
  const source = this.sliceSerialize(token);
  // In a table a bar is written with a backslash, which is no part of the tag.
  const texts = this.data.inTable ? source.split(/\\(?=\|)/) : [source];
  let {line, column, offset} = token.start;
  let before = last ? last.before + last.text.length : 0;
  for (const text of texts) {
    chunks.push({text, start: {line, column, offset}, before});
    before += text.length;
    column += text.length + 1;
    offset += text.length + 1;
  }
};

const exitTag: Handle = function (token) {
  this.resume();
  const chunks = this.data.markdocTagChunks ?? [];
  this.data.markdocTagChunks = undefined;
  const value = chunks.map(({text}) => text).join('');
  const inline = token.type === 'markdocInlineTag';
  const tag = readTag(value);
  const at = (offset: number) => pointAt(chunks, offset);
  switch (tag.kind) {
    case 'annotation':
      add(this, token, {
        type: 'markdocAnnotation',
        attributes: placed(tag.attributes, at),
        value,
      });
      break;
    case 'value':
      add(this, token, {type: 'markdocValue', content: tag.value, value});
      break;
    case 'error': {
      const {message, help} = tag;
      const place = {start: at(tag.offset), end: at(tag.offset)};
      // The `%}` may belong to the next tag: then it is this one's own that is missing.
      const fault = value.includes('{%', 2)
        ? unclosed({start: at(0), end: at(2)})
        : problem('parse-error', message, place, help);
      add(this, token, {type: 'markdocFault', inline, value, problem: fault});
      break;
    }
    default: {
      const {kind, name} = tag;
      const attributes = placed(tag.attributes, at);
      add(this, token, {type: 'markdocTagMarker', kind, name, inline, attributes, value});
    }
  }
};

const exitUnclosedDelimiter: Handle = function (token) {
  const fault = unclosed(positionOf(token));
  const value = this.sliceSerialize(token);
  add(this, token, {type: 'markdocFault', inline: true, value, problem: fault});
};

function unclosed(position: Position): Problem {
  return problem('tag-unclosed', '`{%` without a `%}` that closes it', position);
}

function add(
  context: CompileContext,
  token: Token,
  node: Parameters<CompileContext['enter']>[0],
): void {
  context.enter(node, token);
  context.exit(token);
}

/** The place in the document of a character of the tag, or of its end. Its lines have lost the prefixes of block quotes and lists. */
function pointAt(chunks: Chunk[], offset: number): Point {
  // The last chunk that begins before it. A tag can have as many lines as attributes, so that going through all would take quadratic time.
  let [low, high] = [0, chunks.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((chunks[middle]?.before ?? 0) <= offset) low = middle;
    else high = middle;
  }
  const {text, start, before} = chunks[low] ?? {text: '', start: {line: 1, column: 1}, before: 0};
  const rest = offset - before;
  if (rest > text.length) throw new RangeError(`Offset ${offset} is outside of the tag`);
  return {line: start.line, column: start.column + rest, offset: (start.offset ?? 0) + rest};
}

function positionOf({start, end}: Token): Position {
  return {
    start: {line: start.line, column: start.column, offset: start.offset},
    end: {line: end.line, column: end.column, offset: end.offset},
  };
}
