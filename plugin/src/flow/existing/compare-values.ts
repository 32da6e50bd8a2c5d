import {nearest} from '../../nearest.js';
import {parseList, spell} from '../engine.js';
import {refsOf} from '../expressions.js';
import type {CompiledChoice, CompiledField, Expression, Scalar} from '../types.js';
import {checkValue} from '../value-problem.js';
import type {Comparison} from './comparison.js';
import {type Entry, nameOf} from './entries.js';
import type {Expected} from './expected.js';
import {fieldValue, isPlaceholder, isSame, matchText, nameIn} from './find-answers.js';
import {mask} from './mask.js';
import type {TextPlace} from './rules.js';
import {checkOf, type KeyCheck} from './types.js';
import {type KeyType, typeFault, typeOf} from './value-type.js';

/** A value, and what it should be. */
interface Difference {
  readonly place: TextPlace;
  readonly key: string;
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

/** Says which values of a file are not what they should be. */
export class ValueComparer {
  readonly #comparison: Comparison;

  constructor(comparison: Comparison) {
    this.#comparison = comparison;
  }

  /** The value of a key that the flow writes, too. */
  value(entry: Entry, expected: Expected): void {
    const check = checkOf(this.#comparison.given.checks, expected.path);
    const key = nameOf(entry);
    const {value, isOpen, isMap, faults = []} = entry;
    this.#comparison.findings.push(...faults);
    if (isOpen) return;
    const isBlank = value === '' || value === null;
    if (isBlank && !expected.isMap && expected.value !== '' && expected.value !== null) {
      this.#empty(entry, key, expected);
    } else if (!this.#reportWrongType(entry, typeOf(expected, check), expected)) {
      if (this.#reportPlaceholders(entry, key, expected.expression)) return;
      if (check?.value) this.#accepts(entry, key, check);
      else if (!isMap) this.#compare(entry, key, expected);
    }
  }

  #empty(entry: Entry, key: string, expected: Expected): void {
    const params = {key, reason: expected.reason};
    const line = this.#comparison.lineOf(expected);
    if (line !== undefined) this.#comparison.report('empty-value', entry, {...params, line});
    else {
      const wanted = this.#comparison.wanted(expected);
      this.#comparison.report('empty-answer', entry, {...params, ...wanted});
    }
  }

  /** A key that the flow does not write, but that the target knows. What is left empty there is as good as absent. */
  known(entry: Entry, check: KeyCheck): void {
    const {value, isOpen, faults = []} = entry;
    this.#comparison.findings.push(...faults);
    if (
      isOpen ||
      value === null ||
      (value === '' && this.#comparison.given.reader.isShared) ||
      !check.value
    )
      return;
    if (!this.#reportWrongType(entry, check.value.type)) {
      this.#accepts(entry, nameOf(entry), check);
    }
  }

  /** Says that a value is a text where something else is expected, or the other way round, if it is. */
  #reportWrongType(entry: Entry, type: KeyType, expected?: Expected): boolean {
    const {value, isMap, at, source} = entry;
    const rule = typeFault(entry, type);
    const field = expected && this.#comparison.fieldOf(expected.expression);
    // What would be wrong in quotes too does not need them.
    const isWrongAnyway =
      rule === 'needs-quotes' && field && checkValue(field, fieldValue(field, value, source));
    if (!rule || isWrongAnyway) return false;
    const key = nameOf(entry);
    if (rule === 'needs-list' && field && isPlaceholder(field, parseList(String(value)))) {
      this.#placeholder(at, key, field);
      return true;
    }
    const line =
      rule === 'needs-list'
        ? this.#listLine(key, value)
        : expected
          ? this.#comparison.textOf(expected)
          : this.#comparison.given.reader.pair(key, '{}');
    const level = rule === 'needs-no-quotes' ? this.#comparison.mild : 'error';
    this.#comparison.report(rule, isMap || type === 'object' ? entry : at, {key, line}, level);
    return true;
  }

  /** Checks a value of the right type against a schema of the flow's author. */
  #accepts({value, at}: Entry, key: string, {value: schema, expects}: KeyCheck): void {
    if (!schema || schema.type === 'object') return;
    if (schema.type === 'integer') {
      const {minimum} = schema;
      if (minimum !== undefined && Number(value) < minimum)
        this.#comparison.report('too-small', at, {key, minimum: String(minimum)});
      return;
    }
    const field: CompiledField = {
      id: key,
      label: key,
      placeholder: '',
      value: schema,
      ...(expects && {expects}),
    };
    const problem = checkValue(field, value);
    if (problem) this.#comparison.reportInvalid(at, key, problem);
  }

  /** The line with a list of what is there now as one text. */
  #listLine(key: string, value: Entry['value']): string {
    const {flow, file, reader} = this.#comparison.given;
    return reader.pair(key, spell(flow, file, parseList(String(value ?? ''))) ?? '');
  }

  #compare(entry: Entry, key: string, expected: Expected): void {
    const {flow} = this.#comparison.given;
    const {expression} = expected;
    const field = flow.fields.find(({id}) => id === nameIn(expression));
    if (field) {
      this.#answer(entry, key, expected, field);
      return;
    }
    const isList = typeof expression === 'object' && expression !== null && 'list' in expression;
    if (isList && Array.isArray(expected.value)) {
      this.#list(entry, key, expected, expression.list);
      return;
    }
    if (isSame(entry.value, expected.value)) return;
    const choice = flow.choices.find(({id}) => id === nameIn(expression));
    if (choice) {
      this.#choice(entry, key, expected, choice);
      return;
    }
    const [text, wanted] = [String(entry.value ?? ''), String(expected.value ?? '')];
    const line = this.#comparison.lineOf(expected) ?? this.#comparison.textOf(expected);
    const {open, reason} = expected;
    const place = entry.at;
    this.#differs(entry, {place, key, text, wanted, expression, line, open, reason});
  }

  /** A value that is another option than that for which the file is, or none. */
  #choice(entry: Entry, key: string, expected: Expected, choice: CompiledChoice): void {
    const {value} = expected;
    const line = this.#comparison.textOf(expected);
    const chosen = String(entry.value);
    const right = choice.options.find(({id}) => id === value);
    if (right && choice.options.some(({id}) => id === chosen)) {
      const {id: option, label} = right;
      this.#comparison.report('wrong-choice', entry.at, {chosen, label, option, line});
    } else {
      const options = choice.options.map(({id}) => id).join(', ');
      this.#comparison.report('unknown-option', entry.at, {key, options, line});
    }
  }

  /** Says that placeholders are parts of a value, if some are, as in `https://<domain>`: the flow writes it so before there are answers. */
  #reportPlaceholders(
    {value, at, items = []}: Entry,
    key: string,
    expression: Expression,
  ): boolean {
    const names = refsOf(expression);
    const fields = this.#comparison.given.flow.fields.filter(({id}) => names.includes(id));
    const lines = new Set<number>();
    for (const [index, text] of [value].flat().map(String).entries()) {
      const field = fields.find(({placeholder}) => text.includes(placeholder));
      const place = items[index] ?? at;
      if (field && !lines.has(place.line)) this.#placeholder(place, key, field);
      if (field) lines.add(place.line);
    }
    return lines.size > 0;
  }

  #placeholder(place: TextPlace, key: string, {label, find = ''}: CompiledField): void {
    this.#comparison.report('placeholder', place, {key, label, find});
  }

  /** A value that is an answer by itself. */
  #answer(entry: Entry, key: string, expected: Expected, field: CompiledField): void {
    const value = fieldValue(field, entry.value, entry.source);
    const place = entry.at;
    if (isPlaceholder(field, value)) {
      this.#placeholder(place, key, field);
      return;
    }
    const problem = checkValue(field, value, this.#comparison.given.flow.forbidden);
    if (problem) {
      const isSlash =
        isText(value) && value.endsWith('/') && !checkValue(field, value.slice(0, -1));
      if (isSlash) this.#comparison.report('trailing-slash', place, {key}, 'error');
      else this.#comparison.reportInvalid(place, key, problem);
      return;
    }
    const source = this.#comparison.given.found.sources.get(field.id);
    if (!source || source.entry === entry || isSame(source.value, value)) return;
    const line = this.#comparison.lineOf(expected) ?? this.#comparison.textOf(expected);
    this.#contradicts('contradiction', place, key, field, line, expected.reason);
  }

  #list(entry: Entry, key: string, expected: Expected, expressions: readonly Expression[]): void {
    const items: readonly unknown[] = Array.isArray(entry.value) ? entry.value : [];
    const wanted = [expected.value].flat() as Scalar[];
    const left = items
      .map((item, index) => ({item, index}))
      .filter(({item}) => !wanted.includes(item as Scalar));
    for (const [index, item] of wanted.entries()) {
      if (items.includes(item)) continue;
      const expression = expressions[index] ?? item;
      const open = expected.open.filter(({placeholder}) => String(item).includes(placeholder));
      const reason = expected.itemReasons[index] ?? expected.reason;
      // An item of the same shape, or on the same host or path, is the one that was meant.
      const meant = left.findIndex(
        (each) => isText(each.item) && this.#isMeant(each.item, String(item), expression),
      );
      const [other] = meant < 0 ? [] : left.splice(meant, 1);
      if (other) {
        const place = entry.items?.[other.index] ?? entry.at;
        const [text, right] = [String(other.item), String(item)];
        const difference = {place, key, text, wanted: right, expression, line: right, open, reason};
        this.#differs(entry, difference);
      } else {
        if (open.length > 0) this.#comparison.reportUnanswered(entry.at, key, open, String(item));
        else this.#comparison.report('missing-item', entry.at, {key, item: String(item), reason});
      }
    }
  }

  #isMeant(text: string, wanted: string, expression: Expression): boolean {
    const pathOf = (address: string) =>
      /^https?:\/\/[^/]+(\/.*)$/i.exec(address.replace(/(?<!\/)\/+$/, ''))?.[1];
    return (
      matchText(expression, text) !== undefined ||
      pathOf(text) === (pathOf(wanted) ?? '') ||
      nearest(text, [wanted]) !== undefined
    );
  }

  /** Says how a value that is made of answers, or of none, differs from what it should be. */
  #differs(entry: Entry, difference: Difference): void {
    const {flow, found, choices} = this.#comparison.given;
    const {place, key, text, wanted, expression, line, open, reason} = difference;
    const fields = refsOf(expression).flatMap((name) => flow.fields.filter(({id}) => id === name));
    // What is made of an answer that is refused at its own place follows from that.
    if (fields.some(({id}) => found.sources.get(id)?.isWrong)) return;
    const said = matchText(expression, text, choices);
    if (open.length > 0) {
      this.#unanswered(difference, said);
      return;
    }
    const guilty = fields.find(({id}) => {
      const source = found.sources.get(id);
      if (!source || source.entry === entry) return false;
      const value = String(source.value);
      return said ? said.get(id) !== value : !text.includes(value);
    });
    const hosts = [hostOf(text), hostOf(wanted)];
    const isPlain = /^http:/i.test(text) && /^https:/i.test(wanted);
    const isElsewhere = hosts[0] !== undefined && hosts[0] !== hosts[1];
    if (isPlain && (!guilty || !isElsewhere)) {
      this.#comparison.report('plain-http', place, {key, line});
    } else if (text === `${wanted}/`) {
      this.#comparison.report('trailing-slash', place, {key});
    } else if (guilty) {
      const rule = isElsewhere ? 'other-host' : 'contradiction';
      this.#contradicts(rule, place, key, guilty, line, reason);
    } else {
      this.#comparison.report('wrong-value', place, {key, reason, line});
    }
  }

  /** Says what is wrong with the parts that should be answers, or that these stand nowhere. */
  #unanswered(
    {place, key, wanted, open}: Difference,
    said: ReadonlyMap<string, string> = new Map(),
  ): void {
    const {forbidden} = this.#comparison.given.flow;
    const [problem] = open.flatMap((field) => {
      const part = said.get(field.id);
      return part === undefined ? [] : (checkValue(field, part, forbidden) ?? []);
    });
    if (problem) this.#comparison.reportInvalid(place, key, problem);
    else this.#comparison.reportUnanswered(place, key, open, wanted);
  }

  #contradicts(
    rule: 'contradiction' | 'other-host',
    place: TextPlace,
    key: string,
    field: CompiledField,
    line: string,
    reason: string,
  ): void {
    const source = this.#comparison.given.found.sources.get(field.id);
    this.#comparison.report(rule, place, {
      key,
      other: String(source?.entry.line ?? place.line),
      label: field.label,
      value: field.secret ? mask : [source?.value ?? ''].flat().join(', '),
      line,
      reason,
    });
  }
}
