import {answerMessages, assignmentMessages} from './answer-messages.js';
import {refusals} from './formats/index.js';

/**
 * What the engine says about answers, in English. The keys are stable: a translation replaces a text by its key and
 * keeps the placeholders in braces.
 */
export const flowMessages = {...answerMessages, ...assignmentMessages, ...refusals} as const;

/** The key of a message in {@link flowMessages}. */
export type FlowMessageId = keyof typeof flowMessages;
