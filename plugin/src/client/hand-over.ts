import {useSyncExternalStore} from 'react';
import type {Answers} from '../flow/index.js';

type Take = (answers: Answers) => void;

/** The choosers of this page by their flows. It lives in the page's memory: no other script sees what is handed over, secrets included. */
const takers = new Map<string, Take>();

/** Says that a chooser takes answers over, and returns what to call when it is gone. */
export function takeAnswers(flow: string, take: Take): () => void {
  takers.set(flow, take);
  return () => {
    if (takers.get(flow) === take) takers.delete(flow);
  };
}

/** What gives answers to the chooser of the flow; `undefined` where the page has none. */
export function useTaker(flow: string): Take | undefined {
  return useSyncExternalStore(
    // A chooser is there as long as its page.
    () => () => {},
    () => takers.get(flow),
    () => undefined,
  );
}
