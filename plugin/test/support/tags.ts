import {expect} from 'vitest';
import type {MarkdocFault, MarkdocTag, TagAttribute} from '../../src/syntax/index.js';
import {type Format, nodesOf, parse} from './parse.js';

/** The first tag of a page. */
export function firstTag(source: string, format?: Format): MarkdocTag {
  const tag = nodesOf(parse(source, format)).find(({type}) => type === 'markdocTag');
  expect(tag, `a tag in ${source}`).toBeDefined();
  return tag as MarkdocTag;
}

/** The attributes of the first tag of a page. */
export function attributesOf(source: string, format?: Format): TagAttribute[] {
  return firstTag(source, format).attributes;
}

/** What is wrong with the syntax of a page. */
export function faultsOf(source: string, format?: Format): MarkdocFault[] {
  return nodesOf(parse(source, format)).filter(
    (node): node is MarkdocFault => node.type === 'markdocFault',
  );
}
