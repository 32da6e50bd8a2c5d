import {defineConfig} from 'vitest/config';

const mutated = process.env.MUTATED ?? '';

/**
 * Mistakes in flow files are what compiling finds, what the check finds in files is what the check is for, and some formats are read by
 * other programs: the rest is tried without the minutes that these tests take.
 */
const slow = [
  ...(mutated.startsWith('compile') ? [] : ['**/problems.test.ts']),
  ...(mutated.startsWith('existing/') ? [] : ['**/existing/**']),
  ...(mutated.startsWith('formats/') ? [] : ['**/{ini,properties,toml}.test.ts']),
];

/**
 * The tests that a mutation run uses: those of the engine that need no other program, nor the parsers that files are read back with, whose
 * loading takes longer than all tests together.
 */
export default defineConfig({
  test: {
    include: ['**/*.test.ts'],
    exclude: [
      '**/formats/{compose,python,read-back}.test.ts',
      '**/{reference,schema}.test.ts',
      ...slow,
    ],
    env: {FUZZ_RUNS: '20'},
  },
});
