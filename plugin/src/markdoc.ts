import {createRequire} from 'node:module';
import type * as MarkdocModule from '@markdoc/markdoc';

/**
 * Markdoc's own library.
 *
 * It is a CommonJS bundle whose exports Node cannot name beforehand, and tools disagree on what its default export is when it is
 * imported. Required, it is the same everywhere.
 */
export const Markdoc: typeof MarkdocModule = createRequire(import.meta.url)('@markdoc/markdoc');
