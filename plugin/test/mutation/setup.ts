import {afterEach, inject} from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    mode: 'dry-run' | 'mutant';
    activeMutant?: string;
  }
}

const mutant = inject('mode') === 'mutant' ? inject('activeMutant') : undefined;

const {__stryker__: stryker} = globalThis as unknown as {
  __stryker__: {activeMutant: string | undefined; noticed?: string | undefined};
};

// The mutant is there from the loading of modules on: Stryker puts some in only then, and some only for the tests.
stryker.activeMutant = mutant;

// One test that notices is enough: other files need not be loaded.
if (mutant !== undefined && stryker.noticed === mutant) throw new Error('It has been noticed.');
afterEach(({task}) => {
  if (task.result?.state === 'fail') stryker.noticed = mutant;
});
