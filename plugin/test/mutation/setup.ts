import {inject} from 'vitest';

/** The mutant is there from the loading of modules on: Stryker puts some in only then, and some only for the tests. */
const stryker = globalThis as {__stryker__?: {activeMutant?: string}};
stryker.__stryker__ ??= {};
stryker.__stryker__.activeMutant = inject('mode') === 'mutant' ? inject('activeMutant') : undefined;

declare module 'vitest' {
  interface ProvidedContext {
    mode: 'dry-run' | 'mutant';
    activeMutant?: string;
  }
}
