import {createStorageSlot, useStorageSlot} from '@docusaurus/theme-common';
import useIsBrowser from '@docusaurus/useIsBrowser';
import useIsomorphicLayoutEffect from '@docusaurus/useIsomorphicLayoutEffect';
import {useEffect, useState, useSyncExternalStore} from 'react';
import type {CompiledFlow, ShareableAnswers} from '../flow/index.js';
import {readAnswers, storableAnswers, writeAnswers} from './stored-answers.js';

// The script in the page's head knows these names too: see `node/reader-script.ts`.
const choicesKey = 'markdoc.choices';
const valuesKey = 'markdoc.values';
const session = {persistence: 'sessionStorage'} as const;
const local = {persistence: 'localStorage'} as const;

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

/**
 * The values that are stored, for `readValue`.
 *
 * @returns `null` as long as the page is as the server has rendered it.
 */
export function useStoredValues(): string | null {
  const [text] = useStorageSlot(valuesKey, session);
  // Code blocks are rendered anew at this moment: a value that comes with it moves nothing.
  return useIsBrowser() ? text : null;
}

/** Keeps the page's styles in step with what the reader chooses, in other windows too. */
export function useChoiceMarks(): void {
  const [text] = useStorageSlot(choicesKey, local);
  useIsomorphicLayoutEffect(() => window.__markdocFlows?.(), [text]);
}

/** The components that show a value of the reader's now. */
const showing: object[] = [];
const listeners = new Set<() => void>();

/** Whether this is the component that says, for all that show a value of the reader's, that they do. */
export function useSpeaker(isShowing: boolean): boolean {
  const [me] = useState(() => ({}));
  useEffect(() => {
    if (!isShowing) return undefined;
    showing.push(me);
    for (const listener of listeners) listener();
    return () => {
      showing.splice(showing.indexOf(me), 1);
      for (const listener of listeners) listener();
    };
  }, [isShowing, me]);
  return useSyncExternalStore(
    subscribe,
    () => showing[0] === me,
    () => false,
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
