import {statSync} from 'node:fs';
import {attempt} from './attempt.js';

/** Whether this is the path of a file. A path that no file can have, such as one of a million characters, is of none. */
export function isFile(file: string): boolean {
  return attempt(() => statSync(file).isFile()) ?? false;
}
