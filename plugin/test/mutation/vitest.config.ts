import {fileURLToPath} from 'node:url';
import {defineConfig} from 'vitest/config';
import type {PoolOptions, VitestPluginContext} from 'vitest/node';
import {KeptWorker} from './kept-worker.js';

/** How a mutation run tries the tests that are about a file: `scripts/mutate.mjs` says which. */
export default defineConfig({
  plugins: [
    {
      name: 'kept-worker',
      // Stryker wants threads of vitest's own, and says so where a configuration cannot contradict.
      configureVitest({project}: VitestPluginContext) {
        Object.assign(project.config, {
          pool: 'kept',
          poolRunner: {
            name: 'kept',
            createPoolWorker: (options: PoolOptions) => new KeptWorker(options),
          },
        });
      },
    },
  ],
  test: {
    include: JSON.parse(process.env.MUTATION_TESTS ?? '["**/*.test.ts"]') as string[],
    isolate: false,
    setupFiles: [fileURLToPath(new URL('setup.ts', import.meta.url))],
    env: {FUZZ_RUNS: '20'},
  },
});
