import type {ContentWriter, Slot} from '../../content-writer.js';
import type {SourceMap} from '../../source.js';
import type {Format} from '../format.js';
import {spelling} from './spell.js';

function writeKeys(
  map: SourceMap,
  path: readonly string[],
  indent: string,
  writer: ContentWriter,
): void {
  writer.keys(map, path, indent, (key, slot) =>
    writeValue(`${indent}${JSON.stringify(key)}: `, slot, indent, writer),
  );
}

/** A value behind its key or as an item; what is in brackets or braces has a line for each part, and one that closes them. */
function writeValue(prefix: string, slot: Slot, indent: string, writer: ContentWriter): void {
  const {value, path} = slot;
  const inner = `${indent}  `;
  if (writer.isInline(value)) {
    writer.value(prefix, slot, {joint: ','});
  } else if (value.kind === 'list') {
    writer.list(`${prefix}[`, {...slot, value}, inner, (item) =>
      writeValue(inner, item, inner, writer),
    );
    writer.line(`${indent}]`, value.place, {joint: ',', closes: true});
  } else if (value.kind === 'map') {
    writer.block(`${prefix}{`, slot);
    writeKeys(value, path, inner, writer);
    writer.line(`${indent}}`, value.place, {joint: ',', closes: true});
  }
}

/** JSON, as RFC 8259 has it: without comments, and without a comma behind the last entry. */
export const format = {
  spelling,
  language: 'json',
  write(content, writer) {
    writer.line('{', content.place);
    writeKeys(content, [], '  ', writer);
    writer.line('}', content.place, {closes: true});
  },
  parsers: [
    // Of duplicate keys JSON's own parser takes the last one without a word.
    {
      package: 'yaml',
      parse: (yaml: typeof import('yaml'), text: string) =>
        yaml.parse(text, {prettyErrors: false, uniqueKeys: true}) as unknown,
    },
    {package: undefined, parse: (_: unknown, text: string) => JSON.parse(text) as unknown},
  ],
  readerPackages: ['jsonc-parser'],
  loadReader: async () => (await import('./read.js')).reader,
} satisfies Format;
