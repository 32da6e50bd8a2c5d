import {faultAt, type TextFault} from './text-fault.js';

/** `NAME=`, as shells and all readers of env files agree on it. */
const assignment = /^[ \t]*(?:export[ \t]+)?[A-Za-z_][\w.-]*[ \t]*=[ \t]*/;

/**
 * Finds the first line that a reader of env files (`dotenv` and its like) would not read, or not as it was meant.
 *
 * A value in quotes may go on over several lines; behind it there may be a comment.
 */
export function envFault(text: string): TextFault | undefined {
  let offset = 0;
  while (offset < text.length) {
    const rest = text.slice(offset);
    const [line = ''] = /^[^\n]*/.exec(rest) ?? [];
    const indent = line.length - line.trimStart().length;
    if (/^\s*(#|$)/.test(line)) {
      offset += line.length + 1;
      continue;
    }
    const [start] = assignment.exec(line) ?? [];
    if (start === undefined) {
      return faultAt(text, offset + indent, 'Expected NAME=value, or a comment that begins with #');
    }
    const value = rest.slice(start.length);
    const [quote] = /^["'`]/.exec(value) ?? [];
    if (quote === undefined) {
      offset += line.length + 1;
      continue;
    }
    const [quoted] = quotedBy[quote]?.exec(value) ?? [];
    if (quoted === undefined) {
      return faultAt(text, offset + start.length, `The ${quote} is never closed`);
    }
    const [behind = ''] = /^[^\n]*/.exec(value.slice(quoted.length)) ?? [];
    const end = offset + start.length + quoted.length;
    if (!/^[ \t\r]*($|#)/.test(behind)) {
      return faultAt(text, end, 'Unexpected text behind the closing quotation mark');
    }
    offset = end + behind.length + 1;
  }
  return undefined;
}

const quotedBy: {readonly [quote: string]: RegExp} = {
  '"': /^"(?:[^"\\]|\\.)*"/s,
  "'": /^'[^']*'/,
  '`': /^`[^`]*`/,
};
