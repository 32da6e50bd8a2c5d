/** What Docker Compose reads, as its own parser was recorded: what the tests' reader makes of the same texts, and what we write. */
import {readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {readCompose} from '../compose.js';
import {encode} from '../engine.js';

interface Pair {
  readonly text: string;
  /** What is read; absent where the text is refused. */
  readonly env?: {readonly [name: string]: string};
}

const {pairs} = JSON.parse(readFileSync(new URL('../compose.json', import.meta.url), 'utf8')) as {
  readonly pairs: readonly Pair[];
};

describe('the reader of the tests', () => {
  it.each(pairs.map((pair) => [JSON.stringify(pair.text), pair] as const))(
    '%s',
    (_, {text, env}) => {
      let read: {[name: string]: string} | undefined;
      try {
        read = readCompose(text);
      } catch {
        // It takes no part in substitution.
        if (text.includes('$')) return;
      }
      expect(read).toEqual(env);
    },
  );
});

it('reads what is written as what it was', () => {
  const known = new Map(pairs.map(({text, env}) => [text, env]));
  const values = pairs.flatMap(({text, env = {}}) => [
    ...Object.values(env),
    text.slice(2),
    text.slice(3, -1),
  ]);
  const written = [...new Set(values)].flatMap((value) => {
    const text = encode('dotenv', value);
    const env = text === undefined ? undefined : known.get(`A=${text}`);
    return env ? [[value, env] as const] : [];
  });
  expect(written.length).toBeGreaterThan(50);
  for (const [value, env] of written) expect(env).toEqual({A: value});
});
