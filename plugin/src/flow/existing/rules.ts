import {formatMessage} from '../engine.js';
import type {AnswerProblem} from '../types.js';

/**
 * Everything that the check of a file can find. The keys are the rule ids, which stay; `message` says what is wrong, `remedy` what to do. A
 * translation replaces both and keeps the placeholders in braces, which never stand for words of ours. `warning` marks what works, but not
 * everywhere or not for long.
 */
export const checkRules = {
  // What the check cannot read at all.
  'too-long': {
    message: 'The text is too long for a configuration file.',
    remedy: 'Check the part that you need by itself.',
  },
  unrecognised: {
    message: 'This is none of the files that are known here: {expected}.',
    remedy: 'Paste the whole file, from its first line on.',
  },

  // The file as text.
  syntax: {message: 'This cannot be read: {reason}', remedy: 'Correct this line.'},
  'unclosed-quote': {
    message: 'A quote is opened here and not closed.',
    remedy: 'Add the closing {quote} at the end of the value.',
  },
  'extra-quote': {
    message: 'The value goes on behind its closing quote.',
    remedy: 'Remove what follows the first closing {quote}.',
  },
  'stray-quote': {
    message: 'The value ends in a quote that was never opened: {quote} becomes a part of it.',
    remedy: 'Remove the {quote} at the end, or add one at the start.',
  },
  'colon-space': {
    message: 'There is no space after the colon, so that “{key}” is not read as a key.',
    remedy: 'Write a space after the colon: {key}: …',
  },
  indentation: {
    message: '“{key}” is indented like none of the keys that it can stand beside.',
    remedy: 'Indent it as far as “{before}” in line {other}.',
  },
  'indent-character': {
    message: 'The line is indented with a tab or a non-breaking space, which YAML does not allow.',
    remedy: 'Indent with ordinary spaces, here and below.',
  },
  'yaml-equals': {
    message: '“{key}=” is not read as a key: this is YAML, and no env file.',
    remedy: 'Write a colon and a space: {key}: …',
  },
  'flat-block': {
    message: '“{key}” is empty: what belongs to it is not indented.',
    remedy: 'Indent lines {from} to {to} deeper than “{key}”.',
  },
  'misplaced-key': {
    message: '“{key}” is not looked for here. It belongs under “{parent}”.',
    remedy: 'Write it under “{parent}”, indented, with all that belongs to it.',
  },
  'misplaced-block': {
    message: '“{key}” is not looked for here. It belongs to no other key.',
    remedy: 'Write it without indentation, and move up what belongs to it.',
  },
  'duplicate-key': {
    message: '“{key}” is already in line {other}.',
    remedy: 'Keep one of the two lines.',
  },
  'dotted-key': {
    message: 'A dot does not put one key into another: this is a key named “{key}”.',
    remedy: 'Write “{last}” by itself, indented, under “{parent}”.',
  },
  'env-colon': {
    message: '“{key}: value” is understood by some tools only.',
    remedy: 'Write {key}=… with an equals sign, as everywhere in env files.',
    level: 'warning',
  },
  'env-space': {
    message: 'Spaces around the equals sign are understood by some tools only.',
    remedy: 'Write {key}=… without spaces.',
    level: 'warning',
  },
  'env-comment': {
    message: '“//” does not start a comment in an env file.',
    remedy: 'Start the comment with #, on a line of its own.',
  },
  'env-line': {
    message: 'This is neither KEY=value nor a comment.',
    remedy: 'Write KEY=value on one line, or start the line with #.',
  },
  'merged-lines': {
    message: '“{other}” stands in the value of another key.',
    remedy: 'Start a new line before {other}.',
  },
  dollar: {
    message:
      'Tools that read env files take the $ in “{key}” for the start of a variable and replace it.',
    remedy: 'Put the value in single quotes.',
  },
  'dollar-and-quote': {
    message:
      'Tools that read env files take the $ in “{key}” for the start of a variable and replace it.',
    remedy: 'Write $$ in place of $.',
  },
  'self-reference': {
    message: '“{key}” refers to itself: the value is to be set here.',
    remedy: 'Write the value by itself, without a variable around it.',
  },
  'repeated-key': {
    message: 'The name of the key stands in its value again.',
    remedy: 'Remove “{key}” and what follows it up to the value.',
  },
  braces: {
    message: 'The address stands in braces, which become a part of it.',
    remedy: 'Remove { and }.',
  },
  'value-syntax': {
    message: '“{key}” is read once more, as {format}, and this is none: {reason}',
    remedy: 'Correct quotes and brackets, or put the value in quotes.',
  },
  substitution: {
    message: '“{key}” is put together from variables, so that it cannot be checked.',
    remedy: 'Write the value itself in place of the variables.',
    level: 'warning',
  },

  // The keys.
  'unknown-key': {
    message: 'There is no key “{key}” here.',
    remedy: 'Remove it, or look its name up.',
  },
  'misspelt-key': {message: 'There is no key “{key}” here.', remedy: 'Write it like this: {near}'},
  'other-choice': {
    message: '“{key}” is for “{label}” ({option}) only, and this file says {chosen}.',
    remedy: 'Remove it, or set {choice} to {option}.',
  },
  'misspelt-other-choice': {
    message:
      'There is no key “{key}” here. “{near}” is for “{label}” ({option}) only, and this file says {chosen}.',
    remedy: 'Remove it, or write {near} and set {choice} to {option}.',
  },
  'wrong-choice': {
    message: 'This line says {chosen}, but the rest of the file is for “{label}” ({option}).',
    remedy: 'Write: {line}',
  },
  'missing-key': {message: '“{key}” is missing. {reason}', remedy: 'Add: {line}'},
  'missing-below': {
    message: '“{key}” is missing under “{parent}”. {reason}',
    remedy: 'Add: {line}',
  },
  'missing-answer': {
    message: '“{key}” is missing. {reason}',
    remedy: 'Add it, with the {label}. {find}',
  },
  'missing-answer-below': {
    message: '“{key}” is missing under “{parent}”. {reason}',
    remedy: 'Add it, with the {label}. {find}',
  },

  // The values.
  placeholder: {
    message: '“{key}” still has a placeholder instead of a value.',
    remedy: 'Enter the {label}. {find}',
  },
  'empty-value': {message: '“{key}” has no value. {reason}', remedy: 'Write: {line}'},
  'empty-answer': {
    message: '“{key}” has no value. {reason}',
    remedy: 'Enter the {label}. {find}',
  },
  'invalid-value': {message: 'The value of “{key}” is not right.', remedy: '{reason}'},
  'wrong-value': {
    message: 'The value of “{key}” does not fit. {reason}',
    remedy: 'Write: {line}',
  },
  contradiction: {
    message: 'The value of “{key}” contradicts line {other}, where {label} is “{value}”. {reason}',
    remedy: 'Write: {line}. Or correct line {other}.',
  },
  'other-host': {
    message: '“{key}” is on another host than line {other} says, where {label} is “{value}”.',
    remedy: 'Write: {line}. Or correct line {other}.',
  },
  'plain-http': {
    message: '“{key}” goes over plain HTTP, where anyone on the way can change the answer.',
    remedy: 'Write: {line}',
  },
  'trailing-slash': {
    message: '“{key}” ends in a slash that does not belong to the address.',
    remedy: 'Remove the slash at the end.',
    level: 'warning',
  },
  'missing-item': {message: '“{key}” lacks {item}. {reason}', remedy: 'Add {item} to the list.'},
  'unknown-option': {
    message: 'The value of “{key}” does not fit. It is one of: {options}.',
    remedy: 'Write: {line}',
  },
  'needs-block': {
    message: '“{key}” must be a block with keys of its own.',
    remedy: 'Write: {line}',
  },
  'needs-no-block': {
    message: '“{key}” must be a single value, without keys of its own.',
    remedy: 'Write one value in its place.',
  },
  'needs-list': {
    message: '“{key}” must be a list in brackets, also for one item.',
    remedy: 'Write: {line}',
  },
  'needs-no-list': {
    message: '“{key}” must be a single value.',
    remedy: 'Write one value, without brackets and dashes.',
  },
  'needs-boolean': {
    message: '“{key}” must be true or false.',
    remedy: 'Write true or false, without quotes.',
  },
  'needs-number': {
    message: '“{key}” must be a whole number.',
    remedy: 'Write a whole number, without quotes and units.',
  },
  'too-small': {
    message: '“{key}” must be at least {minimum}.',
    remedy: 'Write {minimum} or more.',
  },
  'needs-base64': {
    message: '“{key}” must be encoded with base64, as everything under “{parent}” is.',
    remedy: 'Write what this prints: printf %s VALUE | base64',
  },
  'needs-quotes': {
    message: 'Without quotes the value of “{key}” is no text.',
    remedy: 'Put the value in double quotes.',
  },
  'needs-no-quotes': {
    message: 'With quotes the value of “{key}” is a text.',
    remedy: 'Remove the quotes.',
  },
  conflict: {message: '{reason}', remedy: 'Correct “{key}”.'},
} as const satisfies {
  readonly [rule: string]: {
    readonly message: string;
    readonly remedy: string;
    readonly level?: 'warning';
  };
};

export type CheckRule = keyof typeof checkRules;

/** Where something stands in the text. Lines and columns count from 1; the end is behind the last character. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
}

/** One thing that is wrong with a file. */
export interface Finding extends TextPlace {
  readonly rule: CheckRule;
  readonly level: 'error' | 'warning';
  /** What the placeholders of the rule's texts stand for. Nothing secret is among them. */
  readonly params: {readonly [name: string]: string};
  /** Where the reason is what the flow engine has against an answer: that, to be translated like it. */
  readonly problem?: AnswerProblem;
  /** What is wrong, in English. */
  readonly message: string;
  /** What to do, in English. */
  readonly remedy: string;
}

/** The same finding with other texts for its placeholders. */
export function withParams(found: Finding, params: Finding['params']): Finding {
  const text = (template: string) => formatMessage(template, params).trim();
  const {message, remedy} = checkRules[found.rule];
  return {...found, params, message: text(message), remedy: text(remedy)};
}

export function finding(
  rule: CheckRule,
  {line, column, endColumn}: TextPlace,
  params: Finding['params'] = {},
  level: Finding['level'] = 'level' in checkRules[rule] ? 'warning' : 'error',
): Finding {
  const place = {line, column, endColumn};
  return withParams({rule, level, params, message: '', remedy: '', ...place}, params);
}
