import {factorySpace} from 'micromark-factory-space';
import {markdownLineEnding} from 'micromark-util-character';
import {codes} from 'micromark-util-symbol';
import type {
  Code,
  Effects,
  ParseContext,
  State,
  TokenizeContext,
  TokenType,
} from 'micromark-util-types';

/**
 * Opening delimiters of a document from which no tag can be read, by the kind of tag.
 *
 * A failed attempt knows more than its own failure: every other opening delimiter that it passed outside of a string would
 * read the same characters and fail in the same place. Remembering them keeps a page of 10,000 unclosed delimiters linear.
 */
const hopeless = new WeakMap<ParseContext, Map<TokenType, Set<number>>>();

/**
 * Reads a tag: from `{%` to the first `%}` outside of a double-quoted string, over several lines if need be.
 *
 * The inside is not looked at here; see `tag-source.ts`.
 *
 * @param type Name of the token around the whole tag.
 * @param after Called with the code behind the closing delimiter; may still refuse the tag by calling `refuse`.
 * @returns The state for the opening brace.
 */
export function factoryTag(
  context: TokenizeContext,
  effects: Effects,
  ok: State,
  nok: State,
  type: TokenType,
  after: (refuse: State) => State = () => ok,
): State {
  const start = context.now().offset;
  const doomed = doomedOf(context.parser, type);
  const passed: number[] = [];
  let afterBrace = false;

  return open;

  /**
   * ```markdown
   * > | {% note %}
   *     ^
   * ```
   */
  function open(code: Code): State | undefined {
    if (doomed.has(start)) return nok(code);
    effects.enter(type);
    effects.enter('markdocTagChunk');
    effects.consume(code);
    return openPercent;
  }

  /**
   * ```markdown
   * > | {% note %}
   *      ^
   * ```
   */
  function openPercent(code: Code): State | undefined {
    if (code !== codes.percentSign) return nok(code);
    effects.consume(code);
    return inside;
  }

  /**
   * ```markdown
   * > | {% note %}
   *       ^^^^^^
   * ```
   */
  function inside(code: Code): State | undefined {
    if (code === codes.eof) return refuse(code);
    if (markdownLineEnding(code)) return lineEnding(code, inside);
    if (code === codes.percentSign) {
      if (afterBrace) passed.push(context.now().offset - 1);
      afterBrace = false;
      effects.consume(code);
      return insidePercent;
    }
    afterBrace = code === codes.leftCurlyBrace;
    effects.consume(code);
    return code === codes.quotationMark ? string : inside;
  }

  /**
   * ```markdown
   * > | {% note %}
   *              ^
   * ```
   */
  function insidePercent(code: Code): State | undefined {
    if (code !== codes.rightCurlyBrace) return inside(code);
    effects.consume(code);
    effects.exit('markdocTagChunk');
    effects.exit(type);
    return after(refuse);
  }

  /**
   * ```markdown
   * > | {% note title="a %} b" %}
   *                    ^^^^^^
   * ```
   */
  function string(code: Code): State | undefined {
    if (code === codes.eof) return refuse(code);
    if (markdownLineEnding(code)) return lineEnding(code, string);
    effects.consume(code);
    return code === codes.quotationMark ? inside : code === codes.backslash ? stringEscape : string;
  }

  /**
   * ```markdown
   * > | {% note title="a \" b" %}
   *                       ^
   * ```
   */
  function stringEscape(code: Code): State | undefined {
    if (code === codes.eof || markdownLineEnding(code)) return string(code);
    effects.consume(code);
    return string;
  }

  function lineEnding(code: Code, next: State): State | undefined {
    afterBrace = false;
    effects.exit('markdocTagChunk');
    if (type === 'markdocBlockTag' && context.interrupt && isLazy()) {
      // The question is whether a paragraph in a list item or quote ends before this line, which has left the item. As long as
      // that is open, the item goes on, and the next line would be read as a part of it.
      effects.exit(type);
      return ok(code);
    }
    effects.enter('lineEnding');
    effects.consume(code);
    effects.exit('lineEnding');
    return (code) => lineStart(code, next);
  }

  /** A line that has left the block quote or list item in which the tag began cannot be a part of it. */
  function lineStart(code: Code, next: State): State | undefined {
    if (type === 'markdocBlockTag' && isLazy()) return refuse(code);
    return factorySpace(effects, (code) => chunkStart(code, next), 'linePrefix')(code);
  }

  function chunkStart(code: Code, next: State): State | undefined {
    if (code === codes.eof) return refuse(code);
    if (markdownLineEnding(code)) {
      effects.enter('lineEnding');
      effects.consume(code);
      effects.exit('lineEnding');
      return (code) => lineStart(code, next);
    }
    effects.enter('markdocTagChunk');
    return next(code);
  }

  function isLazy(): boolean {
    return context.parser.lazy[context.now().line] ?? false;
  }

  function refuse(code: Code): State | undefined {
    doomed.add(start);
    for (const offset of passed) doomed.add(offset);
    return nok(code);
  }
}

function doomedOf(document: ParseContext, type: TokenType): Set<number> {
  const byType = hopeless.get(document) ?? new Map<TokenType, Set<number>>();
  const doomed = byType.get(type) ?? new Set();
  hopeless.set(document, byType.set(type, doomed));
  return doomed;
}
