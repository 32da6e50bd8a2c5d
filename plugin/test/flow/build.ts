/** What these tests use of the reading of flow files: all of it is imported here. */
export {flowRules} from '../../src/flow/problems.js';
export {type FlowFile, readFlow} from '../../src/node/flow-files.js';
export {proveFlow} from '../../src/node/flow-proof.js';
export * from './compile.js';
