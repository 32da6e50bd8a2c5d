import {evaluate} from '../engine.js';
import {KeyComparer} from './compare-keys.js';
import {ValueComparer} from './compare-values.js';
import {type Compared, Comparison} from './comparison.js';
import {type Entry, nameOf, parentOf, pathKey} from './entries.js';
import type {Finding} from './rules.js';
import {checkOf} from './types.js';

/** Compares what a file holds with what the flow would have written for the answers that were found in it. */
export function compare(given: Compared): readonly Finding[] {
  const comparison = new Comparison(given);
  const keys = new KeyComparer(comparison);
  const values = new ValueComparer(comparison);
  for (const entry of given.entries.filter((each) => isAdded(each, comparison))) {
    const check = isForOthers(entry, given) ? undefined : checkOf(given.checks, entry.path);
    if (check) values.known(entry, check);
    else keys.unknown(entry);
  }
  for (const expected of given.expected) {
    const entry = comparison.entries.get(expected.id);
    if (entry) values.value(entry, expected);
    else keys.missing(expected);
  }
  reportRules(comparison);
  return comparison.findings;
}

/** Whether a key is none that the flow writes. What is in a block that the flow does not write is that block's affair. */
function isAdded(entry: Entry, {expected}: Comparison): boolean {
  const parent = parentOf(entry);
  const hasPlace = parent.length === 0 || expected.get(pathKey(parent))?.isMap;
  return Boolean(hasPlace) && !expected.has(pathKey(entry.path));
}

/** Whether the flow writes a key for other choices than those of the file. */
function isForOthers({path}: Entry, {alternatives}: Compared): boolean {
  const key = pathKey(path);
  return alternatives.some(({content}) => content.named.some(({id}) => id === key));
}

/** The flow's own rules about several answers at once. */
function reportRules(comparison: Comparison): void {
  const {flow, found} = comparison.given;
  for (const problem of evaluate(flow, found.answers).problems) {
    const source = found.sources.get(problem.field);
    if (!source || source.isWrong) continue;
    const {at} = source.entry;
    const key = nameOf(source.entry);
    if (problem.id === 'rule') comparison.report('conflict', at, {key, reason: problem.message});
    else if (problem.id === flow.files.find(({id}) => id === comparison.given.file.id)?.format)
      comparison.reportInvalid(at, key, problem, 'warning');
  }
}
