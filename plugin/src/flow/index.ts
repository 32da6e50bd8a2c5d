/**
 * The flow engine: answers in, configuration files out. No React, no Node, no DOM.
 *
 * The same code runs in the build, in the browser, on the command line and in tests.
 */

export {type Choices, combinations} from './combinations.js';
export {decodeShare, type SharedAnswers} from './decode-share.js';
export {encodeShare} from './encode-share.js';
export {evaluate, formatMessage, parseList} from './engine.js';
export {type FlowMessageId, flowMessages} from './flow-messages.js';
export {encode} from './formats/index.js';
export {parseAnswers} from './parse-answers.js';
export type * from './types.js';
export {checkValue} from './value-problem.js';
