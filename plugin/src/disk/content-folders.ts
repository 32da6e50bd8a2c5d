import {realpathSync} from 'node:fs';
import path from 'node:path';

/** Where the partials and the flows of a site are. */
export interface ContentFolders {
  readonly partials: string;
  readonly flows: string;
}

/** The folders that the options name, as absolute paths without links in them: bundlers know a file by its real path. */
export function contentFolders(siteDir: string, {partials, flows}: ContentFolders): ContentFolders {
  return {
    partials: realPath(path.resolve(siteDir, partials)),
    flows: realPath(path.resolve(siteDir, flows)),
  };
}

/** Where a path leads, as far as there is something. */
export function realPath(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    const folder = path.dirname(file);
    return folder === file ? file : path.join(realPath(folder), path.basename(file));
  }
}
