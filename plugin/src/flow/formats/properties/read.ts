import {type Pair, parseLines} from 'dot-properties';
import type {Entry, Reading} from '../../existing/entries.js';
import {type CheckRule, type Finding, finding} from '../../existing/rules.js';
import type {Reader, Traits} from '../format.js';
import {quoteIn} from '../value-text.js';
import {keyText} from './spell.js';

/** More than any configuration has. */
const maxEntries = 5000;

type Report = (rule: CheckRule, params: Finding['params'], level?: Finding['level']) => void;

/**
 * A value as it was probably meant.
 *
 * @param source the same with its escapes
 */
function meant(value: string, source: string, {then}: Traits, fault: Report): string {
  const shown = source.trimEnd();
  const isSpaced = shown !== source && !shown.endsWith('\\');
  const text = isSpaced ? value.trimEnd() : value;
  if (isSpaced) {
    const reason = 'White space at the end is a part of the value.';
    fault('syntax', {reason}, 'warning');
  }
  const quote = quoteIn(text);
  if (then || quote === undefined || text.length < 2 || !text.endsWith(quote)) return text;
  fault('syntax', {reason: 'Quotes are a part of the value here.'});
  return text.slice(1, -1);
}

function readProperties(text: string, traits: Traits): Reading {
  const entries: Entry[] = [];
  const findings: Finding[] = [];
  const seen = new Map<string, number>();
  let line = 1;
  let lineStart = 0;
  let offset = 0;
  /** The place of what comes next in the text. */
  const place = (start: number, end: number) => {
    for (; offset < start; offset++) {
      if (text[offset] !== '\n') continue;
      line++;
      lineStart = offset + 1;
    }
    const column = start - lineStart + 1;
    const [first = ''] = text.slice(start, end).split(/\r?\n/, 1);
    return {line, column, endColumn: column + first.length};
  };
  for (const node of parseLines(text, true)) {
    if (node.type !== 'PAIR' || entries.length > maxEntries) continue;
    const {key, value, range = []} = node as Pair;
    const [keyStart = 0, keyEnd = 0, start = keyEnd, end = start] = range;
    const own = place(keyStart, keyEnd);
    const at = start === end ? own : place(start, end);
    const source = text.slice(keyStart, end);
    const isComment = key.startsWith('//') || key.startsWith(';');
    if (isComment || /(?<!\\)(?:\\\\)*\\u(?![0-9a-f]{4})/i.test(source)) {
      const reason = isComment
        ? 'A comment starts with #.'
        : 'Behind \\u four hexadecimal digits should stand.';
      findings.push(finding('syntax', isComment ? own : at, {reason}));
      if (isComment) continue;
    }
    const again = seen.get(key);
    if (again === undefined) seen.set(key, own.line);
    const faults: Finding[] = [];
    const read = meant(value, text.slice(start, end), traits, (rule, params, level) =>
      faults.push(finding(rule, at, {key, ...params}, level)),
    );
    entries.push({
      path: [key],
      ...own,
      at,
      endLine: place(end, end).line,
      faults,
      ...(again !== undefined && {again}),
      ...(traits.variables && read.includes('${') ? {isOpen: true} : {value: read}),
    });
  }
  return {entries, findings};
}

/** How Java properties are read; for their parser nothing is broken. */
export const reader: Reader = {
  read: readProperties,
  pair: (key, value) => `${keyText(key)}=${value}`,
  onOneLine: (first) => first,
};
