import type {Reader} from '../formats/format.js';
import type {CompiledFile, FormatName} from '../types.js';
import {fromBase64} from './base64.js';
import {type Entry, nameOf, parentOf, type Reading} from './entries.js';
import {finding} from './rules.js';
import {checkOf, type FileChecks} from './types.js';

/** The readers of the formats that a flow's files use. */
export type Readers = {readonly [format in FormatName]?: Reader};

/** What the target of a file makes of a reading: what is encoded is decoded, and what is read once more is read. */
export function readAs(
  reading: Reading,
  {then}: Pick<CompiledFile, 'then'>,
  checks: FileChecks,
  readers: Readers,
): Reading {
  const again = then && readers[then]?.readValue;
  const entries = reading.entries.map((entry) => {
    const decoded = decode(entry, checks);
    return again ? readAgain(decoded, again, then) : decoded;
  });
  return {...reading, entries};
}

/** An entry with its value as it was before it was encoded. */
function decode(entry: Entry, checks: FileChecks): Entry {
  const parent = parentOf(entry);
  if (checkOf(checks, parent)?.encoding === undefined || typeof entry.value !== 'string')
    return entry;
  const {value: _, ...rest} = entry;
  const value = fromBase64(entry.value);
  if (value !== undefined) return {...rest, value};
  const params = {key: nameOf(entry), parent: nameOf({path: parent})};
  const fault = finding('needs-base64', entry.at, params);
  return {...rest, isOpen: true, faults: [fault]};
}

/** An entry with what the target reads in its value. */
function readAgain(entry: Entry, again: NonNullable<Reader['readValue']>, format: string): Entry {
  if (typeof entry.value !== 'string') return entry;
  const {value: _, source: __, faults = [], ...rest} = entry;
  const read = again(entry.value);
  if (!('reason' in read)) return {...rest, faults, ...read};
  const params = {key: nameOf(entry), format, reason: read.reason};
  return {...rest, isOpen: true, faults: [...faults, finding('value-syntax', entry.at, params)]};
}
