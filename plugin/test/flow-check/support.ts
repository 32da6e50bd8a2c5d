import {
  type CheckResult,
  type CheckRule,
  type Checks,
  checkFile,
  checkRules,
} from '../../src/flow/check-file/index.js';

export {anyValue, flowOf, runs} from '../flow/support.js';
export {type CheckResult, type CheckRule, type Checks, checkFile, checkRules};

/** The findings as lines, as the command prints them. */
export function told({findings}: CheckResult): string[] {
  return findings.map(({line, rule, message, remedy}) => `${line} ${rule}: ${message} → ${remedy}`);
}
