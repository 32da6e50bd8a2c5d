/** What these tests use of the flow engine: all of it is imported here. */
export {type FormatName, formats, readersOf, spellingsOf} from '../../src/flow/formats/index.js';
export {
  type Answers,
  type CompiledField,
  type CompiledFlow,
  checkValue,
  combinations,
  decodeShare,
  encode,
  encodeShare,
  evaluate,
  type FlowMessageId,
  flowMessages,
  formatMessage,
  parseAnswers,
  parseList,
} from '../../src/flow/index.js';
export {shellWord} from '../../src/flow/spell.js';
