import {checkValue} from '../check.js';
import type {Choices} from '../combinations.js';
import {evaluate} from '../evaluate.js';
import {encode} from '../formats/index.js';
import {nearest} from '../nearest.js';
import {parseList} from '../parse-answers.js';
import type {
  AnswerProblem,
  CompiledField,
  CompiledFile,
  CompiledFlow,
  Expression,
  Scalar,
} from '../types.js';
import {type Entry, isChildOf, nameOf, parentOf, pathKey} from './entries.js';
import {type ByPath, byPath, type Expected} from './expected.js';
import {
  type FoundAnswers,
  fieldValue,
  isPlaceholder,
  isSame,
  matchText,
  refsOf,
} from './find-answers.js';
import {mask} from './mask.js';
import {type CheckRule, type Finding, finding, type TextPlace} from './rules.js';
import {type Checks, checkOf, type KeyCheck, type KeySchema} from './types.js';

/** What the flow writes into the file for other choices than those of the file. */
export interface Alternative {
  readonly choices: Choices;
  readonly expected: ByPath<Expected>;
}

/** All that a comparison looks at. */
export interface Comparison {
  readonly flow: CompiledFlow;
  readonly checks: Checks[string];
  readonly file: CompiledFile;
  readonly choices: Choices;
  readonly expected: readonly Expected[];
  readonly alternatives: readonly Alternative[];
  /** What the flow writes into other files, for whatever choices. */
  readonly elsewhere: readonly Expected[];
  readonly entries: readonly Entry[];
  readonly found: FoundAnswers;
}

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
}

type KeyType = KeySchema['type'];

/** What a value has to be, as its author says or else like what the flow writes. */
function typeOf({value, isMap}: Expected, check: KeyCheck | undefined): KeyType {
  if (check?.value) return check.value.type;
  if (isMap) return 'object';
  return Array.isArray(value) ? 'array' : typeof value === 'boolean' ? 'boolean' : 'string';
}

/** What is wrong with the type of a value, if anything. */
function typeFault({value, isMap}: Entry, type: KeyType): CheckRule | undefined {
  if (Boolean(isMap) !== (type === 'object')) return isMap ? 'needs-no-block' : 'needs-block';
  if (Array.isArray(value) !== (type === 'array')) {
    return type === 'array' ? 'needs-list' : 'needs-no-list';
  }
  const isOf = (words: RegExp) => words.test(String(value));
  if (type === 'string') {
    return typeof value === 'number' || typeof value === 'boolean' ? 'needs-quotes' : undefined;
  }
  if (type === 'boolean' && typeof value !== 'boolean') {
    return isOf(/^(?:true|false)$/i) ? 'needs-no-quotes' : 'needs-boolean';
  }
  if (type === 'integer' && !Number.isInteger(value)) {
    return isOf(/^\d+$/) ? 'needs-no-quotes' : 'needs-number';
  }
  return undefined;
}

const isText = (value: unknown): value is string => typeof value === 'string';

/** The host of an address, with its port. */
function hostOf(text: string): string | undefined {
  return /^https?:\/\/([^/?#]+)/i.exec(text)?.[1]?.toLowerCase();
}

/** Compares what a file holds with what the flow would have written. */
class Comparer {
  readonly findings: Finding[] = [];
  readonly #given: Comparison;
  readonly #entries: ByPath;
  readonly #expected: ByPath<Expected>;
  /** Keys that are missing, but whose place another key has taken. */
  readonly #explained = new Set<string>();

  constructor(given: Comparison) {
    this.#given = given;
    this.#entries = byPath(given.entries);
    this.#expected = byPath(given.expected);
  }

  run(): void {
    for (const entry of this.#given.entries) this.#unknown(entry);
    for (const expected of this.#given.expected) {
      const entry = this.#entries.get(pathKey(expected.path));
      if (entry) this.#value(entry, expected);
      else this.#missing(expected);
    }
    this.#rules();
  }

  #report(
    rule: CheckRule,
    place: TextPlace,
    params: Finding['params'],
    level?: Finding['level'],
  ): void {
    this.findings.push(finding(rule, place, params, level));
  }

  get #isEnv(): boolean {
    return this.#given.file.format === 'dotenv';
  }

  /** The level of what a target refuses in its own file, and passes over among the variables of its environment. */
  get #mild(): Finding['level'] {
    return this.#isEnv || this.#given.file.then ? 'warning' : 'error';
  }

  #check(path: readonly string[]): KeyCheck | undefined {
    return checkOf(this.#given.checks, path);
  }

  /** A key that the flow does not write for these choices. */
  #unknown(entry: Entry): void {
    const {path} = entry;
    const key = nameOf(entry);
    const parent = parentOf(entry);
    // What is in an unknown map is its affair.
    const hasPlace = parent.length === 0 || this.#expected.get(pathKey(parent))?.isMap;
    if (this.#expected.has(pathKey(path)) || !hasPlace) return;
    const check = this.#check(path);
    if (check) {
      this.#known(entry, check);
      return;
    }
    const place = {...entry, endColumn: Math.max(entry.endColumn, entry.column + key.length)};

    if (this.#reportOtherChoice(entry)) return;
    const dotted = this.#dotted(entry);
    if (dotted) {
      this.#explained.add(pathKey(dotted));
      const [outer = '', last = ''] = dotted.slice(-2);
      this.#report('dotted-key', place, {key, parent: outer, last});
      return;
    }
    const siblings = this.#given.expected.filter((each) => isChildOf(each, parent));
    const absent = siblings.filter(({path}) => !this.#entries.has(pathKey(path)));
    const near = this.#nameElsewhere(key, absent) ?? nearest(key, absent.map(nameOf));
    if (near !== undefined) {
      this.#explained.add(pathKey([...parent, near]));
      this.#report('misspelt-key', place, {key, near});
    } else if (this.#isClosed(key, siblings)) {
      this.#report('unknown-key', place, {key}, this.#mild);
    }
  }

  /** The sibling that has this name in another file, or that the flow itself calls like that. */
  #nameElsewhere(key: string, absent: readonly Expected[]): string | undefined {
    const expressions = this.#given.elsewhere
      .filter((each) => nameOf(each) === key && !each.isMap)
      .map(({expression}) => expression);
    const same = new Set([{ref: key}, ...expressions].map((each) => JSON.stringify(each)));
    const meant = absent.find(({expression}) => same.has(JSON.stringify(expression)));
    return meant && nameOf(meant);
  }

  /** Whether the flow says which keys there are beside these: it writes values there, and not only blocks. */
  #isClosed(key: string, siblings: readonly Expected[]): boolean {
    if (!this.#isEnv) return siblings.some(({isMap}) => !isMap);
    const prefix = (name: string) => name.split('_', 1)[0];
    const all = [
      ...this.#given.alternatives.flatMap(({expected}) => Array.from(expected.values())),
      ...siblings,
    ];
    return all.some(({path}) => prefix(path[0] ?? '') === prefix(key));
  }

  /** The path that was meant by a key with dots in it. */
  #dotted(entry: Entry): readonly string[] | undefined {
    const keys = nameOf(entry).split('.');
    if (keys.length < 2) return undefined;
    const parent = parentOf(entry);
    // `a.b` in `a`, as well as beside it.
    return [
      [...parent, ...keys],
      [...parentOf({path: parent}), ...keys],
    ].find((each) => this.#expected.has(pathKey(each)));
  }

  /** Says that a key is for other choices, if it is. */
  #reportOtherChoice(entry: Entry): boolean {
    const {flow, alternatives, choices} = this.#given;
    const differences = alternatives
      .filter(({expected}) => expected.has(pathKey(entry.path)))
      .map((each) => ({
        ...each,
        choices: flow.choices
          .filter(({id}) => each.choices[id] !== choices[id])
          .map((choice) => ({choice, option: each.choices[choice.id] ?? ''})),
      }))
      .sort((a, b) => a.choices.length - b.choices.length);
    const [alternative] = differences;
    const [difference] = alternative?.choices ?? [];
    if (!alternative || !difference) return false;
    const {choice, option} = difference;
    const label = choice.options.find(({id}) => id === option)?.label ?? option;
    const chosen = choices[choice.id] ?? '';
    const decisive = this.#given.expected.find(
      ({expression}) => refsOf(expression)[0] === choice.id,
    );
    const name = decisive ? nameOf(decisive) : choice.id;
    // Templates hold the keys of all choices, with values here and there.
    const level = this.#isInUse(entry, alternative.expected) ? 'error' : 'warning';
    const params = {key: nameOf(entry), label, option, chosen, choice: name};
    this.#report('other-choice', entry, params, level);
    return true;
  }

  /** Whether what is for another choice is filled in: its secret, where the file has one for that choice. */
  #isInUse({path}: Entry, expected: ByPath<Expected>): boolean {
    const secrets = Array.from(expected.values()).filter(
      ({expression}) => this.#fieldOf(expression)?.secret,
    );
    const decisive = this.#given.entries.filter((each) =>
      secrets.length > 0
        ? secrets.some((secret) => pathKey(secret.path) === pathKey(each.path))
        : path.every((key, depth) => each.path[depth] === key),
    );
    return decisive.some(({value}) => value !== undefined && value !== null && value !== '');
  }

  #missing(expected: Expected): void {
    const {path} = expected;
    const check = this.#check(path);
    const parent = parentOf(expected);
    if (check?.optional || this.#explained.has(pathKey(path))) return;
    // Where the whole block is missing, that is all there is to say.
    const holder = this.#entries.get(pathKey(parent));
    if (parent.length > 0 && !holder?.isMap) return;
    const {reason, text: line} = expected;
    this.#report(parent.length > 0 ? 'missing-below' : 'missing-key', this.#gap(expected), {
      key: nameOf(expected),
      parent: holder?.name ?? nameOf({path: parent}),
      reason,
      line,
    });
  }

  /** Where a missing key would stand: at the key that holds it, else behind the one that the flow writes before it. */
  #gap({path}: Expected): TextPlace {
    const parent = this.#entries.get(pathKey(parentOf({path})));
    if (parent) return parent;
    const before = this.#given.expected.slice(
      0,
      this.#given.expected.findIndex((each) => each.path === path),
    );
    const above = before
      .reverse()
      .flatMap((each) =>
        each.path.length === path.length ? (this.#entries.get(pathKey(each.path)) ?? []) : [],
      )[0];
    return above ?? this.#given.entries[0] ?? {line: 1, column: 1, endColumn: 1};
  }

  #value(entry: Entry, expected: Expected): void {
    const check = this.#check(expected.path);
    const key = nameOf(entry);
    const {value, isOpen, isMap, faults = []} = entry;
    this.findings.push(...faults);
    if (isOpen) return;
    const isBlank = value === '' || value === null;
    if (isBlank && !expected.isMap && expected.value !== '') {
      this.#report('empty-value', entry, {key, reason: expected.reason, line: expected.text});
    } else if (!this.#reportWrongType(entry, typeOf(expected, check), expected)) {
      if (this.#reportPlaceholders(entry, key, expected.expression)) return;
      if (check?.value) this.#accepts(entry, key, check);
      else if (!isMap) this.#compare(entry, key, expected);
    }
  }

  /** A key that the flow does not write, but that the target knows. What is left empty there is as good as absent. */
  #known(entry: Entry, check: KeyCheck): void {
    const {value, isOpen, faults = []} = entry;
    this.findings.push(...faults);
    if (isOpen || value === null || (value === '' && this.#isEnv) || !check.value) return;
    if (!this.#reportWrongType(entry, check.value.type)) {
      this.#accepts(entry, nameOf(entry), check);
    }
  }

  /** Says that a value is a text where something else is expected, or the other way round, if it is. */
  #reportWrongType(entry: Entry, type: KeyType, expected?: Expected): boolean {
    const {value, isMap, at, source} = entry;
    const rule = typeFault(entry, type);
    const field = expected && this.#fieldOf(expected.expression);
    // What would be wrong in quotes too does not need them.
    const isWrongAnyway =
      rule === 'needs-quotes' && field && checkValue(field, fieldValue(field, value, source));
    if (!rule || isWrongAnyway) return false;
    const key = nameOf(entry);
    const line =
      rule === 'needs-list' ? this.#listLine(key, value) : (expected?.text ?? `${key}: {}`);
    const level = rule === 'needs-no-quotes' ? this.#mild : 'error';
    this.#report(rule, isMap || type === 'object' ? entry : at, {key, line}, level);
    return true;
  }

  /** Checks a value of the right type against a schema of the flow's author. */
  #accepts({value, at}: Entry, key: string, {value: schema, expects}: KeyCheck): void {
    if (!schema || schema.type === 'object') return;
    if (schema.type === 'integer') {
      const {minimum} = schema;
      if (minimum !== undefined && Number(value) < minimum)
        this.#report('too-small', at, {key, minimum: String(minimum)});
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
    if (problem) this.#invalid(at, key, problem);
  }

  /** Says what the flow engine has against a value. */
  #invalid(at: TextPlace, key: string, problem: AnswerProblem, level?: Finding['level']): void {
    const reason = problem.message;
    this.findings.push({...finding('invalid-value', at, {key, reason}, level), problem});
  }

  /** The line with a list of what is there now as one text. */
  #listLine(key: string, value: Entry['value']): string {
    const {format, then} = this.#given.file;
    const list = encode(format, parseList(String(value ?? '')), then) ?? '';
    return this.#isEnv ? `${key}=${list}` : `${key}: ${list}`;
  }

  #fieldOf(expression: Expression): CompiledField | undefined {
    const [name] = refsOf(expression);
    return this.#given.flow.fields.find(({id}) => id === name);
  }

  #compare(entry: Entry, key: string, expected: Expected): void {
    const {flow} = this.#given;
    const {expression} = expected;
    const [name = ''] = refsOf(expression);
    const field = flow.fields.find(({id}) => id === name);
    if (typeof expression === 'object' && expression !== null) {
      if ('ref' in expression && field) {
        this.#answer(entry, key, expected, field);
        return;
      }
      if ('list' in expression) {
        this.#list(entry, key, expected, expression.list);
        return;
      }
    }
    const choice = flow.choices.find(({id}) => id === name);
    if (isSame(entry.value, expected.value)) return;
    if (choice) {
      const options = choice.options.map(({id}) => id).join(', ');
      this.#report('unknown-option', entry.at, {key, options, line: expected.text});
      return;
    }
    const [text, wanted] = [String(entry.value ?? ''), String(expected.value ?? '')];
    const difference = {place: entry.at, key, text, wanted, expression, line: expected.text};
    this.#differs(entry, difference, expected.reason);
  }

  /** Says that placeholders are parts of a value, if some are, as in `https://<domain>`: the flow writes it so before there are answers. */
  #reportPlaceholders(
    {value, at, items = []}: Entry,
    key: string,
    expression: Expression,
  ): boolean {
    const names = refsOf(expression);
    const fields = this.#given.flow.fields.filter(({id}) => names.includes(id));
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
    this.#report('placeholder', place, {key, label, find});
  }

  /** A value that is an answer by itself. */
  #answer(entry: Entry, key: string, expected: Expected, field: CompiledField): void {
    const value = fieldValue(field, entry.value, entry.source);
    const place = entry.at;
    if (isPlaceholder(field, value)) {
      this.#placeholder(place, key, field);
      return;
    }
    const problem = checkValue(field, value, this.#given.flow.forbidden);
    if (problem) {
      const isSlash =
        isText(value) && value.endsWith('/') && !checkValue(field, value.slice(0, -1));
      if (isSlash) this.#report('trailing-slash', place, {key}, 'error');
      else this.#invalid(place, key, problem);
      return;
    }
    const source = this.#given.found.sources.get(field.id);
    if (!source || source.entry === entry || isSame(source.value, value)) return;
    this.#contradicts('contradiction', place, key, field, expected.text, expected.reason);
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
      const reason = expected.itemReasons[index] ?? expected.reason;
      // An item of the same shape, or on the same host or path, is the one that was meant.
      const meant = left.findIndex(
        (each) => isText(each.item) && this.#isMeant(each.item, String(item), expression),
      );
      const [other] = meant < 0 ? [] : left.splice(meant, 1);
      if (other) {
        const place = entry.items?.[other.index] ?? entry.at;
        const [text, right] = [String(other.item), String(item)];
        const difference = {place, key, text, wanted: right, expression, line: right};
        this.#differs(entry, difference, reason);
      } else {
        this.#report('missing-item', entry.at, {key, item: String(item), reason});
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
  #differs(entry: Entry, difference: Difference, reason: string): void {
    const {flow, found, choices} = this.#given;
    const {place, key, text, wanted, expression, line} = difference;
    const fields = refsOf(expression).flatMap((name) => flow.fields.filter(({id}) => id === name));
    // What is made of an answer that is refused at its own place follows from that.
    if (fields.some(({id}) => found.sources.get(id)?.isWrong)) return;
    const said = matchText(expression, text, choices);
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
      this.#report('plain-http', place, {key, line});
    } else if (text === `${wanted}/`) {
      this.#report('trailing-slash', place, {key});
    } else if (guilty) {
      const rule = isElsewhere ? 'other-host' : 'contradiction';
      this.#contradicts(rule, place, key, guilty, line, reason);
    } else {
      this.#report('wrong-value', place, {key, reason, line});
    }
  }

  #contradicts(
    rule: 'contradiction' | 'other-host',
    place: TextPlace,
    key: string,
    field: CompiledField,
    line: string,
    reason: string,
  ): void {
    const source = this.#given.found.sources.get(field.id);
    this.#report(rule, place, {
      key,
      other: String(source?.entry.line ?? place.line),
      label: field.label,
      value: field.secret ? mask : [source?.value ?? ''].flat().join(', '),
      line,
      reason,
    });
  }

  /** The flow's own rules about several answers at once. */
  #rules(): void {
    const {flow, found} = this.#given;
    for (const problem of evaluate(flow, found.answers).problems) {
      const source = found.sources.get(problem.field);
      if (!source || source.isWrong) continue;
      const {at} = source.entry;
      const key = nameOf(source.entry);
      if (problem.id === 'rule') this.#report('conflict', at, {key, reason: problem.message});
      else if (problem.id === 'dotenv') this.#invalid(at, key, problem, 'warning');
    }
  }
}

/** Compares what a file holds with what the flow would have written for the answers that were found in it. */
export function compare(given: Comparison): readonly Finding[] {
  const comparer = new Comparer(given);
  comparer.run();
  return comparer.findings;
}
