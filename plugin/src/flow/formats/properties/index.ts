import type {Format} from '../format.js';
import {keyText, spelling} from './spell.js';

/** Java properties: a key and a value on each line. */
export const format = {
  spelling,
  language: 'properties',
  comment: '#',
  write(content, writer) {
    writer.keys(content, [], '', (key, slot, {keyPlace}) => {
      if (writer.isInline(slot.value)) {
        writer.value(`${keyText(key)}=`, slot);
        return;
      }
      const message =
        'A property holds one value, or a list in brackets: write the whole key, with its dots';
      writer.refuse(slot.value, message, keyPlace);
    });
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
