import type {ContentWriter, Given} from '../../content-writer.js';
import type {ContentItem} from '../../types.js';
import type {Format} from '../format.js';
import {spelling} from './spell.js';

/** What is in brackets or braces, a line for each part, and the line that closes them. */
function writeInside(
  {value}: Given,
  path: readonly string[],
  indent: string,
  writer: ContentWriter,
): void {
  if (value.kind !== 'map') return;
  for (const entry of value.entries) {
    writer.under(entry, `${indent}  `, (given) => {
      const key = writer.key(entry);
      writeValue(
        `${indent}  ${JSON.stringify(key)}: `,
        [...path, key],
        given,
        `${indent}  `,
        writer,
      );
    });
  }
  writer.comments(value.after, `${indent}  `, value.place);
}

function writeValue(
  prefix: string,
  path: readonly string[],
  given: Given,
  indent: string,
  writer: ContentWriter,
): void {
  const {value} = given;
  const closed = (bracket: string) =>
    writer.line(`${indent}${bracket}`, value.place, {joined: true, closes: true});
  if (writer.isInline(value)) {
    writer.value(prefix, path, given, {joined: true});
  } else if (value.kind === 'list') {
    writer.list(`${prefix}[`, path, {...given, value}, (item, itemPath, list) =>
      writer.under(item, `${indent}  `, (each) =>
        writeItem(each, itemPath, list, `${indent}  `, writer),
      ),
    );
    writer.comments(value.after, `${indent}  `, value.place);
    closed(']');
  } else {
    writer.block(`${prefix}{`, path, given);
    writeInside(given, path, indent, writer);
    closed('}');
  }
}

function writeItem(
  given: Given,
  path: readonly string[],
  list: ContentItem[] | undefined,
  indent: string,
  writer: ContentWriter,
): void {
  if (writer.isInline(given.value)) {
    writer.item(indent, list, given, {joined: true});
  } else if (given.value.kind === 'map') {
    writer.itemKeys(path, given.value);
    writer.line(`${indent}{`, given.value.place);
    writeInside(given, path, indent, writer);
    writer.line(`${indent}}`, given.value.place, {joined: true, closes: true});
  } else {
    writeValue(indent, path, given, indent, writer);
  }
}

/** JSON, as RFC 8259 has it: without comments, and without a comma behind the last entry. */
export const format = {
  spelling,
  write(content, writer) {
    writer.line('{', content.place);
    writeInside({value: content, reason: undefined}, [], '', writer);
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
