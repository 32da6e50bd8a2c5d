import {fileURLToPath} from 'node:url';
import {defineConfig} from 'vitest/config';
import {
  BaseSequencer,
  type PoolOptions,
  type TestSpecification,
  type VitestPluginContext,
} from 'vitest/node';
import {KeptWorker} from './kept-worker.js';

/** The files of tests, those first that notice most. */
const files = JSON.parse(process.env.MUTATION_TESTS ?? '[]') as string[];

class InOrder extends BaseSequencer {
  override async sort(given: TestSpecification[]): Promise<TestSpecification[]> {
    const position = ({moduleId}: TestSpecification) =>
      files.findIndex((file) => moduleId.endsWith(file));
    return [...given].sort((a, b) => position(a) - position(b));
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
    include: files,
    isolate: false,
    sequence: {sequencer: InOrder},
    testTimeout: 60_000,
    setupFiles: [fileURLToPath(new URL('setup.ts', import.meta.url))],
    env: {FUZZ_RUNS: '20'},
  },
});
