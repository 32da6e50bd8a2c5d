import type {Construct, Extension} from 'micromark-util-types';
import {tagBlock} from './tag-block.js';
import {tagInline, unclosedDelimiter} from './tag-inline.js';

const leftBrace = 123;

/**
 * A micromark extension for Markdoc tags.
 *
 * Indented code is switched off, as it is in Markdoc (and in MDX): the content of a tag may be indented.
 *
 * @param before The extensions given to the parser so far. Those of MDX read every `{` as the start of an expression; here
 *   they learn to leave `{%` alone.
 */
export function tagSyntax(before: readonly Extension[] = []): Extension {
  const expressions = before.flatMap((extension) => constructsAt(extension, 'flow'));
  return {
    flow: {[leftBrace]: [tagBlock, ...expressions.map(exceptTags)]},
    text: {[leftBrace]: [tagInline, unclosedDelimiter]},
    disable: {null: ['codeIndented', ...expressions.flatMap(({name}) => name ?? [])]},
  };
}

function constructsAt(extension: Extension, content: 'flow' | 'text'): Construct[] {
  return [extension[content]?.[leftBrace] ?? []].flat();
}

/**
 * A construct that is tried where `construct` was, except at `{%`.
 *
 * MDX throws at an expression that is no JavaScript, and what it throws is fatal for the page. At the start of a line that
 * would happen to every inline tag (`{% kbd %}Enter{% /kbd %} sends it.`) before the line is seen to be text.
 */
function exceptTags(construct: Construct): Construct {
  return {
    ...construct,
    name: `${construct.name}ExceptTags`,
    tokenize(effects, ok, nok) {
      const expression = construct.tokenize.call(this, effects, ok, nok);
      return effects.check(unclosedDelimiter, nok, expression);
    },
  };
}
