import type {TextFault} from './text-fault.js';
import {faultAt} from './text-fault.js';

/** One token: a mark, a string, or a number and the like. */
const token =
  /[ \t\n\r]*(?:([[\]{},:])|("(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.]))?/uy;

/** What may come next: a value, a key, or what stands behind a value. The first item of a bracket may be its end. */
type State = 'value' | 'first value' | 'key' | 'first key' | 'colon' | 'rest';

const expectations: {readonly [state in State]: string} = {
  value: 'a value',
  'first value': 'a value or ]',
  key: 'a key in double quotes',
  'first key': 'a key in double quotes or }',
  colon: ':',
  rest: 'a comma or the closing bracket',
};

/**
 * Finds the first place in which a text is no JSON.
 *
 * `JSON.parse` says where that is in some versions of Node and for some mistakes only; so it is asked whether there is a mistake, and
 * the place is looked for here.
 */
export function jsonFault(text: string): TextFault | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return locate(text) ?? faultAt(text, text.length, (error as Error).message);
  }
}

function locate(text: string): TextFault | undefined {
  const open: string[] = [];
  let state: State = 'value';
  token.lastIndex = 0;
  for (;;) {
    const [read = '', mark, string, literal] = token.exec(text) ?? [];
    const at = token.lastIndex - read.trimStart().length;
    const isValue = state === 'value' || state === 'first value';
    const isKey = state === 'key' || state === 'first key';
    if (mark && isValue && '[{'.includes(mark)) {
      open.push(mark);
      state = mark === '[' ? 'first value' : 'first key';
    } else if (isValue && (string || literal)) state = 'rest';
    else if (isKey && string) state = 'colon';
    else if (mark === ':' && state === 'colon') state = 'value';
    else if (mark === ',' && state === 'rest' && open.length > 0) {
      state = open.at(-1) === '[' ? 'value' : 'key';
    } else if (
      (mark === ']' && open.at(-1) === '[' && (state === 'rest' || state === 'first value')) ||
      (mark === '}' && open.at(-1) === '{' && (state === 'rest' || state === 'first key'))
    ) {
      open.pop();
      state = 'rest';
    } else {
      const end = state === 'rest' && open.length === 0;
      if (end && text.slice(at).trim() === '') return undefined;
      const found = /^[^\s[\]{},:]+|^./.exec(mark ?? text.slice(at).trimStart())?.[0].slice(0, 20);
      const place = text.length - text.slice(at).trimStart().length;
      const expected = end ? 'the end' : expectations[state];
      return faultAt(
        text,
        place,
        `Unexpected ${found ? `\`${found}\`` : 'end'}, expected ${expected}`,
      );
    }
  }
}
