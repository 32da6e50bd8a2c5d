import type {ContentWriter, Given} from '../../content-writer.js';
import type {SourceItem, SourceMap} from '../../source.js';
import type {ContentItem} from '../../types.js';
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
  for (const entry of map.entries) {
    writer.under(entry, lead.rest, (given) => {
      if (lead.next !== lead.rest && writer.depth > depth) {
        const message = 'The first key of a list item cannot have a condition';
        writer.report('flow-content', given.value.place, message);
      }
      const key = writer.key(entry);
      const prefix = `${take(lead)}${spelling.spell(key)[0]}:`;
      writeValue(prefix, [...path, key], given, lead.rest, writer);
    });
  }
  writer.comments(map.after, lead.rest, map.place);
}

function writeValue(
  prefix: string,
  path: readonly string[],
  given: Given,
  indent: string,
  writer: ContentWriter,
): void {
  const {value} = given;
  const inner = `${indent}  `;
  if (writer.isInline(value)) {
    writer.value(`${prefix} `, path, given);
  } else if (value.kind === 'map') {
    writer.block(value.entries.length > 0 ? prefix : `${prefix} {}`, path, given);
    writeMap(value, path, {next: inner, rest: inner}, writer);
  } else if (value.kind === 'list') {
    writer.list(prefix, path, {...given, value}, (item, itemPath, list) =>
      writeItem(item, itemPath, list, inner, writer),
    );
    writer.comments(value.after, inner, value.place);
  }
}

function writeItem(
  item: SourceItem,
  path: readonly string[],
  list: ContentItem[] | undefined,
  indent: string,
  writer: ContentWriter,
): void {
  writer.under(item, indent, (given) => {
    const {value} = given;
    if (writer.isInline(value)) {
      writer.item(`${indent}- `, list, given);
    } else if (value.kind === 'map' && value.entries.length > 0) {
      writer.itemKeys(path, value);
      // The first key of a map shares the line with the dash; its comments go before that.
      writeMap(value, path, {next: `${indent}- `, rest: `${indent}  `}, writer);
    } else {
      writeValue(`${indent}-`, path, given, indent, writer);
    }
  });
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
  comment: '#',
  write: (content, writer) => writeMap(content, [], {next: '', rest: ''}, writer),
  parsers: [parser('1.2'), parser('1.1')],
  between: '---\n',
  readerPackages: ['yaml'],
  loadReader: async () => (await import('./read.js')).reader,
} satisfies Format;
