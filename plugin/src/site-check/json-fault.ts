import jsonc from 'jsonc-parser';
import {faultAt, type TextFault} from './text-fault.js';

/** What would have been right, by the parser's name for what is wrong. */
const expectations: {readonly [error: string]: string} = {
  CloseBraceExpected: 'a comma or }',
  CloseBracketExpected: 'a comma or ]',
  ColonExpected: ':',
  CommaExpected: 'a comma or the closing bracket',
  EndOfFileExpected: 'the end',
  InvalidCharacter: 'a text without tabs and line breaks',
  InvalidCommentToken: 'no comment',
  InvalidEscapeCharacter: 'a backslash before one of "\\/bfnrtu',
  InvalidUnicode: 'four hexadecimal digits behind \\u',
  PropertyNameExpected: 'a key in double quotes',
  UnexpectedEndOfNumber: 'a digit',
  UnexpectedEndOfString: 'a closing quotation mark',
  ValueExpected: 'a value',
};

/**
 * Finds the first place in which a text is no JSON.
 *
 * `JSON.parse` says where that is in some versions of Node and for some mistakes only.
 */
export function jsonFault(text: string): TextFault | undefined {
  const errors: jsonc.ParseError[] = [];
  jsonc.parse(text, errors, {disallowComments: true});
  const [first, second] = errors;
  if (!first) return undefined;
  const {offset, length} = first;
  const name = jsonc.printParseErrorCode(first.error);
  // The parser leaves out a word that JSON does not have; what it then misses in the word's place is the error behind it.
  const isReplaced = second && text.slice(offset + length, second.offset).trim() === '';
  const isKey = name === 'ValueExpected' && /\{\s*$/.test(text.slice(0, offset));
  const expected =
    expectations[isKey ? 'PropertyNameExpected' : name] ??
    (isReplaced && expectations[jsonc.printParseErrorCode(second.error)]);
  const [found] = /^(?:[^\s[\]{},:]+|\S)/.exec(text.slice(offset)) ?? [];
  const unexpected = found ? `\`${found.slice(0, 20)}\`` : 'end';
  return faultAt(
    text,
    offset,
    `Unexpected ${unexpected}${expected ? `, expected ${expected}` : ''}`,
  );
}
