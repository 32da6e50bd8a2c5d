import {translate} from '@docusaurus/Translate';
import type {Props} from '@theme/FlowCheck/Result';

type CheckResult = Props['result'];

/** What is wrong and what to do, in the reader's language. */
export function findingTexts({rule, params, message, remedy}: CheckResult['findings'][number]): {
  readonly message: string;
  readonly remedy: string;
} {
  const say = (id: string, english: string) => translate({id, message: english}, params);
  return {
    message: say(`theme.FlowCheck.${rule}`, message),
    remedy: say(`theme.FlowCheck.${rule}.remedy`, remedy),
  };
}

/** The result in one sentence. */
export function summaryText({recognised, findings}: CheckResult): string {
  const what = recognised
    ? translate(
        {
          id: 'theme.FlowCheck.recognised',
          message: 'This is {file} ({choices}).',
          description: 'Which file it is, and for which choices',
        },
        {file: recognised.filename, choices: Object.values(recognised.choices).join(', ')},
      )
    : '';
  const errors = findings.filter(({level}) => level === 'error').length;
  const warnings = findings.length - errors;
  const counts =
    findings.length === 0
      ? translate({id: 'theme.FlowCheck.right', message: 'Nothing is wrong with it.'})
      : translate(
          {id: 'theme.FlowCheck.counts', message: 'Errors: {errors}. Warnings: {warnings}.'},
          {errors: String(errors), warnings: String(warnings)},
        );
  return `${what} ${counts}`.trim();
}
