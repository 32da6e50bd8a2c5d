/** What the theme's components are made of: for those that a site has swizzled. */
export {type CheckResult, checkText, type LoadFlow} from './check-text.js';
export {copyText} from './copy-text.js';
export {addressOf, type FlowAction, type FlowState, inputOf, type LineMarks} from './flow-state.js';
export {handOver, takeAnswers} from './hand-over.js';
export {forgetAnswers} from './remember.js';
export {isSafeInFence} from './safe-in-fence.js';
export {forgetValues, useChoiceMarks, useSpeaker, useStoredValues} from './shown-values.js';
export {readValue} from './stored-value.js';
export {useCodeBlock} from './use-code-block.js';
export {useFlow} from './use-flow.js';
export {usePrismTheme} from './use-prism-theme.js';
