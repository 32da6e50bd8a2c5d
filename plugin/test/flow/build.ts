/** What these tests use of the reading of flow files: all of it is imported here. */

export {type FlowFile, readFlow} from '../../src/disk/flow-files.js';
export {proveFlow} from '../../src/disk/flow-proof.js';
export {checksFromSchema} from '../../src/flow/checks-from-schema.js';
export {flowRules} from '../../src/flow/flow-rules.js';
export {extend} from '../../src/flow/source.js';
export * from './compile.js';
