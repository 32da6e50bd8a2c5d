/** What these tests use of the reading of flow files: all of it is imported here. */
export {type Compilation, compileFlow} from '../../src/flow/compile.js';
export {flowRules} from '../../src/flow/problems.js';
export type {ContentEntry} from '../../src/flow/types.js';
export {type FlowFile, readFlow} from '../../src/node/flow-files.js';
export {proveFlow} from '../../src/node/flow-proof.js';
export {parseSource} from '../../src/node/flow-source.js';
