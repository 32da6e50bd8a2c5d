/**
 * The flow engine: answers in, configuration files out. No React, no Node, no DOM.
 *
 * The same code runs in the build, in the browser, on the command line and in tests.
 */
export {checkValue} from './check.js';
export {evaluate} from './evaluate.js';
export {encode} from './formats/index.js';
export {type FlowMessageId, flowMessages, formatMessage} from './messages.js';
export {parseAnswers, parseList} from './parse-answers.js';
export {decodeShare, encodeShare, type SharedAnswers} from './share.js';
export type * from './types.js';
