/** The names that an author can write are those that the reader's page knows. There is nothing to run: `tsc` compiles this file, or does not. */
import type {PageVariables} from '../../src/client/page-variables.js';
import type {pageNames} from '../../src/markdoc/evaluate.js';

type Names = {
  [Root in keyof typeof pageNames]: (typeof pageNames)[Root][number];
};
type Known = {[Root in keyof PageVariables]: keyof PageVariables[Root]};

true satisfies [Names, Known] extends [Known, Names] ? true : false;
