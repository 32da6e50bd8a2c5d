import type {CompiledFlow, ShareableAnswers} from '../flow/index.js';
import {slots} from './reader-values.js';
import {readAnswers, storableAnswers, writeAnswers} from './stored-answers.js';

/** What the reader has answered before. */
export function recallAnswers(flow: CompiledFlow): ShareableAnswers {
  const {choices, values} = slots();
  return readAnswers(flow, choices.get(), values.get());
}

/** Keeps what of the answers is right, and is no secret. */
export function rememberAnswers(flow: CompiledFlow, answers: ShareableAnswers): void {
  const storable = storableAnswers(flow, answers);
  const all = slots();
  for (const kind of ['choices', 'values'] as const) {
    const before = all[kind].get();
    const text = writeAnswers(before, flow.id, storable[kind]);
    if (text !== null) all[kind].set(text);
    else if (before !== null) all[kind].del();
  }
  window.__markdocFlows?.();
}
