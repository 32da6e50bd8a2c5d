/** What these tests use of the plugin: all of it is imported here. */

export {type FlowFile, flowPaths, readFlow} from '../../plugin/src/disk/flow-files.js';
export type {CheckResult, CheckRule} from '../../plugin/src/flow/existing/index.js';
export {
  type Answers,
  type CompiledFlow,
  evaluate,
  type OutputFile,
} from '../../plugin/src/flow/index.js';
