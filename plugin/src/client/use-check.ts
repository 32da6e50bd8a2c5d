import {useCallback, useRef, useState} from 'react';
import type {CheckResult} from '../flow/existing/index.js';

/** Loads the check of existing files against a flow, with the parsers that it needs. */
export type LoadFlow = () => Promise<{readonly default: (text: string) => CheckResult}>;

/** In bytes; configurations have some thousands. */
const maxFileSize = 2 ** 20;

/** What a check of an existing file remembers, and what can be done with it. */
export interface Check {
  /** The text as the reader has entered it. */
  readonly text: string;
  /** What the check has found, until the reader goes back to the text. */
  readonly result?: CheckResult;
  /** Why there is no result: the check could not be loaded, or the file not be read. */
  readonly failure?: 'unloaded' | 'unreadable';
  /** Changes the text, which makes its result void. */
  edit(text: string): void;
  check(text: string): Promise<void>;
  checkFile(file: File): Promise<void>;
  /** A `ref` for the text and the result: each gets the focus where it takes the place of the other, which had it. */
  focus(element: HTMLElement | null): void;
}

/** Joins the check of an existing file to React. All of it happens in the page. */
export function useCheck(load: LoadFlow): Check {
  const [state, setState] = useState<Pick<Check, 'text' | 'result' | 'failure'>>({text: ''});
  const isFirst = useRef(true);
  const focus = useCallback((element: HTMLElement | null) => {
    if (!isFirst.current) element?.focus();
    isFirst.current = false;
  }, []);

  const edit = (text: string) => setState({text});
  async function check(text: string) {
    edit(text);
    try {
      const {default: checkText} = await load();
      setState({text, result: checkText(text)});
    } catch {
      setState({text, failure: 'unloaded'});
    }
  }
  async function checkFile(file: File) {
    // Read as text, what is no configuration could keep the page busy for long.
    const text = file.size > maxFileSize ? undefined : await file.text().catch(() => undefined);
    if (text !== undefined) return check(text);
    setState({text: state.text, failure: 'unreadable'});
  }
  return {...state, edit, check, checkFile, focus};
}
