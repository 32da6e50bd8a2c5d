import codeTranslations from '@generated/codeTranslations';
import {formatMessage} from '../../flow/engine.js';

/**
 * A message of the engine in the reader's language; in English where there is no translation. For `docusaurus write-translations` the
 * plugin's build writes all of them into a file beside this one.
 */
export function translated(
  id: string,
  params: {readonly [name: string]: string},
  english: string,
): string {
  const text = codeTranslations[id];
  return text ? formatMessage(text, params) : english;
}
