/** The options, and what is said of wrong ones. */
import {Joi} from '@docusaurus/utils-validation';
import {describe, expect, test} from 'vitest';
import {defaultOptions, type Options, type PluginOptions, validateOptions} from '../src/options.js';
import {rules} from '../src/problems.js';
import {compilePage} from './support/page.js';

/** As Docusaurus calls it. */
function validate(options: unknown): PluginOptions {
  return validateOptions({
    options: options as Options,
    validate: ((schema: Joi.ObjectSchema, given: unknown) => Joi.attempt(given, schema)) as never,
  });
}

function messageFor(options: unknown): string {
  try {
    return JSON.stringify(validate(options));
  } catch (error) {
    return (error as Error).message;
  }
}

describe('options', () => {
  test('have defaults', () => {
    expect(validate({})).toEqual(defaultOptions);
  });

  test.each<[Options]>([
    [{id: 'second'}],
    [{partials: '../content/partials'}],
    [{flows: '../content/flows'}],
    [{onProblem: 'warn'}],
    [{onProblem: {}}],
    [{onProblem: {default: 'throw', 'image-not-found': 'ignore'}}],
    [{onProblem: Object.fromEntries(Object.keys(rules).map((rule) => [rule, 'log' as const]))}],
  ])('%j is fine', (options) => {
    expect(validate(options)).toEqual({...defaultOptions, ...options});
  });

  test.each([
    [{partials: 1}, '"partials" must be the path of one folder'],
    [{partials: ['a', 'b']}, '"partials" must be the path of one folder'],
    [{partials: ''}, '"partials" must be the path of one folder'],
    [{flows: null}, '"flows" must be the path of one folder'],
    [{onProblem: 'fail'}, '"onProblem" must be "throw", "warn", "log" or "ignore", or an object'],
    [{onProblem: true}, '"onProblem" must be "throw", "warn", "log" or "ignore", or an object'],
    [{onProblem: {default: 'fail'}}, '"onProblem" must be'],
    [
      {onProblem: {'image-not-fuond': 'warn'}},
      '"onProblem.image-not-fuond" names no rule; did you mean "image-not-found"?',
    ],
    [
      {partial: 'a'},
      '"partial" is no option of docusaurus-plugin-markdoc; the options are partials',
    ],
  ])('%j is told what to write', (options, message) => {
    expect(messageFor(options)).toContain(message);
  });

  test('name each option there is', () => {
    const message = messageFor({unknown: true});
    for (const name of Object.keys(defaultOptions)) expect(message).toContain(name);
  });

  test('of the remark plugin are checked in the same way', async () => {
    await expect(compilePage('', {onProblem: 'fail' as never})).rejects.toThrow(
      /docusaurus-plugin-markdoc: "onProblem" must be/,
    );
  });
});
