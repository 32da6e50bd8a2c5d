import {factorySpace} from 'micromark-factory-space';
import {markdownLineEnding} from 'micromark-util-character';
import {codes} from 'micromark-util-symbol';
import type {Code, Construct, State} from 'micromark-util-types';
import {factoryTag} from './factory-tag.js';
import {unclosedDelimiter} from './tag-inline.js';

/**
 * A tag with nothing else on its lines ("flow" is micromark's word for a block).
 *
 * ```markdown
 * > | {% image
 *     ^^^^^^^^
 * > |   src="/a.png" /%}
 *     ^^^^^^^^^^^^^^^^^^
 * ```
 *
 * A variable alone on its line is text, as in Markdoc: it belongs into a paragraph.
 */
export const tagBlock: Construct = {
  name: 'markdocBlockTag',
  // Containers must not look for their markers inside a tag that is written over several lines.
  concrete: true,
  tokenize(effects, ok, nok) {
    let refuse: State;

    const tag = factoryTag(this, effects, end, nok, 'markdocBlockTag', (refused) => {
      refuse = refused;
      return factorySpace(effects, end, 'whitespace');
    });
    return effects.check({tokenize: tokenizeVariableStart, partial: true}, nok, tag);

    function end(code: Code): State | undefined {
      return code === codes.eof || markdownLineEnding(code) ? ok(code) : refuse(code);
    }
  },
};

/** `{%`, spaces, `$` */
const tokenizeVariableStart: Construct['tokenize'] = (effects, ok, nok) => {
  const spaces = factorySpace(effects, sign, 'whitespace');
  return effects.attempt(unclosedDelimiter, spaces, nok);

  function sign(code: Code): State | undefined {
    return code === codes.dollarSign ? ok(code) : nok(code);
  }
};
