import type {Code, InlineCode, RootContent} from 'mdast';
import {box} from '../jsx/box.js';

/**
 * What stands in the place of a faulty tag where the site owner lets faulty pages through: its source, visibly not a part of the
 * text, and nothing of what it might have meant.
 *
 * @param message What is wrong with it; the box's title.
 */
export function sourceBox(source: string, message: string, inline: boolean): RootContent {
  const title = message || 'This belongs to a faulty tag';
  if (inline) {
    const code: InlineCode = {
      type: 'inlineCode',
      value: source,
      data: {hProperties: {className: ['markdoc-fault'], title}},
    };
    return code;
  }
  const code: Code = {type: 'code', lang: 'markdoc', value: source};
  return box('admonition', {type: 'danger', title, className: ['markdoc-fault']}, [code]);
}
