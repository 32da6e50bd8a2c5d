import {nearest} from '../../nearest.js';
import {fieldOf, parseList, spell} from '../engine.js';
import {refsOf} from '../expressions.js';
import type {CompiledChoice, CompiledField, Expression, Scalar} from '../types.js';
import {checkValue} from '../value-problem.js';
import {
  type Comparison,
  lineOf,
  report,
  reportAbsent,
  reportInvalid,
  reportUnanswered,
} from './comparison.js';
import {type Entry, nameOf} from './entries.js';
import type {Expected} from './expected.js';
import {
  type Candidate,
  fieldValue,
  isPlaceholder,
  isSame,
  matchText,
  nameIn,
} from './find-answers.js';
import {mask} from './mask.js';
import type {TextPlace} from './rules.js';
import {checkOf, type KeyCheck} from './types.js';
import {type KeyType, typeFault, typeOf} from './value-type.js';

/** A value, and what it should be. */
interface Difference {
  readonly place: TextPlace;
  readonly text: string;
  readonly wanted: string;
  /** What the right value is made of. */
  readonly expression: Expression;
  /** What to write. */
  readonly line: string;
  /** The fields that stand nowhere, without which that cannot be said. */
  readonly open: readonly CompiledField[];
  /** What the flow's author has to say about it. */
  readonly reason: string;
}

const isText = (value: unknown): value is string => typeof value === 'string';

/** The host of an address, with its port. */
function hostOf(text: string): string | undefined {
  return /^https?:\/\/([^/?#]+)/i.exec(text)?.[1]?.toLowerCase();
}

/** Says what is wrong with the value of a key that the flow writes, too. */
export function compareValue(comparison: Comparison, entry: Entry, expected: Expected): void {
  const check = checkOf(comparison.checks, expected.path);
  const {value, isOpen, isMap, faults = []} = entry;
  comparison.findings.push(...faults);
  if (isOpen) return;
  const isBlank = value === '' || value === null;
  if (isBlank && !expected.isMap && expected.value !== '' && expected.value !== null) {
    const params = {key: nameOf(entry), reason: expected.reason};
    reportAbsent(comparison, ['empty-value', 'empty-answer'], entry, expected, params);
  } else if (!reportWrongType(comparison, entry, typeOf(expected, check), expected)) {
    if (reportPlaceholders(comparison, entry, expected.expression)) return;
    if (check?.value) compareWithSchema(comparison, entry, check);
    else if (!isMap) compareWithExpected(comparison, entry, expected);
  }
}

/**
 * Says what is wrong with the value of a key that the flow does not write, but that the target knows. What is left empty there is as good as
 * absent.
 */
export function knownValue(comparison: Comparison, entry: Entry, check: KeyCheck): void {
  const {value, isOpen, faults = []} = entry;
  comparison.findings.push(...faults);
  const isAbsent = value === null || (value === '' && comparison.reader.isShared);
  if (isOpen || isAbsent || !check.value) return;
  if (!reportWrongType(comparison, entry, check.value.type))
    compareWithSchema(comparison, entry, check);
}

/** Says that a value is a text where something else is expected, or the other way round, if it is. */
function reportWrongType(
  comparison: Comparison,
  entry: Entry,
  type: KeyType,
  expected?: Expected,
): boolean {
  const {value, isMap, at, source} = entry;
  const rule = typeFault(entry, type);
  const field = expected?.field;
  // What would be wrong in quotes too does not need them.
  const isWrongAnyway =
    rule === 'needs-quotes' && field && checkValue(field, fieldValue(field, value, source));
  if (!rule || isWrongAnyway) return false;
  const key = nameOf(entry);
  const {reader, mild} = comparison;
  // What is there now as one text.
  const list = parseList(String(value ?? ''));
  if (rule === 'needs-list' && field && isPlaceholder(field, list)) {
    const {label, find = ''} = field;
    report(comparison, 'placeholder', at, {key, label, find});
    return true;
  }
  let line = expected ? expected.textFor(reader) : reader.pair(key, '{}');
  if (rule === 'needs-list') {
    const {flow, file} = comparison.expected;
    line = reader.pair(key, spell(flow, file, list) ?? '');
  }
  const level = rule === 'needs-no-quotes' ? mild : 'error';
  report(comparison, rule, isMap || type === 'object' ? entry : at, {key, line}, level);
  return true;
}

/** Checks a value of the right type against a schema of the flow's author. */
function compareWithSchema(comparison: Comparison, entry: Entry, check: KeyCheck): void {
  const {value: schema, expects} = check;
  const {value, at} = entry;
  const key = nameOf(entry);
  if (!schema || schema.type === 'object') return;
  if (schema.type === 'integer') {
    const {minimum} = schema;
    if (minimum !== undefined && Number(value) < minimum)
      report(comparison, 'too-small', at, {key, minimum: String(minimum)});
    return;
  }
  const own = {id: key, label: key, placeholder: '', value: schema, ...(expects && {expects})};
  const problem = checkValue(own, value);
  if (problem) reportInvalid(comparison, at, key, problem);
}

function compareWithExpected(comparison: Comparison, entry: Entry, expected: Expected): void {
  const {flow} = comparison.expected;
  const {expression, value, open, reason} = expected;
  const name = nameIn(expression) ?? '';
  const field = fieldOf({flow}, name);
  const choice = flow.choices.find(({id}) => id === name);
  const isList = typeof expression === 'object' && expression !== null && 'list' in expression;
  if (field) compareAnswer(comparison, entry, expected, field);
  else if (isList && Array.isArray(value))
    compareItems(comparison, entry, expected, expression.list);
  else if (isSame(entry.value, value)) return;
  else if (choice) compareChoice(comparison, entry, expected, choice);
  else {
    const [text, wanted] = [String(entry.value ?? ''), String(value ?? '')];
    const line = lineOf(comparison, expected) ?? expected.textFor(comparison.reader);
    const difference = {place: entry.at, text, wanted, expression, line, open, reason};
    reportDifference(comparison, entry, difference);
  }
}

/** A value that is another option than that for which the file is, or none. */
function compareChoice(
  comparison: Comparison,
  entry: Entry,
  expected: Expected,
  {options}: CompiledChoice,
): void {
  const line = expected.textFor(comparison.reader);
  const chosen = String(entry.value);
  const right = options.find(({id}) => id === expected.value);
  if (right && options.some(({id}) => id === chosen)) {
    const {id: option, label} = right;
    report(comparison, 'wrong-choice', entry.at, {chosen, label, option, line});
  } else {
    const known = options.map(({id}) => id).join(', ');
    report(comparison, 'unknown-option', entry.at, {key: nameOf(entry), options: known, line});
  }
}

/** Says that placeholders are parts of a value, if some are, as in `https://<domain>`: the flow writes it so before there are answers. */
function reportPlaceholders(comparison: Comparison, entry: Entry, expression: Expression): boolean {
  const names = refsOf(expression);
  const fields = comparison.expected.flow.fields.filter(({id}) => names.includes(id));
  const lines = new Set<number>();
  for (const [index, text] of [entry.value].flat().map(String).entries()) {
    const field = fields.find(({placeholder}) => text.includes(placeholder));
    const place = entry.items?.[index] ?? entry.at;
    if (!field || lines.has(place.line)) continue;
    lines.add(place.line);
    const {label, find = ''} = field;
    report(comparison, 'placeholder', place, {key: nameOf(entry), label, find});
  }
  return lines.size > 0;
}

/** A value that is an answer by itself. */
function compareAnswer(
  comparison: Comparison,
  entry: Entry,
  expected: Expected,
  field: CompiledField,
): void {
  const value = fieldValue(field, entry.value, entry.source);
  const place = entry.at;
  const key = nameOf(entry);
  if (isPlaceholder(field, value)) {
    const {label, find = ''} = field;
    report(comparison, 'placeholder', place, {key, label, find});
    return;
  }
  const problem = checkValue(field, value, comparison.expected.flow.forbidden);
  if (problem) {
    const isSlash = isText(value) && value.endsWith('/') && !checkValue(field, value.slice(0, -1));
    if (isSlash) report(comparison, 'trailing-slash', place, {key}, 'error');
    else reportInvalid(comparison, place, key, problem);
    return;
  }
  const source = comparison.found.sources.get(field.id);
  if (!source || source.entry === entry || isSame(source.value, value)) return;
  const line = lineOf(comparison, expected) ?? expected.textFor(comparison.reader);
  const {reason} = expected;
  reportContradiction(comparison, 'contradiction', place, source, {key, line, reason});
}

function compareItems(
  comparison: Comparison,
  entry: Entry,
  expected: Expected,
  expressions: readonly Expression[],
): void {
  const key = nameOf(entry);
  const items: readonly unknown[] = Array.isArray(entry.value) ? entry.value : [];
  const wanted = [expected.value].flat() as Scalar[];
  const left = items
    .map((item, index) => ({item, index}))
    .filter(({item}) => !wanted.includes(item as Scalar));
  for (const [index, scalar] of wanted.entries()) {
    if (items.includes(scalar)) continue;
    const item = String(scalar);
    const expression = expressions[index] ?? scalar;
    const open = expected.open.filter(({placeholder}) => item.includes(placeholder));
    const {reason = ''} = expected.items[index] ?? expected;
    // An item of the same shape, or on the same host or path, is the one that was meant.
    const meant = left.findIndex(
      (each) => isText(each.item) && isMeant(each.item, item, expression),
    );
    const [other] = meant < 0 ? [] : left.splice(meant, 1);
    if (other) {
      const place = entry.items?.[other.index] ?? entry.at;
      const text = String(other.item);
      const difference = {place, text, wanted: item, expression, line: item, open, reason};
      reportDifference(comparison, entry, difference);
    } else if (open.length > 0) reportUnanswered(comparison, entry.at, key, open, item);
    else report(comparison, 'missing-item', entry.at, {key, item, reason});
  }
}

function isMeant(text: string, wanted: string, expression: Expression): boolean {
  const pathOf = (address: string) =>
    /^https?:\/\/[^/]+(\/.*)$/i.exec(address.replace(/(?<!\/)\/+$/, ''))?.[1];
  return (
    matchText(expression, text) !== undefined ||
    pathOf(text) === (pathOf(wanted) ?? '') ||
    nearest(text, [wanted]) !== undefined
  );
}

/** Says how a value that is made of answers, or of none, differs from what it should be. */
function reportDifference(comparison: Comparison, entry: Entry, difference: Difference): void {
  const {sources} = comparison.found;
  const {flow, choices} = comparison.expected;
  const {place, text, wanted, expression, line, open, reason} = difference;
  const key = nameOf(entry);
  const used = refsOf(expression).flatMap((name) => sources.get(name) ?? []);
  // What is made of an answer that is refused at its own place follows from that.
  if (used.some(({isWrong}) => isWrong)) return;
  const said = matchText(expression, text, choices);
  if (open.length > 0) {
    // The parts that should be answers can be wrong, or else these stand nowhere.
    const [problem] = open.flatMap((field) => {
      const part = said?.get(field.id);
      return part === undefined ? [] : (checkValue(field, part, flow.forbidden) ?? []);
    });
    if (problem) reportInvalid(comparison, place, key, problem);
    else reportUnanswered(comparison, place, key, open, wanted);
    return;
  }
  const guilty = used.find((source) => {
    if (source.entry === entry) return false;
    const value = String(source.value);
    return said ? said.get(source.field.id) !== value : !text.includes(value);
  });
  const hosts = [hostOf(text), hostOf(wanted)];
  const isPlain = /^http:/i.test(text) && /^https:/i.test(wanted);
  const isElsewhere = hosts[0] !== undefined && hosts[0] !== hosts[1];
  if (isPlain && (!guilty || !isElsewhere)) {
    report(comparison, 'plain-http', place, {key, line});
  } else if (text === `${wanted}/`) {
    report(comparison, 'trailing-slash', place, {key});
  } else if (guilty) {
    const rule = isElsewhere ? 'other-host' : 'contradiction';
    reportContradiction(comparison, rule, place, guilty, {key, line, reason});
  } else {
    report(comparison, 'wrong-value', place, {key, reason, line});
  }
}

function reportContradiction(
  comparison: Comparison,
  rule: 'contradiction' | 'other-host',
  place: TextPlace,
  {entry, field, value}: Candidate,
  params: {readonly key: string; readonly line: string; readonly reason: string},
): void {
  report(comparison, rule, place, {
    ...params,
    other: String(entry.line),
    label: field.label,
    value: field.secret ? mask : [value].flat().join(', '),
  });
}
