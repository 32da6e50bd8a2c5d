import {createStorageSlot} from '@docusaurus/theme-common';
import type {CompiledFlow, ShareableAnswers} from '../flow/index.js';
import {answerSlots} from '../reader-names.js';
import {readAnswers, storableAnswers, writeAnswers} from './stored-answers.js';

const slots = {
  choices: createStorageSlot(...answerSlots.choices),
  values: createStorageSlot(...answerSlots.values),
};

/** What the reader has answered before. */
export function recallAnswers(flow: CompiledFlow): ShareableAnswers {
  return readAnswers(flow, slots.choices.get(), slots.values.get());
}

/** Keeps what of the answers is right, and is no secret. */
export function rememberAnswers(flow: CompiledFlow, answers: ShareableAnswers): void {
  const storable = storableAnswers(flow, answers);
  let isNew = false;
  for (const kind of ['choices', 'values'] as const) {
    const before = slots[kind].get();
    const text = writeAnswers(before, flow.id, storable[kind]);
    // Most keystrokes are on the way to a value, and change nothing.
    if (text === before) continue;
    isNew = true;
    if (text !== null) slots[kind].set(text);
    else slots[kind].del();
  }
  if (isNew) window.__markdocFlows?.();
}

const forgetting = new EventTarget();

/** Forgets everything that the reader has entered on this site, in this page's memory too. */
export function forgetAnswers(): void {
  slots.choices.del();
  slots.values.del();
  window.__markdocFlows?.();
  forgetting.dispatchEvent(new Event('forget'));
}

/** Calls back when the reader wants everything to be forgotten, and returns what ends that. */
export function onForget(listener: () => void): () => void {
  forgetting.addEventListener('forget', listener);
  return () => forgetting.removeEventListener('forget', listener);
}
