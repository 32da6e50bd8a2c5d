import {translate} from '@docusaurus/Translate';
import type {CheckResult} from '../../flow/existing/index.js';
import {problemText, translated} from './answers.js';

/** What is wrong and what to do, in the reader's language. */
export function findingTexts(finding: CheckResult['findings'][number]) {
  const {rule, message, remedy, problem} = finding;
  // Where the reason is the engine's, the chooser has its translation.
  const params = problem ? {...finding.params, reason: problemText(problem)} : finding.params;
  const id = `theme.FlowCheck.${rule}`;
  return {
    message: translated(id, params, message),
    remedy: translated(`${id}.remedy`, params, remedy),
  };
}

/** The result in one sentence: which file it is, for which choices as far as these can be told from it, and what is wrong with it. */
export function summaryText({recognised, findings}: CheckResult): string {
  const file = recognised?.filename;
  const choices = Object.values(recognised?.choices ?? {}).join(', ');
  const errors = findings.filter(({level}) => level === 'error').length;
  const warnings = findings.length - errors;
  const texts = [
    file &&
      choices === '' &&
      translate({id: 'theme.FlowCheck.recognisedAlone', message: 'This is {file}.'}, {file}),
    file &&
      choices !== '' &&
      translate(
        {
          id: 'theme.FlowCheck.recognised',
          message: 'This is {file} ({choices}).',
          description: 'Which file it is, and for which choices',
        },
        {file, choices},
      ),
    findings.length === 0 &&
      translate({id: 'theme.FlowCheck.right', message: 'Nothing is wrong with it.'}),
    errors > 0 &&
      translate(
        {id: 'theme.FlowCheck.errors', message: 'Errors: {errors}.'},
        {errors: String(errors)},
      ),
    warnings > 0 &&
      translate(
        {id: 'theme.FlowCheck.warnings', message: 'Warnings: {warnings}.'},
        {warnings: String(warnings)},
      ),
  ];
  return texts.filter(Boolean).join(' ');
}
