import {nearest} from '../../nearest.js';
import {type Comparison, report, reportAbsent} from './comparison.js';
import {type Entry, hasValue, isChildOf, nameOf, parentOf, pathKey} from './entries.js';
import {type Expected, namedKeys} from './expected.js';
import {nameIn} from './find-answers.js';
import type {Finding, TextPlace} from './rules.js';
import {checkOf} from './types.js';

/** Says that there is a key which the flow does not write for these choices. */
export function unknownKey(comparison: Comparison, entry: Entry): void {
  const {expected, entries, explained, mild} = comparison;
  const key = nameOf(entry);
  const parent = parentOf(entry);
  const place = {...entry, endColumn: Math.max(entry.endColumn, entry.column + key.length)};
  const other = otherChoice(comparison, entry);
  if (other) {
    report(comparison, 'other-choice', entry, {key, ...other.params}, other.level);
    return;
  }
  const dotted = dottedPath(comparison, entry);
  if (dotted) {
    explained.add(pathKey(dotted));
    const [outer = '', last = ''] = dotted.slice(-2);
    report(comparison, 'dotted-key', place, {key, parent: outer, last});
    return;
  }
  const siblings = expected.keys.filter((each) => isChildOf(each, parent));
  const absent = siblings.filter(({id}) => !entries.has(id));
  const near =
    nameElsewhere(comparison, key, absent) ??
    nearest(key, [...absent.map(nameOf), ...namesForOthers(comparison, parent)]);
  if (near === undefined) {
    if (isClosed(comparison, key, siblings)) report(comparison, 'unknown-key', place, {key}, mild);
    return;
  }
  const meant = [...parent, near];
  const otherMeant = otherChoice(comparison, {...entry, path: meant});
  if (otherMeant) {
    const params = {key, near, ...otherMeant.params};
    report(comparison, 'misspelt-other-choice', place, params, otherMeant.level);
  } else {
    explained.add(pathKey(meant));
    report(comparison, 'misspelt-key', place, {key, near});
  }
}

/** The names of the keys of a block that the flow writes for other choices only, and that are not there. */
function namesForOthers(
  {checks, expected, entries}: Comparison,
  parent: readonly string[],
): string[] {
  return namedKeys(checks.entries)
    .filter(
      (each) => isChildOf(each, parent) && !expected.byPath.has(each.id) && !entries.has(each.id),
    )
    .map(nameOf);
}

/** The sibling that has this name in another file, or that the flow itself calls like that. */
function nameElsewhere(
  {elsewhere}: Comparison,
  key: string,
  absent: readonly Expected[],
): string | undefined {
  const expressions = elsewhere.flatMap((each) => (nameOf(each) === key ? (each.value ?? []) : []));
  const same = new Set([{ref: key}, ...expressions].map((each) => JSON.stringify(each)));
  const meant = absent.find(({expression}) => same.has(JSON.stringify(expression)));
  return meant && nameOf(meant);
}

/** Whether the flow says which keys there are beside these: it writes values there, and not only blocks. */
function isClosed(
  {reader, checks}: Comparison,
  key: string,
  siblings: readonly Expected[],
): boolean {
  if (!reader.isShared) return siblings.some(({isMap}) => !isMap);
  const prefix = (name: string) => name.split('_', 1)[0];
  return checks.entries.some(({path}) => prefix(path[0] ?? '') === prefix(key));
}

/** The path that was meant by a key with dots in it. */
function dottedPath({checks, expected}: Comparison, entry: Entry): readonly string[] | undefined {
  const keys = nameOf(entry).split('.');
  // Where it is not known what a dot means, nothing is said about it.
  if (keys.length < 2 || checks.traits.dottedKeys !== false) return undefined;
  const parent = parentOf(entry);
  // `a.b` in `a`, as well as beside it.
  return [
    [...parent, ...keys],
    [...parent.slice(0, -1), ...keys],
  ].find((each) => expected.byPath.has(pathKey(each)));
}

/** For which other choice a key is, if it is for another one only: what there is to say of it, and how much it matters. */
function otherChoice(
  comparison: Comparison,
  entry: Entry,
): {readonly params: Finding['params']; readonly level: Finding['level']} | undefined {
  const {alternatives, expected} = comparison;
  const {flow, choices, byPath} = expected;
  const key = pathKey(entry.path);
  if (byPath.has(key)) return undefined;
  const [alternative] = alternatives
    .filter((template) => template.byPath.has(key))
    .map((template) => ({
      template,
      differing: flow.choices.filter(({id}) => template.choices[id] !== choices[id]),
    }))
    .sort((a, b) => a.differing.length - b.differing.length);
  const [choice] = alternative?.differing ?? [];
  if (!alternative || !choice) return undefined;
  const option = alternative.template.choices[choice.id] ?? '';
  const label = choice.options.find(({id}) => id === option)?.label ?? option;
  const decisive = expected.keys.find(({expression}) => nameIn(expression) === choice.id);
  const name = decisive ? nameOf(decisive) : choice.id;
  return {
    params: {label, option, chosen: choices[choice.id] ?? '', choice: name},
    // Templates hold the keys of all choices, with values here and there.
    level: isInUse(comparison, entry, alternative.template.keys) ? 'error' : 'warning',
  };
}

/** Whether what is for another choice is filled in: its secret, where the file has one for that choice. */
function isInUse({entries}: Comparison, entry: Entry, keys: readonly Expected[]): boolean {
  const secrets = keys.filter(({field}) => field?.secret);
  const decisive = [entry, ...Array.from(entries.values())].filter((each) =>
    secrets.length > 0
      ? secrets.some((secret) => secret.id === pathKey(each.path))
      : entry.path.every((key, depth) => each.path[depth] === key),
  );
  return decisive.some(hasValue);
}

/** Says that a key is missing which the flow writes for these choices. */
export function missingKey(comparison: Comparison, expected: Expected): void {
  const {checks, entries, explained} = comparison;
  const {path, id, reason} = expected;
  if (checkOf(checks, path)?.optional || explained.has(id)) return;
  // Where the whole block is missing, that is all there is to say.
  const parent = parentOf(expected);
  const holder = entries.get(pathKey(parent));
  if (parent.length > 0 && !holder?.isMap) return;
  const rules = holder
    ? (['missing-below', 'missing-answer-below'] as const)
    : (['missing-key', 'missing-answer'] as const);
  const above = holder?.name ?? nameOf({path: parent});
  const params = {key: nameOf(expected), parent: above, reason};
  reportAbsent(comparison, rules, holder ?? gap(comparison, expected), expected, params);
}

/** Where a missing key would stand: behind the one that the flow writes before it. */
function gap({expected, entries}: Comparison, missing: Expected): TextPlace {
  const before = expected.keys.slice(0, expected.keys.indexOf(missing)).reverse();
  const [above] = before.flatMap(({id, path}) =>
    path.length === missing.path.length ? (entries.get(id) ?? []) : [],
  );
  const [first] = entries.values();
  return above ?? first ?? {line: 1, column: 1, endColumn: 1};
}
