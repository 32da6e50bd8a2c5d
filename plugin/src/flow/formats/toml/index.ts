import type {ContentWriter, Given} from '../../content-writer.js';
import {at, type SourceItem, type SourceList, type SourceMap} from '../../source.js';
import type {Format} from '../format.js';
import {keyText, spelling} from './spell.js';

/** A table: where it is, and its name as it stands in brackets. */
interface Table {
  readonly path: readonly string[];
  readonly name: string;
}

/** The keys of a table, and behind them the tables in it: what stands behind a table's head belongs to that table. */
function writeTable(map: SourceMap, {path, name}: Table, writer: ContentWriter): void {
  let above: string | undefined;
  for (const entry of map.entries) {
    writer.under(entry, '', (given) => {
      const key = writer.key(entry);
      const own = keyText(key);
      const table = {path: [...path, key], name: name ? `${name}.${own}` : own};
      const {value} = given;
      const isTable = value.kind === 'map' || (value.kind === 'list' && holdsTables(value, writer));
      if (!writer.isInline(value) && isTable) {
        above ??= key;
        if (value.kind === 'map') {
          writer.block(`[${table.name}]`, table.path, given);
          writeTable(value, table, writer);
        } else {
          writeTables({...given, value}, table, writer);
        }
        return;
      }
      if (above !== undefined) {
        const message = `In TOML “${key}” would be in “${above}” here: write it above that table`;
        writer.report('flow-content', entry.keyPlace, message);
      }
      if (value.kind === 'list' && !writer.isInline(value)) {
        writeList(own, {...given, value}, table, writer);
      } else {
        writer.value(`${own} = `, table.path, given);
      }
    });
  }
  writer.comments(map.after, '', map.place);
}

/** Whether the items of a list are tables, whatever conditions they have. */
function holdsTables({items}: SourceList, writer: ContentWriter): boolean {
  return items.some(({value}) => !writer.isInline(at(value, '$value') ?? value));
}

type GivenList = Given & {readonly value: SourceList};

function writeTables(given: GivenList, {path, name}: Table, writer: ContentWriter): void {
  const write = (item: SourceItem, itemPath: readonly string[]) =>
    writer.under(item, '', ({value}) => {
      if (value.kind !== 'map' || writer.isInline(value)) {
        const message = 'Beside tables a list holds no values, and no other lists';
        writer.report('flow-content', value.place, message);
        writer.names.excuse(value);
        return;
      }
      writer.itemKeys(itemPath, value);
      writer.line(`[[${name}]]`, value.place);
      writeTable(value, {path: itemPath, name}, writer);
    });
  writer.list(undefined, path, given, write);
  writer.comments(given.value.after, '', given.value.place);
}

function writeList(key: string, given: GivenList, {path}: Table, writer: ContentWriter): void {
  writer.list(`${key} = [`, path, given, (item, _, list) =>
    writer.under(item, '  ', (each) => writer.item('  ', list, each, {joined: true})),
  );
  writer.comments(given.value.after, '  ', given.value.place);
  writer.line(']', given.value.place, {closes: true});
}

/** TOML: keys with values, then tables. */
export const format = {
  spelling,
  comment: '#',
  write: (content, writer) => writeTable(content, {path: [], name: ''}, writer),
  parsers: [
    {
      package: 'smol-toml',
      parse({parse, TomlError}: typeof import('smol-toml'), text) {
        try {
          return parse(text);
        } catch (error) {
          // Behind its first line the message shows the text.
          if (error instanceof TomlError) error.message = error.message.split('\n', 1)[0] ?? '';
          throw error;
        }
      },
    },
  ],
  readerPackages: ['smol-toml'],
  loadReader: async () => (await import('./read.js')).reader,
} satisfies Format;
