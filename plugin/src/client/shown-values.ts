import {createStorageSlot, useStorageSlot} from '@docusaurus/theme-common';
import useIsBrowser from '@docusaurus/useIsBrowser';
import useIsomorphicLayoutEffect from '@docusaurus/useIsomorphicLayoutEffect';
import {useEffect, useState, useSyncExternalStore} from 'react';
import {answerSlots} from '../reader-names.js';

/** The values that are stored, for `readValue`; `null` as long as the page is as the server has rendered it. */
export function useStoredValues(): string | null {
  const [text] = useStorageSlot(...answerSlots.values);
  // Code blocks are rendered anew at this moment: a value that comes with it moves nothing.
  return useIsBrowser() ? text : null;
}

/** Keeps the page's styles in step with what the reader chooses, in other windows too. */
export function useChoiceMarks(): void {
  const [text] = useStorageSlot(...answerSlots.choices);
  useIsomorphicLayoutEffect(() => window.__markdocFlows?.(), [text]);
}

/** Forgets everything that the reader has entered on this site. A chooser on this page has a button of its own for that. */
export function forgetValues(): void {
  createStorageSlot(...answerSlots.choices).del();
  createStorageSlot(...answerSlots.values).del();
  window.__markdocFlows?.();
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
