import {mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {onTestFinished} from 'vitest';

/** A folder with these files, removed when the test is over. */
export function temporaryFolder(files: {[name: string]: string} = {}): string {
  const folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'markdoc-test-')));
  onTestFinished(() => rmSync(folder, {recursive: true}));
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), {recursive: true});
    writeFileSync(file, text);
  }
  return folder;
}
