export {type CheckResult, checkText, type LoadFlow} from './check-text.js';
export {addressOf, type FlowState, inputOf, type LineMarks} from './flow-state.js';
export {markdocFunctions} from './functions.js';
export {handOver, takeAnswers} from './hand-over.js';
export {MarkdocIf} from './if.js';
export {type PageVariables, usePageVariables} from './page-variables.js';
export {
  forgetAnswers,
  useChoiceMarks,
  useSpeaker,
  useStoredValues,
} from './reader-values.js';
export {MarkdocSlot, MarkdocSlots} from './slots.js';
export {isSafeInFence, readValue} from './stored-answers.js';
export {uniquePartialIds} from './unique-partial-ids.js';
export {useCodeBlock} from './use-code-block.js';
export {type FlowActions, useFlow} from './use-flow.js';
