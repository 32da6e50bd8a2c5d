/** What the theme's components are made of: for those that a site has swizzled. */

export type {CheckResult} from '../flow/existing/index.js';
export {valueProperty} from '../reader-names.js';
export {checkCss} from './check-styles.js';
export {chooserSheet, WaitingSheet} from './chooser-sheet.js';
export {copyText} from './copy-text.js';
export {addressOf, type FlowAction, type FlowState, inputOf} from './flow-state.js';
export {takeAnswers, useTaker} from './hand-over.js';
export {problemText, statusText} from './messages/answers.js';
export {findingTexts, summaryText} from './messages/findings.js';
export {forgetAnswers} from './remember.js';
export {isSafeInFence} from './safe-in-fence.js';
export {forgetValues, useChoiceMarks, useSpeaker, useStoredValues} from './shown-values.js';
export {readValue} from './stored-value.js';
export {type Check, type LoadFlow, useCheck} from './use-check.js';
export {useCodeBlock} from './use-code-block.js';
export {useFlow} from './use-flow.js';
export {usePrismTheme} from './use-prism-theme.js';
