/**
 * Where the browser keeps the reader's answers: choices between visits, values until the tab is closed.
 *
 * The chooser, what shows values and the script in the page's head (`client/reader-script.ts`) are loaded without each other, and share no
 * module for the sake of two names. This holds them together.
 */
export interface AnswerStorage {
  readonly choices: readonly ['markdoc.choices', {readonly persistence: 'localStorage'}];
  readonly values: readonly ['markdoc.values', {readonly persistence: 'sessionStorage'}];
}

declare global {
  interface Window {
    /** Tells the page's styles what the reader has chosen: see `client/reader-script.ts`. */
    __markdocFlows?: () => void;
  }
}
