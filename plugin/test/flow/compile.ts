/** What these tests use of the compiling of flow files: all of it is imported here. */

export {parseSource} from '../../src/disk/flow-source.js';
export {type Compilation, compileFlow} from '../../src/flow/compile.js';
export type {ContentEntry} from '../../src/flow/types.js';
export {compileSchema, type JsonSchema} from '../../src/flow/value-formats.js';
