import {spell} from '../engine.js';
import type {Readers} from '../existing/read-as.js';
import type {CompiledFlow} from '../types.js';
import {format as dotenv} from './dotenv/index.js';
import type {FileValue, Format} from './format.js';
import {format as ini} from './ini/index.js';
import {format as json} from './json/index.js';
import {format as properties} from './properties/index.js';
import {format as toml} from './toml/index.js';
import {format as yaml} from './yaml/index.js';

/** The languages that files are written in: a folder each. */
const list = {dotenv, ini, json, properties, toml, yaml};

/** The name of a language that files are written in. */
export type FormatName = keyof typeof list;

export const formats: {readonly [name in FormatName]: Format} = list;

/**
 * Writes a value so that every reader of the format reads back that value.
 *
 * @param format the language of the file
 * @param value a scalar, or a list of scalars
 * @param then the language in which the target reads the value once more, after the file was read
 * @returns the text to put into the file; `undefined` where the value has no encoding that all readers read alike
 * @example
 * encode('yaml', 'yes')                 // "yes" with its double quotes
 * encode('dotenv', 'yes', 'yaml')       // '"yes"' with both kinds
 * encode('dotenv', ['a', 'b'], 'yaml')  // ["a", "b"]
 * encode('dotenv', `'"$\\`)             // undefined
 */
export function encode(
  format: FormatName,
  value: FileValue,
  then?: FormatName,
): string | undefined {
  return spell({formats: spellingsOf(format, then)}, {format, then}, value);
}

/** What is said of a value that a format cannot hold, by the format: a part of `flowMessages`. */
export const refusals = {
  dotenv: dotenv.refusal,
  ini: ini.refusal,
  properties: properties.refusal,
} as const;

/** What a page needs of formats. */
export function spellingsOf(
  ...names: readonly (FormatName | undefined)[]
): CompiledFlow['formats'] {
  return Object.fromEntries(
    names.flatMap((name) => (name === undefined ? [] : [[name, formats[name].spelling]])),
  );
}

/** Loads what the check of existing files needs of the formats that a flow's files are in. */
export async function readersOf({formats: used}: Pick<CompiledFlow, 'formats'>): Promise<Readers> {
  const names = Object.keys(used) as FormatName[];
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await formats[name].loadReader()])),
  );
}
