/**
 * The parts of the engine that every chooser's page has, in one module: what is loaded later (the check, the reading of links) imports them
 * from here. Bundlers wrap each module that two of their files import from, and one is smaller than ten.
 *
 * `sideEffects` in `package.json` names this file, or bundlers would look through it.
 */

export {ask, type Choices, holds, isEmpty, own} from './ask.js';
export {evaluate} from './evaluate.js';
export {findFault, matches} from './fault.js';
export {type Judged, judge} from './judge.js';
export {formatMessage, problemOf} from './messages.js';
export {parseList} from './parse-list.js';
export {caseOf, fieldOf, resolve, type Scope} from './resolve.js';
export {spell} from './spell.js';
export {writeLine, writePiece} from './write.js';
