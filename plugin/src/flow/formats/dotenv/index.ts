import type {Format} from '../format.js';
import {spelling} from './spell.js';

/** Env files: a name and a value on each line. */
export const format = {
  spelling,
  language: 'ini',
  comment: '#',
  write(content, writer) {
    for (const {key, keyPlace} of content.entries) {
      if (!/^[A-Za-z_]\w*$/.test(key)) writer.report(keyPlace, `“${key}” is no name of a variable`);
    }
    writer.keys(content, [], '', (key, slot) => {
      if (writer.isInline(slot.value)) writer.value(`${key}=`, slot);
      else writer.refuse(slot.value, 'A variable holds one value, or a list in brackets');
    });
  },
  refusal:
    '{label} cannot be written into {file}: tools that read env files disagree about this mixture of quotes, $, # and backslashes. Choose a value without one of them.',
  parsers: [
    {
      package: 'dotenv',
      parse(dotenv: typeof import('dotenv'), text: string) {
        const names = text.split('\n').map((line) => /^(\w+)=/.exec(line)?.[1]);
        const twice = names.findIndex((name, line) => name && names.indexOf(name) < line);
        // The parser takes the last one without a word.
        if (twice >= 0) {
          throw Object.assign(new Error(`“${names[twice]}” is there twice`), {line: twice + 1});
        }
        return dotenv.parse(text);
      },
    },
  ],
  readerPackages: [],
  loadReader: async () => (await import('./read.js')).reader,
} satisfies Format;
