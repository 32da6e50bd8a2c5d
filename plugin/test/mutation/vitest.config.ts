import {statSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {defineConfig} from 'vitest/config';
import {
  BaseSequencer,
  type PoolOptions,
  type TestSpecification,
  type VitestPluginContext,
} from 'vitest/node';
import {KeptWorker} from './kept-worker.js';

/** Short files first: most changes are noticed by any test at all. */
class ShortestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const size = ({moduleId}: TestSpecification) => statSync(moduleId).size;
    return [...files].sort((a, b) => size(a) - size(b));
  }
}

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
    sequence: {sequencer: ShortestFirst},
    testTimeout: 60_000,
    setupFiles: [fileURLToPath(new URL('setup.ts', import.meta.url))],
    env: {FUZZ_RUNS: '20'},
  },
});
