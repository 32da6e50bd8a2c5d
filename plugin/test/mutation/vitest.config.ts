import {fileURLToPath} from 'node:url';
import type {RunnerTestCase, RunnerTestFile} from 'vitest';
import {defineConfig} from 'vitest/config';
import type {Reporter, TestModule} from 'vitest/node';
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

/** Stryker counts tests: a file that cannot be loaded, so that it has none, counts as one that fails. */
const countUnloaded: Reporter = {
  onTestRunEnd(modules) {
    for (const {task: file} of modules as readonly (TestModule & {
      readonly task: RunnerTestFile;
    })[]) {
      const {result} = file;
      if (result?.errors?.length) {
        const test = {type: 'test', name: 'is loaded', mode: 'run', result, file};
        file.tasks.push(test as RunnerTestCase);
      }
    }
  },
};

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
    reporters: [countUnloaded],
    sequence: {sequencer: InOrder},
    testTimeout: 60_000,
    setupFiles: [fileURLToPath(new URL('setup.ts', import.meta.url))],
    env: {FUZZ_RUNS: '20'},
  },
});
