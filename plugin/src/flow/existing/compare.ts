import {evaluate} from '../engine.js';
import {missingKey, unknownKey} from './compare-keys.js';
import {compareValue, knownValue} from './compare-values.js';
import {type Comparison, report, reportInvalid} from './comparison.js';
import {type Entry, nameOf, parentOf, pathKey} from './entries.js';
import type {Finding} from './rules.js';
import {checkOf} from './types.js';

/** Compares what a file holds with what the flow would have written for the answers that were found in it. */
export function compare(
  given: Omit<Comparison, 'mild' | 'findings' | 'explained'>,
): readonly Finding[] {
  const {reader, expected, alternatives, entries, checks} = given;
  const mild = reader.isShared || expected.file.then ? 'warning' : 'error';
  const comparison: Comparison = {...given, mild, findings: [], explained: new Set()};
  for (const entry of entries.values()) {
    if (!isAdded(entry, comparison)) continue;
    const isForOthers = alternatives.some(({byPath}) => byPath.has(pathKey(entry.path)));
    const check = isForOthers ? undefined : checkOf(checks, entry.path);
    if (check) knownValue(comparison, entry, check);
    else unknownKey(comparison, entry);
  }
  for (const each of expected.keys) {
    const entry = entries.get(each.id);
    if (entry) compareValue(comparison, entry, each);
    else missingKey(comparison, each);
  }
  reportRules(comparison);
  return comparison.findings;
}

/** Whether a key is none that the flow writes. What is in a block that the flow does not write is that block's affair. */
function isAdded(entry: Entry, {expected}: Comparison): boolean {
  const parent = parentOf(entry);
  const hasPlace = parent.length === 0 || expected.byPath.get(pathKey(parent))?.isMap;
  return Boolean(hasPlace) && !expected.byPath.has(pathKey(entry.path));
}

/** The flow's own rules about several answers at once. */
function reportRules(comparison: Comparison): void {
  const {expected, found} = comparison;
  for (const problem of evaluate(expected.flow, found.answers).problems) {
    const source = found.sources.get(problem.field);
    if (!source || source.isWrong) continue;
    const {at} = source.entry;
    const key = nameOf(source.entry);
    if (problem.id === 'rule') report(comparison, 'conflict', at, {key, reason: problem.message});
    else if (problem.id === expected.file.format)
      reportInvalid(comparison, at, key, problem, 'warning');
  }
}
