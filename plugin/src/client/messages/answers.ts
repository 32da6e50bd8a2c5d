import {translate} from '@docusaurus/Translate';
import codeTranslations from '@generated/codeTranslations';
import {formatMessage} from '../../flow/engine.js';
import type {AnswerProblem} from '../../flow/index.js';
import type {FlowState} from '../flow-state.js';

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

/** What is wrong with an answer, in the reader's language. */
export function problemText({id, params, message}: AnswerProblem): string {
  return translated(`theme.FlowChooser.${id}`, params, message);
}

/** What there is to do until the files can be used: `2 values to go: Client ID, Client secret`. */
export function statusText(
  {evaluation, touched}: FlowState,
  problems = evaluation.problems,
): string {
  const labels = new Map(evaluation.fields.map(({field}) => [field.id, field.label]));
  const isWrong = ({field, kind}: AnswerProblem) => kind === 'invalid' && touched.has(field);
  const list = (wrong: boolean) =>
    problems
      .filter((problem) => isWrong(problem) === wrong)
      .flatMap(({field}) => labels.get(field) ?? []);
  const missing = list(false);
  const wrong = list(true);
  const texts = [
    missing.length === 1 &&
      translate(
        {id: 'theme.FlowChooser.oneMissing', message: 'One value to go: {names}.'},
        {names: missing.join(', ')},
      ),
    missing.length > 1 &&
      translate(
        {id: 'theme.FlowChooser.someMissing', message: '{count} values to go: {names}.'},
        {count: missing.length, names: missing.join(', ')},
      ),
    wrong.length > 0 &&
      translate(
        {id: 'theme.FlowChooser.wrong', message: 'To correct: {names}.'},
        {names: wrong.join(', ')},
      ),
    evaluation.complete &&
      translate({id: 'theme.FlowChooser.complete', message: 'Complete and valid.'}),
  ];
  return texts.filter(Boolean).join(' ');
}
