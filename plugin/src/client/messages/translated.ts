import codeTranslations from '@generated/codeTranslations';
import {formatMessage} from '../../flow/messages.js';

/**
 * A message of the engine in the reader's language; in English where there is no translation. `translations.ts` has them all for
 * `docusaurus write-translations`.
 */
export function translated(
  id: string,
  params: {readonly [name: string]: string},
  english: string,
): string {
  const text = codeTranslations[id];
  return text ? formatMessage(text, params) : english;
}
