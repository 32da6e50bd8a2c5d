import {createStorageSlot} from '@docusaurus/theme-common';

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

type Slot = ReturnType<typeof createStorageSlot>;

/** Where choices are kept between visits, and where values until the tab is closed. */
export function slots(): {readonly choices: Slot; readonly values: Slot} {
  return {
    choices: createStorageSlot(choicesKey, local),
    values: createStorageSlot(valuesKey, session),
  };
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

/**
 * Calls back when the reader wants everything to be forgotten.
 *
 * @returns what to call when that is of no interest any more
 */
export function onForget(listener: () => void): () => void {
  forgetting.addEventListener('forget', listener);
  return () => forgetting.removeEventListener('forget', listener);
}
