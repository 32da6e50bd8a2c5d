import {interpolate} from '@docusaurus/Interpolate';
import {translate} from '@docusaurus/Translate';
import type {FlowState} from 'docusaurus-plugin-markdoc/client';
import type {AnswerProblem, FlowMessageId} from 'docusaurus-plugin-markdoc/flow';

/**
 * The engine's messages once more, in the same words: Docusaurus finds what can be translated by reading the source, and
 * wants each text to stand in a call.
 */
const problems: {readonly [id in FlowMessageId]: () => string} = {
  missing: () => translate({id: 'theme.FlowChooser.missing', message: '{label} is missing.'}),
  type: () =>
    translate({id: 'theme.FlowChooser.type', message: '{label} does not have the right type.'}),
  const: () => translate({id: 'theme.FlowChooser.const', message: '{label} must be {expected}.'}),
  enum: () =>
    translate({id: 'theme.FlowChooser.enum', message: '{label} must be one of: {expected}.'}),
  minLength: () =>
    translate({
      id: 'theme.FlowChooser.minLength',
      message: '{label} needs at least {expected} characters.',
    }),
  maxLength: () =>
    translate({
      id: 'theme.FlowChooser.maxLength',
      message: '{label} may have at most {expected} characters.',
    }),
  pattern: () =>
    translate({
      id: 'theme.FlowChooser.pattern',
      message: '{label} does not have the right form. It looks like this: {example}',
    }),
  expects: () => translate({id: 'theme.FlowChooser.expects', message: '{expects}'}),
  hostname: () =>
    translate({
      id: 'theme.FlowChooser.hostname',
      message:
        'Enter the host name alone, without https:// and without a path, like this: {example}',
    }),
  uri: () =>
    translate({
      id: 'theme.FlowChooser.uri',
      message: 'Enter a complete address with https://, like this: {example}',
    }),
  uuid: () =>
    translate({
      id: 'theme.FlowChooser.uuid',
      message: 'Enter a UUID: 32 hexadecimal digits in five groups, like this: {example}',
    }),
  email: () =>
    translate({
      id: 'theme.FlowChooser.email',
      message: 'Enter an e-mail address, like this: {example}',
    }),
  minItems: () =>
    translate({
      id: 'theme.FlowChooser.minItems',
      message: '{label} needs at least {expected} entries.',
    }),
  maxItems: () =>
    translate({
      id: 'theme.FlowChooser.maxItems',
      message: '{label} may have at most {expected} entries.',
    }),
  uniqueItems: () =>
    translate({id: 'theme.FlowChooser.uniqueItems', message: '“{item}” is there twice.'}),
  outerSpace: () =>
    translate({
      id: 'theme.FlowChooser.outerSpace',
      message: 'Remove the space before or after the value.',
    }),
  lineBreak: () =>
    translate({id: 'theme.FlowChooser.lineBreak', message: '{label} must be on one line.'}),
  control: () =>
    translate({
      id: 'theme.FlowChooser.control',
      message: '{label} contains an invisible control character. Type it or copy it anew.',
    }),
  forbidden: () => translate({id: 'theme.FlowChooser.forbidden', message: '{reason}'}),
  rule: () => translate({id: 'theme.FlowChooser.rule', message: '{reason}'}),
  dotenv: () =>
    translate({
      id: 'theme.FlowChooser.dotenv',
      message:
        '{label} cannot be written into {file}: tools that read env files disagree about this mixture of quotes, $, # and backslashes. Choose a value without one of them.',
    }),
  option: () =>
    translate({
      id: 'theme.FlowChooser.option',
      message: '{label} has no option “{item}”. Options: {expected}.',
    }),
  unknown: () =>
    translate({id: 'theme.FlowChooser.unknown', message: 'There is no “{item}” here.{hint}'}),
  twice: () => translate({id: 'theme.FlowChooser.twice', message: '“{item}” is given twice.'}),
  secret: () =>
    translate({
      id: 'theme.FlowChooser.secret',
      message: 'A secret is never taken from an address: enter {label} here.',
    }),
  tooLong: () =>
    translate({
      id: 'theme.FlowChooser.tooLong',
      message: 'The address is too long to be a link to these settings.',
    }),
  malformed: () =>
    translate({id: 'theme.FlowChooser.malformed', message: '“{item}” cannot be read.'}),
};

/** What is wrong with an answer, in the reader's language. */
export function problemText({id, params}: AnswerProblem): string {
  return interpolate(problems[id as FlowMessageId](), params);
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
