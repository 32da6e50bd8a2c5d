import {codes} from 'micromark-util-symbol';
import type {Code, Construct, State} from 'micromark-util-types';
import {factoryTag} from './factory-tag.js';

/**
 * A tag inside a line of text.
 *
 * ```markdown
 * > | Press {% kbd %}Enter{% /kbd %}.
 *           ^^^^^^^^^     ^^^^^^^^^^
 * ```
 */
export const tagInline: Construct = {
  name: 'markdocInlineTag',
  tokenize(effects, ok, nok) {
    return factoryTag(this, effects, ok, nok, 'markdocInlineTag');
  },
};

/**
 * An opening delimiter without a closing one. It is read as a token of its own so that the author can be told of it, and
 * so that MDX does not give up on the whole page at the brace.
 *
 * ```markdown
 * > | Press {% kbd
 *           ^^
 * ```
 */
export const unclosedDelimiter: Construct = {
  name: 'markdocUnclosedDelimiter',
  tokenize(effects, ok, nok) {
    return brace;

    function brace(code: Code): State | undefined {
      effects.enter('markdocUnclosedDelimiter');
      effects.consume(code);
      return percent;
    }

    function percent(code: Code): State | undefined {
      if (code !== codes.percentSign) return nok(code);
      effects.consume(code);
      effects.exit('markdocUnclosedDelimiter');
      return ok;
    }
  },
};
