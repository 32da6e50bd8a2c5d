import type {ContentWriter, Slot} from '../../content-writer.js';
import type {SourceMap} from '../../source.js';
import type {Format, Parser} from '../format.js';
import {spelling} from './spell.js';

/** What stands before the next key: an indentation, or once the dash of the item that the keys are in. */
interface Lead {
  next: string;
  readonly rest: string;
}

function take(lead: Lead): string {
  const {next} = lead;
  lead.next = lead.rest;
  return next;
}

function writeMap(
  map: SourceMap,
  path: readonly string[],
  lead: Lead,
  writer: ContentWriter,
): void {
  const {depth} = writer;
  writer.keys(map, path, lead.rest, (key, slot) => {
    if (lead.next !== lead.rest && writer.depth > depth) {
      writer.report(slot.value.place, 'The first key of a list item cannot have a condition');
    }
    writeValue(`${take(lead)}${spelling.spell(key)[0]}:`, slot, lead.rest, writer);
  });
}

function writeValue(prefix: string, slot: Slot, indent: string, writer: ContentWriter): void {
  const {value, path, items} = slot;
  const inner = `${indent}  `;
  if (writer.isInline(value)) {
    writer.value(`${prefix} `, slot);
  } else if (value.kind === 'list') {
    writer.list(prefix, {...slot, value}, inner, (item) =>
      writeValue(`${inner}-`, item, inner, writer),
    );
  } else if (value.kind === 'map' && items && value.entries.length > 0) {
    writer.block(undefined, slot);
    // The first key of a map shares the line with the dash; its comments go before that.
    writeMap(value, path, {next: `${prefix} `, rest: inner}, writer);
  } else if (value.kind === 'map') {
    writer.block(value.entries.length > 0 ? prefix : `${prefix} {}`, slot);
    writeMap(value, path, {next: inner, rest: inner}, writer);
  }
}

/** YAML's parser in one of the two versions that differ in what they take for text. */
function parser(version: '1.1' | '1.2'): Parser {
  return {
    package: 'yaml',
    parse({LineCounter, parseDocument}: typeof import('yaml'), text) {
      const lineCounter = new LineCounter();
      const document = parseDocument(text, {lineCounter, version, prettyErrors: false});
      const [error] = [...document.errors, ...document.warnings];
      if (error) {
        const {line} = lineCounter.linePos(error.pos[0]);
        throw Object.assign(new Error(error.message), {line});
      }
      return document.toJS() as unknown;
    },
  };
}

/** YAML, as the readers of version 1.2 and those of 1.1 understand it. */
export const format = {
  spelling,
  language: 'yaml',
  comment: '#',
  write: (content, writer) => writeMap(content, [], {next: '', rest: ''}, writer),
  parsers: [parser('1.2'), parser('1.1')],
  between: '---\n',
  readerPackages: ['yaml'],
  loadReader: async () => (await import('./read.js')).reader,
} satisfies Format;
