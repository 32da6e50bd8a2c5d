import type {Format} from '../format.js';
import {keyText, spelling} from './spell.js';

/** Java properties: a key and a value on each line. */
export const format = {
  spelling,
  comment: '#',
  write(content, writer) {
    for (const entry of content.entries) {
      writer.under(entry, '', (given) => {
        const {value} = given;
        const key = writer.key(entry);
        if (writer.isInline(value)) {
          writer.value(`${keyText(key)}=`, [key], given);
          return;
        }
        const message =
          'A property holds one value, or a list in brackets: write the whole key, with its dots';
        writer.report('flow-content', entry.keyPlace, message);
        writer.names.excuse(value);
      });
    }
    writer.comments(content.after, '', content.place);
  },
  refusal:
    '{label} cannot be written into {file}: its entries stand there with commas between them. Choose entries without commas, and without spaces at either end.',
  parsers: [
    {
      package: 'dot-properties',
      parse: ({parse}: typeof import('dot-properties'), text) => parse(text),
    },
  ],
  readerPackages: [],
  loadReader: async () => (await import('./read.js')).reader,
} satisfies Format;
