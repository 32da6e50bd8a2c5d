import {bare, type ContentWriter, type Slot} from '../../content-writer.js';
import type {SourceList, SourceMap} from '../../source.js';
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
  writer.keys(map, path, '', (key, slot, {keyPlace}) => {
    const own = keyText(key);
    const table = {path: slot.path, name: name ? `${name}.${own}` : own};
    const {value} = slot;
    const isTable = value.kind === 'map' || (value.kind === 'list' && holdsTables(value, writer));
    if (!writer.isInline(value) && isTable) {
      above ??= key;
      if (value.kind === 'map') {
        writer.block(`[${table.name}]`, slot);
        writeTable(value, table, writer);
      } else {
        writer.list(undefined, {...slot, value}, '', (item) =>
          writeTableItem(item, table.name, writer),
        );
      }
      return;
    }
    if (above !== undefined) {
      const message = `In TOML “${key}” would be in “${above}” here: write it above that table`;
      writer.report(keyPlace, message);
    }
    if (value.kind === 'list' && !writer.isInline(value)) {
      writer.list(`${own} = [`, {...slot, value}, '  ', (item) =>
        writer.value('  ', item, {joint: ','}),
      );
      writer.line(']', value.place, {closes: true});
    } else {
      writer.value(`${own} = `, slot);
    }
  });
}

/** Whether the items of a list are tables, whatever conditions they have. */
function holdsTables({items}: SourceList, writer: ContentWriter): boolean {
  return items.some(({value}) => !writer.isInline(bare(value)));
}

function writeTableItem(item: Slot, name: string, writer: ContentWriter): void {
  const {value, path} = item;
  if (value.kind !== 'map' || writer.isInline(value)) {
    writer.refuse(value, 'Beside tables a list holds no values, and no other lists');
    return;
  }
  writer.block(`[[${name}]]`, item);
  writeTable(value, {path, name}, writer);
}

/** TOML: keys with values, then tables. */
export const format = {
  spelling,
  language: 'toml',
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
