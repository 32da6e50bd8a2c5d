import {createStorageSlot} from '@docusaurus/theme-common';
import {useEffect} from 'react';
import type {CompiledFlow, ShareableAnswers} from '../flow/index.js';
import {readAnswers, storableAnswers, writeAnswers} from './stored-answers.js';

// The script in the page's head knows these names too: see `node/reader-script.ts`.
export const choicesKey = 'markdoc.choices';
export const valuesKey = 'markdoc.values';
export const session = {persistence: 'sessionStorage'} as const;
export const local = {persistence: 'localStorage'} as const;

declare global {
  interface Window {
    /** Tells the page's styles what the reader has chosen: see `node/reader-script.ts`. */
    __markdocFlows?: () => void;
  }
}

/** Where choices are kept between visits, and where values until the tab is closed. */
const slots = () => ({
  choices: createStorageSlot(choicesKey, local),
  values: createStorageSlot(valuesKey, session),
});

/** What the reader has answered before. */
export function recallAnswers(flow: CompiledFlow): ShareableAnswers {
  const {choices, values} = slots();
  return readAnswers(flow, choices.get(), values.get());
}

/** Keeps what of the answers is right, and is no secret. */
export function rememberAnswers(flow: CompiledFlow, answers: ShareableAnswers): void {
  const {choices = {}, values = {}} = storableAnswers(flow, answers);
  const all = slots();
  put(all.choices, flow.id, choices);
  put(all.values, flow.id, values);
  window.__markdocFlows?.();
}

function put(
  slot: ReturnType<typeof createStorageSlot>,
  flow: string,
  answers: {readonly [name: string]: unknown},
): void {
  const before = slot.get();
  const text = writeAnswers(before, flow, answers);
  if (text !== null) slot.set(text);
  else if (before !== null) slot.del();
}

const forgetting = new EventTarget();

/** Forgets everything that the reader has entered on this site, in this page's memory too. */
export function forgetAnswers(): void {
  const {choices, values} = slots();
  choices.del();
  values.del();
  window.__markdocFlows?.();
  forgetting.dispatchEvent(new Event('forget'));
}

/** Calls back when the reader wants everything to be forgotten. */
export function useForgetting(onForget: () => void): void {
  useEffect(() => {
    forgetting.addEventListener('forget', onForget);
    return () => forgetting.removeEventListener('forget', onForget);
  }, [onForget]);
}
