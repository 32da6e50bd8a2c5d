import {translate} from '@docusaurus/Translate';
import type {CheckResult} from '../../flow/existing/index.js';
import {problemText} from './answers.js';
import {translated} from './translated.js';

/** What is wrong and what to do, in the reader's language. */
export function findingTexts(finding: CheckResult['findings'][number]): {
  readonly message: string;
  readonly remedy: string;
} {
  const {rule, message, remedy, problem} = finding;
  // Where the reason is the engine's, the chooser has its translation.
  const params = problem ? {...finding.params, reason: problemText(problem)} : finding.params;
  const id = `theme.FlowCheck.${rule}`;
  return {
    message: translated(id, params, message),
    remedy: translated(`${id}.remedy`, params, remedy),
  };
}

/** Which file it is, and for which choices as far as these can be told from it. */
function recognisedText({filename, choices}: NonNullable<CheckResult['recognised']>): string {
  const options = Object.values(choices).join(', ');
  if (options === '') {
    return translate(
      {id: 'theme.FlowCheck.recognisedAlone', message: 'This is {file}.'},
      {file: filename},
    );
  }
  return translate(
    {
      id: 'theme.FlowCheck.recognised',
      message: 'This is {file} ({choices}).',
      description: 'Which file it is, and for which choices',
    },
    {file: filename, choices: options},
  );
}

/** The result in one sentence. */
export function summaryText({recognised, findings}: CheckResult): string {
  const what = recognised ? recognisedText(recognised) : '';
  const errors = findings.filter(({level}) => level === 'error').length;
  const warnings = findings.length - errors;
  const counts = [
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
  return [what, ...counts].filter(Boolean).join(' ');
}
