import {translate} from '@docusaurus/Translate';

/**
 * The engine's messages and the check's rules once more, for `docusaurus write-translations`, which finds them by reading this. Nothing
 * imports it. Written by `npm run docs:translations`.
 */
export const translations = [
  translate({
    id: 'theme.FlowChooser.missing',
    message: 'A value for {label} is missing.',
    description: 'What is wrong with an answer; {label}: what the form calls the value',
  }),
  translate({
    id: 'theme.FlowChooser.type',
    message: 'The value of {label} does not have the right type.',
    description: 'What is wrong with an answer; {label}: what the form calls the value',
  }),
  translate({
    id: 'theme.FlowChooser.const',
    message: '{label} must be {expected}.',
    description:
      'What is wrong with an answer; {label}: what the form calls the value; {expected}: what is allowed',
  }),
  translate({
    id: 'theme.FlowChooser.enum',
    message: '{label} must be one of: {expected}.',
    description:
      'What is wrong with an answer; {label}: what the form calls the value; {expected}: what is allowed',
  }),
  translate({
    id: 'theme.FlowChooser.minLength',
    message: 'The value of {label} is too short: it needs {expected} or more characters.',
    description:
      'What is wrong with an answer; {label}: what the form calls the value; {expected}: what is allowed',
  }),
  translate({
    id: 'theme.FlowChooser.maxLength',
    message: '{label} may have at most {expected} characters.',
    description:
      'What is wrong with an answer; {label}: what the form calls the value; {expected}: what is allowed',
  }),
  translate({
    id: 'theme.FlowChooser.pattern',
    message: 'The value of {label} does not have the right form. It looks like this: {example}',
    description:
      'What is wrong with an answer; {label}: what the form calls the value; {example}: a value of the right form',
  }),
  translate({
    id: 'theme.FlowChooser.expects',
    message: '{expects}',
    description:
      'What is wrong with an answer; {expects}: the right form, in the words of the flow’s author',
  }),
  translate({
    id: 'theme.FlowChooser.hostname',
    message: 'Enter the host name alone, without https:// and without a path, like this: {example}',
    description: 'What is wrong with an answer; {example}: a value of the right form',
  }),
  translate({
    id: 'theme.FlowChooser.uri',
    message: 'Enter a complete address with https://, like this: {example}',
    description: 'What is wrong with an answer; {example}: a value of the right form',
  }),
  translate({
    id: 'theme.FlowChooser.uuid',
    message: 'Enter a UUID: 32 hexadecimal digits in five groups, like this: {example}',
    description: 'What is wrong with an answer; {example}: a value of the right form',
  }),
  translate({
    id: 'theme.FlowChooser.email',
    message: 'Enter an e-mail address, like this: {example}',
    description: 'What is wrong with an answer; {example}: a value of the right form',
  }),
  translate({
    id: 'theme.FlowChooser.minItems',
    message: 'There are too few entries for {label}: {expected} or more are needed.',
    description:
      'What is wrong with an answer; {label}: what the form calls the value; {expected}: what is allowed',
  }),
  translate({
    id: 'theme.FlowChooser.maxItems',
    message: '{label} may have at most {expected} entries.',
    description:
      'What is wrong with an answer; {label}: what the form calls the value; {expected}: what is allowed',
  }),
  translate({
    id: 'theme.FlowChooser.uniqueItems',
    message: '“{item}” is there twice.',
    description: 'What is wrong with an answer; {item}: what was entered',
  }),
  translate({
    id: 'theme.FlowChooser.outerSpace',
    message: 'Remove the space before or after the value.',
    description: 'What is wrong with an answer',
  }),
  translate({
    id: 'theme.FlowChooser.lineBreak',
    message: '{label} must be on one line.',
    description: 'What is wrong with an answer; {label}: what the form calls the value',
  }),
  translate({
    id: 'theme.FlowChooser.control',
    message:
      'The value of {label} contains an invisible control character. Type it or copy it anew.',
    description: 'What is wrong with an answer; {label}: what the form calls the value',
  }),
  translate({
    id: 'theme.FlowChooser.forbidden',
    message: '{reason}',
    description:
      'What is wrong with an answer; {reason}: a sentence of the flow’s author or of the parser',
  }),
  translate({
    id: 'theme.FlowChooser.rule',
    message: '{reason}',
    description:
      'What is wrong with an answer; {reason}: a sentence of the flow’s author or of the parser',
  }),
  translate({
    id: 'theme.FlowChooser.dotenv',
    message:
      '{label} cannot be written into {file}: tools that read env files disagree about this mixture of quotes, $, # and backslashes. Choose a value without one of them.',
    description: 'What is wrong with an answer; {label}: what the form calls the value',
  }),
  translate({
    id: 'theme.FlowChooser.option',
    message: '“{item}” is no option of “{label}”. Options: {expected}.',
    description:
      'What is wrong with an answer; {label}: what the form calls the value; {expected}: what is allowed; {item}: what was entered',
  }),
  translate({
    id: 'theme.FlowChooser.unknown',
    message: 'There is no “{item}” here.{hint}',
    description:
      'What is wrong with an answer; {item}: what was entered; {hint}: nothing, or a sentence that proposes another name',
  }),
  translate({
    id: 'theme.FlowChooser.twice',
    message: '“{item}” is given twice.',
    description: 'What is wrong with an answer; {item}: what was entered',
  }),
  translate({
    id: 'theme.FlowChooser.secret',
    message: 'A secret is never taken from an address: enter {label} here.',
    description: 'What is wrong with an answer; {label}: what the form calls the value',
  }),
  translate({
    id: 'theme.FlowChooser.tooLong',
    message: 'The address is too long to be a link to these settings.',
    description: 'What is wrong with an answer',
  }),
  translate({
    id: 'theme.FlowChooser.malformed',
    message: '“{item}” cannot be read.',
    description: 'What is wrong with an answer; {item}: what was entered',
  }),
  translate({
    id: 'theme.FlowCheck.too-long',
    message: 'The text is too long for a configuration file.',
    description: 'What is wrong with a file',
  }),
  translate({
    id: 'theme.FlowCheck.too-long.remedy',
    message: 'Check the part about signing in by itself.',
    description: 'What to do about “The text is too long for a configuration file.”',
  }),
  translate({
    id: 'theme.FlowCheck.unrecognised',
    message: 'This is none of the files that are known here: {expected}.',
    description: 'What is wrong with a file; {expected}: what is allowed',
  }),
  translate({
    id: 'theme.FlowCheck.unrecognised.remedy',
    message: 'Paste the whole file, from its first line on.',
    description: 'What to do about “This is none of the files that are known here: {expected}.”',
  }),
  translate({
    id: 'theme.FlowCheck.syntax',
    message: 'This cannot be read: {reason}',
    description:
      'What is wrong with a file; {reason}: a sentence of the flow’s author or of the parser',
  }),
  translate({
    id: 'theme.FlowCheck.syntax.remedy',
    message: 'Correct this line.',
    description: 'What to do about “This cannot be read: {reason}”',
  }),
  translate({
    id: 'theme.FlowCheck.unclosed-quote',
    message: 'A quote is opened here and not closed.',
    description: 'What is wrong with a file',
  }),
  translate({
    id: 'theme.FlowCheck.unclosed-quote.remedy',
    message: 'Add the closing {quote} at the end of the value.',
    description: 'What to do about “A quote is opened here and not closed.”',
  }),
  translate({
    id: 'theme.FlowCheck.extra-quote',
    message: 'The value goes on behind its closing quote.',
    description: 'What is wrong with a file',
  }),
  translate({
    id: 'theme.FlowCheck.extra-quote.remedy',
    message: 'Remove what follows the first closing {quote}.',
    description: 'What to do about “The value goes on behind its closing quote.”',
  }),
  translate({
    id: 'theme.FlowCheck.stray-quote',
    message: 'The value ends in a quote that was never opened: {quote} becomes a part of it.',
    description: 'What is wrong with a file',
  }),
  translate({
    id: 'theme.FlowCheck.stray-quote.remedy',
    message: 'Remove the {quote} at the end, or add one at the start.',
    description:
      'What to do about “The value ends in a quote that was never opened: {quote} becomes a part of it.”',
  }),
  translate({
    id: 'theme.FlowCheck.colon-space',
    message: 'There is no space after the colon, so that “{key}” is not read as a key.',
    description: 'What is wrong with a file; {key}: the key in the file',
  }),
  translate({
    id: 'theme.FlowCheck.colon-space.remedy',
    message: 'Write a space after the colon: {key}: …',
    description:
      'What to do about “There is no space after the colon, so that “{key}” is not read as a key.”; {key}: the key in the file',
  }),
  translate({
    id: 'theme.FlowCheck.indentation',
    message: '“{key}” is indented like none of the keys that it can stand beside.',
    description: 'What is wrong with a file; {key}: the key in the file',
  }),
  translate({
    id: 'theme.FlowCheck.indentation.remedy',
    message: 'Indent it as far as “{before}” in line {other}.',
    description:
      'What to do about ““{key}” is indented like none of the keys that it can stand beside.”',
  }),
  translate({
    id: 'theme.FlowCheck.indent-character',
    message: 'The line is indented with a tab or a non-breaking space, which YAML does not allow.',
    description: 'What is wrong with a file',
  }),
  translate({
    id: 'theme.FlowCheck.indent-character.remedy',
    message: 'Indent with ordinary spaces, here and below.',
    description:
      'What to do about “The line is indented with a tab or a non-breaking space, which YAML does not allow.”',
  }),
  translate({
    id: 'theme.FlowCheck.yaml-equals',
    message: '“{key}=” is not read as a key: this is YAML, and no env file.',
    description: 'What is wrong with a file; {key}: the key in the file',
  }),
  translate({
    id: 'theme.FlowCheck.yaml-equals.remedy',
    message: 'Write a colon and a space: {key}: …',
    description:
      'What to do about ““{key}=” is not read as a key: this is YAML, and no env file.”; {key}: the key in the file',
  }),
  translate({
    id: 'theme.FlowCheck.flat-block',
    message: '“{key}” is empty: what belongs to it is not indented.',
    description: 'What is wrong with a file; {key}: the key in the file',
  }),
  translate({
    id: 'theme.FlowCheck.flat-block.remedy',
    message: 'Indent lines {from} to {to} deeper than “{key}”.',
    description:
      'What to do about ““{key}” is empty: what belongs to it is not indented.”; {key}: the key in the file',
  }),
  translate({
    id: 'theme.FlowCheck.misplaced-key',
    message: '“{key}” is not looked for here. It belongs under “{parent}”.',
    description:
      'What is wrong with a file; {key}: the key in the file; {parent}: the key above it',
  }),
  translate({
    id: 'theme.FlowCheck.misplaced-key.remedy',
    message: 'Write it under “{parent}”, indented, with all that belongs to it.',
    description:
      'What to do about ““{key}” is not looked for here. It belongs under “{parent}”.”; {parent}: the key above it',
  }),
  translate({
    id: 'theme.FlowCheck.misplaced-block',
    message: '“{key}” is not looked for here. It belongs to no other key.',
    description: 'What is wrong with a file; {key}: the key in the file',
  }),
  translate({
    id: 'theme.FlowCheck.misplaced-block.remedy',
    message: 'Write it without indentation, and move up what belongs to it.',
    description: 'What to do about ““{key}” is not looked for here. It belongs to no other key.”',
  }),
  translate({
    id: 'theme.FlowCheck.duplicate-key',
    message: '“{key}” is already in line {other}.',
    description: 'What is wrong with a file; {key}: the key in the file',
  }),
  translate({
    id: 'theme.FlowCheck.duplicate-key.remedy',
    message: 'Keep one of the two lines.',
    description: 'What to do about ““{key}” is already in line {other}.”',
  }),
  translate({
    id: 'theme.FlowCheck.dotted-key',
    message: 'A dot does not put one key into another: this is a key named “{key}”.',
    description: 'What is wrong with a file; {key}: the key in the file',
  }),
  translate({
    id: 'theme.FlowCheck.dotted-key.remedy',
    message: 'Write “{last}” by itself, indented, under “{parent}”.',
    description:
      'What to do about “A dot does not put one key into another: this is a key named “{key}”.”; {parent}: the key above it',
  }),
  translate({
    id: 'theme.FlowCheck.env-colon',
    message: '“{key}: value” is understood by some tools only.',
    description: 'What is wrong with a file; {key}: the key in the file',
  }),
  translate({
    id: 'theme.FlowCheck.env-colon.remedy',
    message: 'Write {key}=… with an equals sign, as everywhere in env files.',
    description:
      'What to do about ““{key}: value” is understood by some tools only.”; {key}: the key in the file',
  }),
  translate({
    id: 'theme.FlowCheck.env-space',
    message: 'Spaces around the equals sign are understood by some tools only.',
    description: 'What is wrong with a file',
  }),
  translate({
    id: 'theme.FlowCheck.env-space.remedy',
    message: 'Write {key}=… without spaces.',
    description:
      'What to do about “Spaces around the equals sign are understood by some tools only.”; {key}: the key in the file',
  }),
  translate({
    id: 'theme.FlowCheck.env-comment',
    message: '“//” does not start a comment in an env file.',
    description: 'What is wrong with a file',
  }),
  translate({
    id: 'theme.FlowCheck.env-comment.remedy',
    message: 'Start the comment with #, on a line of its own.',
    description: 'What to do about ““//” does not start a comment in an env file.”',
  }),
  translate({
    id: 'theme.FlowCheck.env-line',
    message: 'This is neither KEY=value nor a comment.',
    description: 'What is wrong with a file',
  }),
  translate({
    id: 'theme.FlowCheck.env-line.remedy',
    message: 'Write KEY=value on one line, or start the line with #.',
    description: 'What to do about “This is neither KEY=value nor a comment.”',
  }),
  translate({
    id: 'theme.FlowCheck.merged-lines',
    message: '“{other}” stands in the value of another key.',
    description: 'What is wrong with a file',
  }),
  translate({
    id: 'theme.FlowCheck.merged-lines.remedy',
    message: 'Start a new line before {other}.',
    description: 'What to do about ““{other}” stands in the value of another key.”',
  }),
  translate({
    id: 'theme.FlowCheck.dollar',
    message: 'Docker Compose takes the $ in “{key}” for the start of a variable and replaces it.',
    description: 'What is wrong with a file; {key}: the key in the file',
  }),
  translate({
    id: 'theme.FlowCheck.dollar.remedy',
    message: 'Put the value in single quotes.',
    description:
      'What to do about “Docker Compose takes the $ in “{key}” for the start of a variable and replaces it.”',
  }),
  translate({
    id: 'theme.FlowCheck.dollar-and-quote',
    message: 'Docker Compose takes the $ in “{key}” for the start of a variable and replaces it.',
    description: 'What is wrong with a file; {key}: the key in the file',
  }),
  translate({
    id: 'theme.FlowCheck.dollar-and-quote.remedy',
    message: 'Write $$ in place of $.',
    description:
      'What to do about “Docker Compose takes the $ in “{key}” for the start of a variable and replaces it.”',
  }),
  translate({
    id: 'theme.FlowCheck.self-reference',
    message: '“{key}” refers to itself: the value is to be set here.',
    description: 'What is wrong with a file; {key}: the key in the file',
  }),
  translate({
    id: 'theme.FlowCheck.self-reference.remedy',
    message: 'Write the value by itself, without a variable around it.',
    description: 'What to do about ““{key}” refers to itself: the value is to be set here.”',
  }),
  translate({
    id: 'theme.FlowCheck.repeated-key',
    message: 'The name of the key stands in its value again.',
    description: 'What is wrong with a file',
  }),
  translate({
    id: 'theme.FlowCheck.repeated-key.remedy',
    message: 'Remove “{key}” and what follows it up to the value.',
    description:
      'What to do about “The name of the key stands in its value again.”; {key}: the key in the file',
  }),
  translate({
    id: 'theme.FlowCheck.braces',
    message: 'The address stands in braces, which become a part of it.',
    description: 'What is wrong with a file',
  }),
  translate({
    id: 'theme.FlowCheck.braces.remedy',
    message: 'Remove { and }.',
    description: 'What to do about “The address stands in braces, which become a part of it.”',
  }),
  translate({
    id: 'theme.FlowCheck.value-syntax',
    message: 'The server reads “{key}” as YAML, and this is none: {reason}',
    description:
      'What is wrong with a file; {reason}: a sentence of the flow’s author or of the parser; {key}: the key in the file',
  }),
  translate({
    id: 'theme.FlowCheck.value-syntax.remedy',
    message: 'Correct quotes and brackets, or put the value in quotes.',
    description: 'What to do about “The server reads “{key}” as YAML, and this is none: {reason}”',
  }),
  translate({
    id: 'theme.FlowCheck.substitution',
    message: '“{key}” is put together from variables, so that it cannot be checked.',
    description: 'What is wrong with a file; {key}: the key in the file',
  }),
  translate({
    id: 'theme.FlowCheck.substitution.remedy',
    message: 'Write the value itself in place of the variables.',
    description:
      'What to do about ““{key}” is put together from variables, so that it cannot be checked.”',
  }),
  translate({
    id: 'theme.FlowCheck.unknown-key',
    message: 'There is no key “{key}” here.',
    description: 'What is wrong with a file; {key}: the key in the file',
  }),
  translate({
    id: 'theme.FlowCheck.unknown-key.remedy',
    message: 'Remove it, or look its name up.',
    description: 'What to do about “There is no key “{key}” here.”',
  }),
  translate({
    id: 'theme.FlowCheck.misspelt-key',
    message: 'There is no key “{key}” here.',
    description: 'What is wrong with a file; {key}: the key in the file',
  }),
  translate({
    id: 'theme.FlowCheck.misspelt-key.remedy',
    message: 'Write it like this: {near}',
    description: 'What to do about “There is no key “{key}” here.”',
  }),
  translate({
    id: 'theme.FlowCheck.other-choice',
    message: '“{key}” is for “{label}” ({option}) only, and this file says {chosen}.',
    description:
      'What is wrong with a file; {label}: what the form calls the value; {key}: the key in the file',
  }),
  translate({
    id: 'theme.FlowCheck.other-choice.remedy',
    message: 'Remove it, or set {choice} to {option}.',
    description:
      'What to do about ““{key}” is for “{label}” ({option}) only, and this file says {chosen}.”',
  }),
  translate({
    id: 'theme.FlowCheck.misspelt-other-choice',
    message:
      'There is no key “{key}” here. “{near}” is for “{label}” ({option}) only, and this file says {chosen}.',
    description:
      'What is wrong with a file; {label}: what the form calls the value; {key}: the key in the file',
  }),
  translate({
    id: 'theme.FlowCheck.misspelt-other-choice.remedy',
    message: 'Remove it, or write {near} and set {choice} to {option}.',
    description:
      'What to do about “There is no key “{key}” here. “{near}” is for “{label}” ({option}) only, and this file says {chosen}.”',
  }),
  translate({
    id: 'theme.FlowCheck.wrong-choice',
    message: 'This line says {chosen}, but the rest of the file is for “{label}” ({option}).',
    description: 'What is wrong with a file; {label}: what the form calls the value',
  }),
  translate({
    id: 'theme.FlowCheck.wrong-choice.remedy',
    message: 'Write: {line}',
    description:
      'What to do about “This line says {chosen}, but the rest of the file is for “{label}” ({option}).”',
  }),
  translate({
    id: 'theme.FlowCheck.missing-key',
    message: '“{key}” is missing. {reason}',
    description:
      'What is wrong with a file; {reason}: a sentence of the flow’s author or of the parser; {key}: the key in the file',
  }),
  translate({
    id: 'theme.FlowCheck.missing-key.remedy',
    message: 'Add: {line}',
    description: 'What to do about ““{key}” is missing. {reason}”',
  }),
  translate({
    id: 'theme.FlowCheck.missing-below',
    message: '“{key}” is missing under “{parent}”. {reason}',
    description:
      'What is wrong with a file; {reason}: a sentence of the flow’s author or of the parser; {key}: the key in the file; {parent}: the key above it',
  }),
  translate({
    id: 'theme.FlowCheck.missing-below.remedy',
    message: 'Add: {line}',
    description: 'What to do about ““{key}” is missing under “{parent}”. {reason}”',
  }),
  translate({
    id: 'theme.FlowCheck.missing-answer',
    message: '“{key}” is missing. {reason}',
    description:
      'What is wrong with a file; {reason}: a sentence of the flow’s author or of the parser; {key}: the key in the file',
  }),
  translate({
    id: 'theme.FlowCheck.missing-answer.remedy',
    message: 'Add it, with the {label}. {find}',
    description:
      'What to do about ““{key}” is missing. {reason}”; {label}: what the form calls the value',
  }),
  translate({
    id: 'theme.FlowCheck.missing-answer-below',
    message: '“{key}” is missing under “{parent}”. {reason}',
    description:
      'What is wrong with a file; {reason}: a sentence of the flow’s author or of the parser; {key}: the key in the file; {parent}: the key above it',
  }),
  translate({
    id: 'theme.FlowCheck.missing-answer-below.remedy',
    message: 'Add it, with the {label}. {find}',
    description:
      'What to do about ““{key}” is missing under “{parent}”. {reason}”; {label}: what the form calls the value',
  }),
  translate({
    id: 'theme.FlowCheck.placeholder',
    message: '“{key}” still has a placeholder instead of a value.',
    description: 'What is wrong with a file; {key}: the key in the file',
  }),
  translate({
    id: 'theme.FlowCheck.placeholder.remedy',
    message: 'Enter the {label}. {find}',
    description:
      'What to do about ““{key}” still has a placeholder instead of a value.”; {label}: what the form calls the value',
  }),
  translate({
    id: 'theme.FlowCheck.empty-value',
    message: '“{key}” has no value. {reason}',
    description:
      'What is wrong with a file; {reason}: a sentence of the flow’s author or of the parser; {key}: the key in the file',
  }),
  translate({
    id: 'theme.FlowCheck.empty-value.remedy',
    message: 'Write: {line}',
    description: 'What to do about ““{key}” has no value. {reason}”',
  }),
  translate({
    id: 'theme.FlowCheck.empty-answer',
    message: '“{key}” has no value. {reason}',
    description:
      'What is wrong with a file; {reason}: a sentence of the flow’s author or of the parser; {key}: the key in the file',
  }),
  translate({
    id: 'theme.FlowCheck.empty-answer.remedy',
    message: 'Enter the {label}. {find}',
    description:
      'What to do about ““{key}” has no value. {reason}”; {label}: what the form calls the value',
  }),
  translate({
    id: 'theme.FlowCheck.invalid-value',
    message: 'The value of “{key}” is not right.',
    description: 'What is wrong with a file; {key}: the key in the file',
  }),
  translate({
    id: 'theme.FlowCheck.invalid-value.remedy',
    message: '{reason}',
    description:
      'What to do about “The value of “{key}” is not right.”; {reason}: a sentence of the flow’s author or of the parser',
  }),
  translate({
    id: 'theme.FlowCheck.wrong-value',
    message: 'The value of “{key}” does not fit. {reason}',
    description:
      'What is wrong with a file; {reason}: a sentence of the flow’s author or of the parser; {key}: the key in the file',
  }),
  translate({
    id: 'theme.FlowCheck.wrong-value.remedy',
    message: 'Write: {line}',
    description: 'What to do about “The value of “{key}” does not fit. {reason}”',
  }),
  translate({
    id: 'theme.FlowCheck.contradiction',
    message: 'The value of “{key}” contradicts line {other}, where {label} is “{value}”. {reason}',
    description:
      'What is wrong with a file; {label}: what the form calls the value; {reason}: a sentence of the flow’s author or of the parser; {key}: the key in the file',
  }),
  translate({
    id: 'theme.FlowCheck.contradiction.remedy',
    message: 'Write: {line}. Or correct line {other}.',
    description:
      'What to do about “The value of “{key}” contradicts line {other}, where {label} is “{value}”. {reason}”',
  }),
  translate({
    id: 'theme.FlowCheck.other-host',
    message: '“{key}” is on another host than line {other} says, where {label} is “{value}”.',
    description:
      'What is wrong with a file; {label}: what the form calls the value; {key}: the key in the file',
  }),
  translate({
    id: 'theme.FlowCheck.other-host.remedy',
    message: 'Write: {line}. Or correct line {other}.',
    description:
      'What to do about ““{key}” is on another host than line {other} says, where {label} is “{value}”.”',
  }),
  translate({
    id: 'theme.FlowCheck.plain-http',
    message: '“{key}” goes over plain HTTP, where anyone on the way can change the answer.',
    description: 'What is wrong with a file; {key}: the key in the file',
  }),
  translate({
    id: 'theme.FlowCheck.plain-http.remedy',
    message: 'Write: {line}',
    description:
      'What to do about ““{key}” goes over plain HTTP, where anyone on the way can change the answer.”',
  }),
  translate({
    id: 'theme.FlowCheck.trailing-slash',
    message: '“{key}” ends in a slash, to which more of the address is appended.',
    description: 'What is wrong with a file; {key}: the key in the file',
  }),
  translate({
    id: 'theme.FlowCheck.trailing-slash.remedy',
    message: 'Remove the slash at the end.',
    description:
      'What to do about ““{key}” ends in a slash, to which more of the address is appended.”',
  }),
  translate({
    id: 'theme.FlowCheck.missing-item',
    message: '“{key}” lacks {item}. {reason}',
    description:
      'What is wrong with a file; {item}: what was entered; {reason}: a sentence of the flow’s author or of the parser; {key}: the key in the file',
  }),
  translate({
    id: 'theme.FlowCheck.missing-item.remedy',
    message: 'Add {item} to the list.',
    description: 'What to do about ““{key}” lacks {item}. {reason}”; {item}: what was entered',
  }),
  translate({
    id: 'theme.FlowCheck.unknown-option',
    message: 'The value of “{key}” does not fit. It is one of: {options}.',
    description: 'What is wrong with a file; {key}: the key in the file',
  }),
  translate({
    id: 'theme.FlowCheck.unknown-option.remedy',
    message: 'Write: {line}',
    description: 'What to do about “The value of “{key}” does not fit. It is one of: {options}.”',
  }),
  translate({
    id: 'theme.FlowCheck.needs-block',
    message: '“{key}” must be a block with keys of its own.',
    description: 'What is wrong with a file; {key}: the key in the file',
  }),
  translate({
    id: 'theme.FlowCheck.needs-block.remedy',
    message: 'Write: {line}',
    description: 'What to do about ““{key}” must be a block with keys of its own.”',
  }),
  translate({
    id: 'theme.FlowCheck.needs-no-block',
    message: '“{key}” must be a single value, without keys of its own.',
    description: 'What is wrong with a file; {key}: the key in the file',
  }),
  translate({
    id: 'theme.FlowCheck.needs-no-block.remedy',
    message: 'Write the value behind the colon.',
    description: 'What to do about ““{key}” must be a single value, without keys of its own.”',
  }),
  translate({
    id: 'theme.FlowCheck.needs-list',
    message: '“{key}” must be a list in brackets, also for one item.',
    description: 'What is wrong with a file; {key}: the key in the file',
  }),
  translate({
    id: 'theme.FlowCheck.needs-list.remedy',
    message: 'Write: {line}',
    description: 'What to do about ““{key}” must be a list in brackets, also for one item.”',
  }),
  translate({
    id: 'theme.FlowCheck.needs-no-list',
    message: '“{key}” must be a single value.',
    description: 'What is wrong with a file; {key}: the key in the file',
  }),
  translate({
    id: 'theme.FlowCheck.needs-no-list.remedy',
    message: 'Write one value, without brackets and dashes.',
    description: 'What to do about ““{key}” must be a single value.”',
  }),
  translate({
    id: 'theme.FlowCheck.needs-boolean',
    message: '“{key}” must be true or false.',
    description: 'What is wrong with a file; {key}: the key in the file',
  }),
  translate({
    id: 'theme.FlowCheck.needs-boolean.remedy',
    message: 'Write true or false, without quotes.',
    description: 'What to do about ““{key}” must be true or false.”',
  }),
  translate({
    id: 'theme.FlowCheck.needs-number',
    message: '“{key}” must be a whole number.',
    description: 'What is wrong with a file; {key}: the key in the file',
  }),
  translate({
    id: 'theme.FlowCheck.needs-number.remedy',
    message: 'Write a whole number, without quotes and units.',
    description: 'What to do about ““{key}” must be a whole number.”',
  }),
  translate({
    id: 'theme.FlowCheck.too-small',
    message: '“{key}” must be at least {minimum}.',
    description: 'What is wrong with a file; {key}: the key in the file',
  }),
  translate({
    id: 'theme.FlowCheck.too-small.remedy',
    message: 'Write {minimum} or more.',
    description: 'What to do about ““{key}” must be at least {minimum}.”',
  }),
  translate({
    id: 'theme.FlowCheck.needs-base64',
    message: '“{key}” must be encoded with base64, as everything under “{parent}” is.',
    description:
      'What is wrong with a file; {key}: the key in the file; {parent}: the key above it',
  }),
  translate({
    id: 'theme.FlowCheck.needs-base64.remedy',
    message: 'Write what this prints: printf %s VALUE | base64',
    description:
      'What to do about ““{key}” must be encoded with base64, as everything under “{parent}” is.”',
  }),
  translate({
    id: 'theme.FlowCheck.needs-quotes',
    message: 'Without quotes the value of “{key}” is no text.',
    description: 'What is wrong with a file; {key}: the key in the file',
  }),
  translate({
    id: 'theme.FlowCheck.needs-quotes.remedy',
    message: 'Put the value in double quotes.',
    description: 'What to do about “Without quotes the value of “{key}” is no text.”',
  }),
  translate({
    id: 'theme.FlowCheck.needs-no-quotes',
    message: 'With quotes the value of “{key}” is a text.',
    description: 'What is wrong with a file; {key}: the key in the file',
  }),
  translate({
    id: 'theme.FlowCheck.needs-no-quotes.remedy',
    message: 'Remove the quotes.',
    description: 'What to do about “With quotes the value of “{key}” is a text.”',
  }),
  translate({
    id: 'theme.FlowCheck.conflict',
    message: '{reason}',
    description:
      'What is wrong with a file; {reason}: a sentence of the flow’s author or of the parser',
  }),
  translate({
    id: 'theme.FlowCheck.conflict.remedy',
    message: 'Correct “{key}”.',
    description: 'What to do about “{reason}”; {key}: the key in the file',
  }),
];
