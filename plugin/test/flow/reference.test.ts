import {execFileSync} from 'node:child_process';
import {fileURLToPath} from 'node:url';
import {test} from 'vitest';

const script = fileURLToPath(
  new URL('../../../scripts/generate-flow-reference.mjs', import.meta.url),
);

test('the reference in the documentation is what the code says', () => {
  execFileSync(process.execPath, [script, '--check'], {stdio: 'pipe'});
});
