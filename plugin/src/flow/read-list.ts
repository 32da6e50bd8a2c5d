import {parseList} from './engine.js';

/**
 * Reads a list that stands somewhere as one text: as people type it, or in JSON, for entries that contain commas.
 *
 * @returns `undefined` where it begins like JSON, and is no list of texts
 */
export function readList(text: string): readonly string[] | undefined {
  if (!text.trimStart().startsWith('[')) return parseList(text);
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) && list.every((item) => typeof item === 'string') ? list : undefined;
  } catch {
    return undefined;
  }
}
