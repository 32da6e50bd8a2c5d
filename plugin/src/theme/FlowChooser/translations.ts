import {translate} from '@docusaurus/Translate';

/**
 * The engine's messages once more, in the same words, for `docusaurus write-translations`: it finds what can be translated by reading the
 * source. Nothing imports this file; `problemText` looks translations up by the engine's ids.
 */
export const messages = [
  translate({id: 'theme.FlowChooser.missing', message: 'A value for {label} is missing.'}),
  translate({
    id: 'theme.FlowChooser.type',
    message: 'The value of {label} does not have the right type.',
  }),
  translate({id: 'theme.FlowChooser.const', message: '{label} must be {expected}.'}),
  translate({id: 'theme.FlowChooser.enum', message: '{label} must be one of: {expected}.'}),
  translate({
    id: 'theme.FlowChooser.minLength',
    message: 'The value of {label} is too short: it needs {expected} or more characters.',
  }),
  translate({
    id: 'theme.FlowChooser.maxLength',
    message: '{label} may have at most {expected} characters.',
  }),
  translate({
    id: 'theme.FlowChooser.pattern',
    message: 'The value of {label} does not have the right form. It looks like this: {example}',
  }),
  translate({id: 'theme.FlowChooser.expects', message: '{expects}'}),
  translate({
    id: 'theme.FlowChooser.hostname',
    message:
      'Enter the host name alone, without a scheme such as https:// and without a path, like this: {example}',
  }),
  translate({
    id: 'theme.FlowChooser.uri',
    message: 'Enter a complete address with its scheme, like this: {example}',
  }),
  translate({
    id: 'theme.FlowChooser.uuid',
    message: 'Enter a UUID: 32 hexadecimal digits in five groups, like this: {example}',
  }),
  translate({
    id: 'theme.FlowChooser.email',
    message: 'Enter an e-mail address, like this: {example}',
  }),
  translate({
    id: 'theme.FlowChooser.minItems',
    message: 'There are too few entries for {label}: {expected} or more are needed.',
  }),
  translate({
    id: 'theme.FlowChooser.maxItems',
    message: '{label} may have at most {expected} entries.',
  }),
  translate({id: 'theme.FlowChooser.uniqueItems', message: '“{item}” is there twice.'}),
  translate({
    id: 'theme.FlowChooser.outerSpace',
    message: 'Remove the space before or after the value.',
  }),
  translate({id: 'theme.FlowChooser.lineBreak', message: '{label} must be on one line.'}),
  translate({
    id: 'theme.FlowChooser.control',
    message:
      'The value of {label} contains an invisible control character. Type it or copy it anew.',
  }),
  translate({id: 'theme.FlowChooser.forbidden', message: '{reason}'}),
  translate({id: 'theme.FlowChooser.rule', message: '{reason}'}),
  translate({
    id: 'theme.FlowChooser.dotenv',
    message:
      '{label} cannot be written into {file}: tools that read env files disagree about this mixture of quotes, $, # and backslashes. Choose a value without one of them.',
  }),
  translate({
    id: 'theme.FlowChooser.ini',
    message:
      '{label} cannot be written into {file}: programs that read ini files disagree about ", #, ;, %, $ before a brace, backslashes, a quote or a space at an end, and a comma in a list. Choose a value without them.',
  }),
  translate({
    id: 'theme.FlowChooser.properties',
    message:
      '{label} cannot be written into {file}: its entries stand there with commas between them. Choose entries without commas, and without spaces at either end.',
  }),
  translate({
    id: 'theme.FlowChooser.option',
    message: '“{item}” is no option of “{label}”. Options: {expected}.',
  }),
  translate({id: 'theme.FlowChooser.unknown', message: 'There is no “{item}” here.{hint}'}),
  translate({id: 'theme.FlowChooser.twice', message: '“{item}” is given twice.'}),
  translate({
    id: 'theme.FlowChooser.secret',
    message: 'A secret is never taken from an address: enter {label} here.',
  }),
  translate({
    id: 'theme.FlowChooser.tooLong',
    message: 'The address is too long to be a link to these settings.',
  }),
  translate({id: 'theme.FlowChooser.malformed', message: '“{item}” cannot be read.'}),
];
