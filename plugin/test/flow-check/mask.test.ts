import {expect, it} from 'vitest';
import type {Entry} from '../../src/flow/existing/entries.js';
import {mask, maskFinding, maskSecrets} from '../../src/flow/existing/mask.js';
import {finding} from '../../src/flow/existing/rules.js';

/** A secret on a line of its own. */
function secretAt(line: number, value: string): Entry {
  const at = {line, column: 5, endColumn: 5 + value.length};
  return {path: [`key${line}`], line, column: 1, endColumn: 5, at, endLine: line, value};
}

it('leaves nothing of a secret that begins like another', () => {
  const secrets = [secretAt(1, 'kept'), secretAt(2, 'kept-to-ourselves')];
  const shown = {
    lines: ['a = kept', 'b = kept-to-ourselves', 'c = kept-to-ourselves'],
    secrets,
    names: new Set(['A']),
    publicNames: new Set<string>(),
    understood: new Set([1, 2, 3]),
    lacksSecret: false,
  };
  const place = {line: 3, column: 1, endColumn: 2};
  const found = finding('conflict', place, {key: 'A', reason: 'It is kept-to-ourselves'});
  expect(maskFinding(found, shown).message).toBe(`It is ${mask}`);
  expect(maskSecrets(shown)).toEqual([`a = ${mask}`, `b = ${mask}`, `c = ${mask}`]);
});
