import type {Spelling} from '../format.js';

/** How JSON is written: there is one way to write a value; lists get a space after the comma, as everything else on the line. */
export const spelling: Spelling = {
  spell: (value) => [
    Array.isArray(value)
      ? `[${value.map((item) => JSON.stringify(item)).join(', ')}]`
      : JSON.stringify(value),
  ],
};
