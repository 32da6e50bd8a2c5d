import {createRequire} from 'node:module';

const require = createRequire(import.meta.url);

/**
 * Packages that only some sites need: those with flows, and those with a Markdoc configuration. Each is loaded when it is first asked
 * for, since every build of every site would pay for it in time and memory.
 */
export const packages = {
  ajv: (): typeof import('ajv') => require('ajv'),
  ajvFormats: (): typeof import('ajv-formats') => require('ajv-formats'),
  jiti: (): typeof import('jiti') => require('jiti'),
  yaml: (): typeof import('yaml') => require('yaml'),
  /** The package of a format's parser. */
  parser: (name: string): unknown => require(name),
};
