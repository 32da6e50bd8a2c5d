import type {ContentWriter} from '../../content-writer.js';
import type {SourceMap} from '../../source.js';
import type {Format} from '../format.js';
import {spelling} from './spell.js';

const keyName = /^[A-Za-z_][\w.-]*$/;
const sectionName = /^[A-Za-z_][\w.-]*(?: [\w.-]+)*$/;

/** The keys of the file, or of a section, and behind them the sections. */
function writeKeys(map: SourceMap, path: readonly string[], writer: ContentWriter): void {
  let above: string | undefined;
  writer.keys(map, path, '', (key, slot, {keyPlace}) => {
    const {value} = slot;
    if (writer.isInline(value)) {
      if (!keyName.test(key)) writer.report(keyPlace, `“${key}” is no key that all programs read`);
      if (above !== undefined) {
        const message = `In ini files “${key}” would be in “${above}” here: write it above that section`;
        writer.report(keyPlace, message);
      }
      writer.value(`${key} = `, slot);
    } else if (value.kind === 'map' && path.length === 0) {
      if (!sectionName.test(key)) writer.report(keyPlace, `“${key}” is no name of a section`);
      above ??= key;
      writer.block(`[${key}]`, slot);
      writeKeys(value, [key], writer);
    } else {
      const message =
        'A key in an ini file holds one value, or a list in brackets; sections hold keys';
      writer.refuse(value, message, keyPlace);
    }
  });
}

/** The package takes the dots in a section's name for sections in others; to the other readers they are a part of the name. */
function* sectionsIn(data: object, name = ''): Generator<readonly [string, object]> {
  const entries = Object.entries(data) as [string, unknown][];
  const isSection = (value: unknown) => typeof value === 'object' && value !== null;
  const own = entries.filter(([, value]) => !isSection(value));
  if (own.length > 0 || entries.length === 0)
    yield [name, Object.fromEntries(own.map(([key, value]) => [key, String(value)]))];
  for (const [key, value] of entries) {
    if (isSection(value)) yield* sectionsIn(value as object, name ? `${name}.${key}` : key);
  }
}

/** Ini files: keys with values, then sections with such keys. */
export const format = {
  spelling,
  language: 'ini',
  // The older of the two signs: some readers know no other.
  comment: ';',
  write: (content, writer) => writeKeys(content, [], writer),
  refusal:
    '{label} cannot be written into {file}: programs that read ini files disagree about ", #, ;, %, $ before a brace, backslashes, a quote or a space at an end, and a comma in a list. Choose a value without them.',
  parsers: [
    {
      package: 'ini',
      parse(ini: {parse(text: string): object}, text) {
        const {'': top, ...sections} = Object.fromEntries(sectionsIn(ini.parse(text)));
        return {...top, ...sections};
      },
    },
  ],
  readerPackages: [],
  loadReader: async () => (await import('./read.js')).reader,
} satisfies Format;
