import {expect, it} from 'vitest';
import type {Reader, Traits} from '../../../../src/flow/formats/format.js';
import {type FormatName, formats, readersOf, spellingsOf} from '../../engine.js';
import {type CheckRule, checkRules} from '../../existing/findings.js';

const readers = await readersOf({
  formats: spellingsOf(...(Object.keys(formats) as FormatName[])),
});

interface Place {
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
}

const shown = ({line, column, endColumn}: Place) => `${line}:${column}-${endColumn}`;

export interface Found extends Place {
  readonly rule: CheckRule;
  readonly level: string;
  readonly params: {readonly [name: string]: string};
}

/** A finding without its words. */
export function told({rule, level, params, ...place}: Found): string {
  const usual = 'level' in checkRules[rule] ? 'warning' : 'error';
  const names = Object.keys(params)
    .sort()
    .map((name) => ` ${name}=${params[name]}`);
  return `${shown(place)} ${rule}${level === usual ? '' : ` (${level})`}${names.join('')}`;
}

/**
 * What a format's reader makes of a text, as lines: first what is wrong with it, then its keys, each with its place, its path, the place of its
 * value where that is another one, its last line where that is another one, and what is read. `{}` holds other keys, `?` depends on
 * variables; `from` is how a value that is no text is written. What is wrong with a value stands below it.
 */
export function readAs(format: FormatName, text: string, traits: Traits = {}): string[] {
  const reading = readers[format]?.read(text, traits);
  if (!reading) throw new Error(`No reader of ${format}`);
  const entries = reading.entries.flatMap((entry) => {
    const {path, at, endLine, value, source, items, again, isMap, isOpen, faults = []} = entry;
    const own = shown(entry);
    return [
      [
        `${own} ${path.join('/')}`,
        shown(at) === own ? '' : ` at ${shown(at)}`,
        endLine === entry.line ? '' : ` to ${endLine}`,
        ` = ${isMap ? '{}' : isOpen ? '?' : JSON.stringify(value)}`,
        source === undefined || source === value ? '' : ` from ${source}`,
        items === undefined ? '' : ` items ${items.map(shown).join(' ')}`,
        again === undefined ? '' : ` again ${again}`,
      ].join(''),
      ...faults.map((fault) => `  ${told(fault)}`),
    ];
  });
  return [...reading.findings.map(told), ...entries];
}

type Row = readonly [text: string, read: readonly string[], traits?: Traits];

/** A test for each text: that this is what is read of it. */
export function isReadAs(format: FormatName, rows: readonly Row[]): void {
  it.each(rows.map(([text, read, traits]) => ({text, read, traits})))(
    '$text',
    ({text, read, traits}) => expect(readAs(format, text, traits)).toEqual(read),
  );
}

/** What becomes of a text that the target reads once more. */
export function valueAs(format: FormatName, text: string): unknown {
  return readers[format]?.readValue?.(text);
}

/** How a line that is to be written looks. */
export function lineAs(format: FormatName, key: string, value: string): string | undefined {
  return readers[format]?.pair(key, value);
}

/** How what stands on several lines looks on one. */
export function onOneLineAs(
  format: FormatName,
  ...args: Parameters<Reader['onOneLine']>
): string | undefined {
  return readers[format]?.onOneLine(...args);
}
