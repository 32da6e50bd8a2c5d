/** The check of files, and how tests look at what it finds. */
import {
  type CheckResult,
  type CheckRule,
  checkFile,
  checkRules,
} from '../../../src/flow/existing/index.js';
import type {Compilation} from '../build.js';
import {type FormatName, formats, readersOf, spellingsOf} from '../engine.js';

export {type CheckResult, type CheckRule, checkRules};

const readers = await readersOf({
  formats: spellingsOf(...(Object.keys(formats) as FormatName[])),
});

/** Checks a text against a flow. */
export function checkWith(
  {flow, checks}: Pick<Compilation, 'flow' | 'checks'>,
  text: string,
): CheckResult {
  return checkFile(flow, checks, text, readers);
}

/** A file with one thing changed, and the number of the line in which that is. */
export function changed(text: string, from: string | RegExp, to: string): [string, number] {
  const at = typeof from === 'string' ? text.indexOf(from) : text.search(from);
  if (at < 0) throw new Error(`There is no ${from}`);
  return [text.replace(from, () => to), text.slice(0, at).split('\n').length];
}

/** The findings as lines, as the command prints them. */
export function told({findings}: CheckResult): string[] {
  return findings.map(({line, rule, message, remedy}) => `${line} ${rule}: ${message} → ${remedy}`);
}

/** The findings without their words: line, rule, key. */
export function found({findings}: CheckResult): string[] {
  return findings.map(({line, rule, params}) => [line, rule, params.key ?? []].flat().join(' '));
}
