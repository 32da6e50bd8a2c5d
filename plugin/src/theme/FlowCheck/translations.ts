import {translate} from '@docusaurus/Translate';

/**
 * The texts of the check's rules once more, in the same words, for `docusaurus write-translations`: it finds what can be translated by reading the
 * source. Nothing imports this file; `findingTexts` looks translations up by the rules' ids.
 */
export const messages = [
  translate({
    id: 'theme.FlowCheck.too-long',
    message: 'The text is too long for a configuration file.',
  }),
  translate({
    id: 'theme.FlowCheck.too-long.remedy',
    message: 'Check the part that you need by itself.',
  }),
  translate({
    id: 'theme.FlowCheck.unrecognised',
    message: 'This is none of the files that are known here: {expected}.',
  }),
  translate({
    id: 'theme.FlowCheck.unrecognised.remedy',
    message: 'Paste the whole file, from its first line on.',
  }),
  translate({id: 'theme.FlowCheck.syntax', message: 'This cannot be read: {reason}'}),
  translate({id: 'theme.FlowCheck.syntax.remedy', message: 'Correct this line.'}),
  translate({
    id: 'theme.FlowCheck.unclosed-quote',
    message: 'A quote is opened here and not closed.',
  }),
  translate({
    id: 'theme.FlowCheck.unclosed-quote.remedy',
    message: 'Add the closing {quote} at the end of the value.',
  }),
  translate({
    id: 'theme.FlowCheck.extra-quote',
    message: 'The value goes on behind its closing quote.',
  }),
  translate({
    id: 'theme.FlowCheck.extra-quote.remedy',
    message: 'Remove what follows the first closing {quote}.',
  }),
  translate({
    id: 'theme.FlowCheck.stray-quote',
    message: 'The value ends in a quote that was never opened: {quote} becomes a part of it.',
  }),
  translate({
    id: 'theme.FlowCheck.stray-quote.remedy',
    message: 'Remove the {quote} at the end, or add one at the start.',
  }),
  translate({
    id: 'theme.FlowCheck.colon-space',
    message: 'There is no space after the colon, so that “{key}” is not read as a key.',
  }),
  translate({
    id: 'theme.FlowCheck.colon-space.remedy',
    message: 'Write a space after the colon: {key}: …',
  }),
  translate({
    id: 'theme.FlowCheck.indentation',
    message: '“{key}” is indented like none of the keys that it can stand beside.',
  }),
  translate({
    id: 'theme.FlowCheck.indentation.remedy',
    message: 'Indent it as far as “{before}” in line {other}.',
  }),
  translate({
    id: 'theme.FlowCheck.indent-character',
    message: 'The line is indented with a tab or a non-breaking space, which YAML does not allow.',
  }),
  translate({
    id: 'theme.FlowCheck.indent-character.remedy',
    message: 'Indent with ordinary spaces, here and below.',
  }),
  translate({
    id: 'theme.FlowCheck.yaml-equals',
    message: '“{key}=” is not read as a key: this is YAML, and no env file.',
  }),
  translate({
    id: 'theme.FlowCheck.yaml-equals.remedy',
    message: 'Write a colon and a space: {key}: …',
  }),
  translate({
    id: 'theme.FlowCheck.flat-block',
    message: '“{key}” is empty: what belongs to it is not indented.',
  }),
  translate({
    id: 'theme.FlowCheck.flat-block.remedy',
    message: 'Indent lines {from} to {to} deeper than “{key}”.',
  }),
  translate({
    id: 'theme.FlowCheck.misplaced-key',
    message: '“{key}” is not looked for here. It belongs under “{parent}”.',
  }),
  translate({
    id: 'theme.FlowCheck.misplaced-key.remedy',
    message: 'Write it under “{parent}”, indented, with all that belongs to it.',
  }),
  translate({
    id: 'theme.FlowCheck.misplaced-block',
    message: '“{key}” is not looked for here. It belongs to no other key.',
  }),
  translate({
    id: 'theme.FlowCheck.misplaced-block.remedy',
    message: 'Write it without indentation, and move up what belongs to it.',
  }),
  translate({id: 'theme.FlowCheck.duplicate-key', message: '“{key}” is already in line {other}.'}),
  translate({id: 'theme.FlowCheck.duplicate-key.remedy', message: 'Keep one of the two lines.'}),
  translate({
    id: 'theme.FlowCheck.dotted-key',
    message: 'A dot does not put one key into another: this is a key named “{key}”.',
  }),
  translate({
    id: 'theme.FlowCheck.dotted-key.remedy',
    message: 'Write “{last}” by itself, indented, under “{parent}”.',
  }),
  translate({
    id: 'theme.FlowCheck.env-colon',
    message: '“{key}: value” is understood by some tools only.',
  }),
  translate({
    id: 'theme.FlowCheck.env-colon.remedy',
    message: 'Write {key}=… with an equals sign, as everywhere in env files.',
  }),
  translate({
    id: 'theme.FlowCheck.env-space',
    message: 'Spaces around the equals sign are understood by some tools only.',
  }),
  translate({id: 'theme.FlowCheck.env-space.remedy', message: 'Write {key}=… without spaces.'}),
  translate({
    id: 'theme.FlowCheck.env-comment',
    message: '“//” does not start a comment in an env file.',
  }),
  translate({
    id: 'theme.FlowCheck.env-comment.remedy',
    message: 'Start the comment with #, on a line of its own.',
  }),
  translate({id: 'theme.FlowCheck.env-line', message: 'This is neither KEY=value nor a comment.'}),
  translate({
    id: 'theme.FlowCheck.env-line.remedy',
    message: 'Write KEY=value on one line, or start the line with #.',
  }),
  translate({
    id: 'theme.FlowCheck.merged-lines',
    message: '“{other}” stands in the value of another key.',
  }),
  translate({
    id: 'theme.FlowCheck.merged-lines.remedy',
    message: 'Start a new line before {other}.',
  }),
  translate({
    id: 'theme.FlowCheck.dollar',
    message:
      'Tools that read env files take the $ in “{key}” for the start of a variable and replace it.',
  }),
  translate({id: 'theme.FlowCheck.dollar.remedy', message: 'Put the value in single quotes.'}),
  translate({
    id: 'theme.FlowCheck.dollar-and-quote',
    message:
      'Tools that read env files take the $ in “{key}” for the start of a variable and replace it.',
  }),
  translate({id: 'theme.FlowCheck.dollar-and-quote.remedy', message: 'Write $$ in place of $.'}),
  translate({
    id: 'theme.FlowCheck.self-reference',
    message: '“{key}” refers to itself: the value is to be set here.',
  }),
  translate({
    id: 'theme.FlowCheck.self-reference.remedy',
    message: 'Write the value by itself, without a variable around it.',
  }),
  translate({
    id: 'theme.FlowCheck.repeated-key',
    message: 'The name of the key stands in its value again.',
  }),
  translate({
    id: 'theme.FlowCheck.repeated-key.remedy',
    message: 'Remove “{key}” and what follows it up to the value.',
  }),
  translate({
    id: 'theme.FlowCheck.braces',
    message: 'The address stands in braces, which become a part of it.',
  }),
  translate({id: 'theme.FlowCheck.braces.remedy', message: 'Remove { and }.'}),
  translate({
    id: 'theme.FlowCheck.value-syntax',
    message: '“{key}” is read once more, as {format}, and this is none: {reason}',
  }),
  translate({
    id: 'theme.FlowCheck.value-syntax.remedy',
    message: 'Correct quotes and brackets, or put the value in quotes.',
  }),
  translate({
    id: 'theme.FlowCheck.substitution',
    message: '“{key}” is put together from variables, so that it cannot be checked.',
  }),
  translate({
    id: 'theme.FlowCheck.substitution.remedy',
    message: 'Write the value itself in place of the variables.',
  }),
  translate({id: 'theme.FlowCheck.unknown-key', message: 'There is no key “{key}” here.'}),
  translate({id: 'theme.FlowCheck.unknown-key.remedy', message: 'Remove it, or look its name up.'}),
  translate({id: 'theme.FlowCheck.misspelt-key', message: 'There is no key “{key}” here.'}),
  translate({id: 'theme.FlowCheck.misspelt-key.remedy', message: 'Write it like this: {near}'}),
  translate({
    id: 'theme.FlowCheck.other-choice',
    message: '“{key}” is for “{label}” ({option}) only, and this file says {chosen}.',
  }),
  translate({
    id: 'theme.FlowCheck.other-choice.remedy',
    message: 'Remove it, or set {choice} to {option}.',
  }),
  translate({
    id: 'theme.FlowCheck.misspelt-other-choice',
    message:
      'There is no key “{key}” here. “{near}” is for “{label}” ({option}) only, and this file says {chosen}.',
  }),
  translate({
    id: 'theme.FlowCheck.misspelt-other-choice.remedy',
    message: 'Remove it, or write {near} and set {choice} to {option}.',
  }),
  translate({
    id: 'theme.FlowCheck.wrong-choice',
    message: 'This line says {chosen}, but the rest of the file is for “{label}” ({option}).',
  }),
  translate({
    id: 'theme.FlowCheck.wrong-choice.remedy',
    message: 'Write: {line}',
  }),
  translate({id: 'theme.FlowCheck.missing-key', message: '“{key}” is missing. {reason}'}),
  translate({id: 'theme.FlowCheck.missing-key.remedy', message: 'Add: {line}'}),
  translate({
    id: 'theme.FlowCheck.missing-below',
    message: '“{key}” is missing under “{parent}”. {reason}',
  }),
  translate({id: 'theme.FlowCheck.missing-below.remedy', message: 'Add: {line}'}),
  translate({
    id: 'theme.FlowCheck.missing-answer',
    message: '“{key}” is missing. {reason}',
  }),
  translate({
    id: 'theme.FlowCheck.missing-answer.remedy',
    message: 'Add it, with the {label}. {find}',
  }),
  translate({
    id: 'theme.FlowCheck.missing-answer-below',
    message: '“{key}” is missing under “{parent}”. {reason}',
  }),
  translate({
    id: 'theme.FlowCheck.missing-answer-below.remedy',
    message: 'Add it, with the {label}. {find}',
  }),
  translate({
    id: 'theme.FlowCheck.placeholder',
    message: '“{key}” still has a placeholder instead of a value.',
  }),
  translate({id: 'theme.FlowCheck.placeholder.remedy', message: 'Enter the {label}. {find}'}),
  translate({id: 'theme.FlowCheck.empty-value', message: '“{key}” has no value. {reason}'}),
  translate({id: 'theme.FlowCheck.empty-value.remedy', message: 'Write: {line}'}),
  translate({
    id: 'theme.FlowCheck.empty-answer',
    message: '“{key}” has no value. {reason}',
  }),
  translate({
    id: 'theme.FlowCheck.empty-answer.remedy',
    message: 'Enter the {label}. {find}',
  }),
  translate({id: 'theme.FlowCheck.invalid-value', message: 'The value of “{key}” is not right.'}),
  translate({id: 'theme.FlowCheck.invalid-value.remedy', message: '{reason}'}),
  translate({
    id: 'theme.FlowCheck.wrong-value',
    message: 'The value of “{key}” does not fit. {reason}',
  }),
  translate({id: 'theme.FlowCheck.wrong-value.remedy', message: 'Write: {line}'}),
  translate({
    id: 'theme.FlowCheck.contradiction',
    message: 'The value of “{key}” contradicts line {other}, where {label} is “{value}”. {reason}',
  }),
  translate({
    id: 'theme.FlowCheck.contradiction.remedy',
    message: 'Write: {line}. Or correct line {other}.',
  }),
  translate({
    id: 'theme.FlowCheck.other-host',
    message: '“{key}” is on another host than line {other} says, where {label} is “{value}”.',
  }),
  translate({
    id: 'theme.FlowCheck.other-host.remedy',
    message: 'Write: {line}. Or correct line {other}.',
  }),
  translate({
    id: 'theme.FlowCheck.plain-http',
    message: '“{key}” goes over plain HTTP, where anyone on the way can change the answer.',
  }),
  translate({id: 'theme.FlowCheck.plain-http.remedy', message: 'Write: {line}'}),
  translate({
    id: 'theme.FlowCheck.trailing-slash',
    message: '“{key}” ends in a slash that does not belong to the address.',
  }),
  translate({id: 'theme.FlowCheck.trailing-slash.remedy', message: 'Remove the slash at the end.'}),
  translate({id: 'theme.FlowCheck.missing-item', message: '“{key}” lacks {item}. {reason}'}),
  translate({id: 'theme.FlowCheck.missing-item.remedy', message: 'Add {item} to the list.'}),
  translate({
    id: 'theme.FlowCheck.unknown-option',
    message: 'The value of “{key}” does not fit. It is one of: {options}.',
  }),
  translate({id: 'theme.FlowCheck.unknown-option.remedy', message: 'Write: {line}'}),
  translate({
    id: 'theme.FlowCheck.needs-block',
    message: '“{key}” must be a block with keys of its own.',
  }),
  translate({id: 'theme.FlowCheck.needs-block.remedy', message: 'Write: {line}'}),
  translate({
    id: 'theme.FlowCheck.needs-no-block',
    message: '“{key}” must be a single value, without keys of its own.',
  }),
  translate({
    id: 'theme.FlowCheck.needs-no-block.remedy',
    message: 'Write one value in its place.',
  }),
  translate({
    id: 'theme.FlowCheck.needs-list',
    message: '“{key}” must be a list in brackets, also for one item.',
  }),
  translate({id: 'theme.FlowCheck.needs-list.remedy', message: 'Write: {line}'}),
  translate({id: 'theme.FlowCheck.needs-no-list', message: '“{key}” must be a single value.'}),
  translate({
    id: 'theme.FlowCheck.needs-no-list.remedy',
    message: 'Write one value, without brackets and dashes.',
  }),
  translate({id: 'theme.FlowCheck.needs-boolean', message: '“{key}” must be true or false.'}),
  translate({
    id: 'theme.FlowCheck.needs-boolean.remedy',
    message: 'Write true or false, without quotes.',
  }),
  translate({id: 'theme.FlowCheck.needs-number', message: '“{key}” must be a whole number.'}),
  translate({
    id: 'theme.FlowCheck.needs-number.remedy',
    message: 'Write a whole number, without quotes and units.',
  }),
  translate({id: 'theme.FlowCheck.too-small', message: '“{key}” must be at least {minimum}.'}),
  translate({id: 'theme.FlowCheck.too-small.remedy', message: 'Write {minimum} or more.'}),
  translate({
    id: 'theme.FlowCheck.needs-base64',
    message: '“{key}” must be encoded with base64, as everything under “{parent}” is.',
  }),
  translate({
    id: 'theme.FlowCheck.needs-base64.remedy',
    message: 'Write what this prints: printf %s VALUE | base64',
  }),
  translate({
    id: 'theme.FlowCheck.needs-quotes',
    message: 'Without quotes the value of “{key}” is no text.',
  }),
  translate({
    id: 'theme.FlowCheck.needs-quotes.remedy',
    message: 'Put the value in double quotes.',
  }),
  translate({
    id: 'theme.FlowCheck.needs-no-quotes',
    message: 'With quotes the value of “{key}” is a text.',
  }),
  translate({id: 'theme.FlowCheck.needs-no-quotes.remedy', message: 'Remove the quotes.'}),
  translate({id: 'theme.FlowCheck.conflict', message: '{reason}'}),
  translate({id: 'theme.FlowCheck.conflict.remedy', message: 'Correct “{key}”.'}),
];
