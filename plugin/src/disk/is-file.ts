import {statSync} from 'node:fs';

/** Whether this is the path of a file. A path that no file can have, such as one of a million characters, is of none. */
export function isFile(file: string): boolean {
  try {
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
