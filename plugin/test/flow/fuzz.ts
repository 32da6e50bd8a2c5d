import fc from 'fast-check';
import {vi} from 'vitest';

/** How many values each property is tried with. */
export const runs = Number(process.env.FUZZ_RUNS ?? (process.env.CI ? 10_000 : 300));

// A failure can be had again, and a run says the same as the one before; other seeds are for other runs.
fc.configureGlobal({seed: Number(process.env.FUZZ_SEED ?? 1)});

// Ten thousand values take longer than a test usually may.
vi.setConfig({testTimeout: 120_000});

/** Texts that serializers and parsers trip over, besides any Unicode at all. */
const hostileParts = [
  ...[
    '"',
    "'",
    '`',
    '\\',
    '\\\\',
    '$',
    '$$',
    '#',
    ' #',
    ' ',
    '  ',
    ':',
    ': ',
    '-',
    '- ',
    ',',
    '=',
    '%',
  ],
  ...[
    '&',
    '*',
    '!',
    '|',
    '>',
    '?',
    '@',
    '{',
    '}',
    '[',
    ']',
    '<<',
    '~',
    'yes',
    'no',
    'on',
    'null',
    'n',
  ],
  ...[
    '0',
    '00123',
    '0x1f',
    '0o7',
    '1e3',
    '1_000',
    '.inf',
    '12:30:45',
    '2026-01-01',
    'é',
    '🎉',
    '中',
  ],
  ...[
    '\u00a0',
    '\u200b',
    '\u3000',
    '\ufeff',
    '%24',
    '\\n',
    '\\x41',
    '\\u0041',
    '\\0',
    'a',
    'Z',
    'export',
  ],
];

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what no field accepts.
const refused = /[\0-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]|\p{Cs}/gu;

/** Any text that a field accepts: one line, and no control characters. */
export const anyValue = fc
  .oneof(
    fc.array(fc.constantFrom(...hostileParts), {maxLength: 6}).map((parts) => parts.join('')),
    fc.string({unit: 'binary', maxLength: 12}),
    fc.string({maxLength: 12}),
  )
  .map((text) => text.replace(refused, ''));

/** `runs` values, always the same ones, for parsers that are fed in one go. */
export function manyValues(): string[] {
  return fc.sample(anyValue, {numRuns: runs, seed: 1});
}
