import {codes} from 'micromark-util-symbol';
import type {Construct, Extension} from 'micromark-util-types';
import {tagBlock} from './tag-block.js';
import {tagInline, unclosedDelimiter} from './tag-inline.js';

/**
 * A micromark extension for Markdoc tags.
 *
 * In a document with tags, indented code is switched off, as it is in Markdoc (and in MDX): the content of a tag may be indented.
 *
 * @param hasTags Whether the document that is being parsed has tags; asked once for each.
 */
export function tagSyntax(hasTags: () => boolean): Extension {
  return {
    flow: {[codes.leftCurlyBrace]: tagBlock},
    text: {[codes.leftCurlyBrace]: [tagInline, unclosedDelimiter]},
    get disable() {
      return {null: hasTags() ? ['codeIndented'] : []};
    },
  };
}

/**
 * An extension in which no block begins at `{%`.
 *
 * That of MDX reads every `{` as the start of an expression and throws at one that is no JavaScript, which is fatal for the
 * page. At the start of a line that would happen to every inline tag (`{% kbd %}Enter{% /kbd %} sends it.`) before the
 * line is seen to be text.
 */
export function exceptTags(extension: Extension): Extension {
  const constructs = extension.flow?.[codes.leftCurlyBrace];
  if (!constructs) return extension;
  return {
    ...extension,
    flow: {...extension.flow, [codes.leftCurlyBrace]: [constructs].flat().map(decline)},
  };
}

/** Keeps the construct's name, by which MDX finds it behind an element (`<Chart />{data}`). */
function decline(construct: Construct): Construct {
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      const expression = construct.tokenize.call(this, effects, ok, nok);
      return effects.check(unclosedDelimiter, nok, expression);
    },
  };
}
