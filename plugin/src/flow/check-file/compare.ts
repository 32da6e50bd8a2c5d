import {checkValue} from '../check.js';
import {evaluate} from '../evaluate.js';
import {nearest} from '../nearest.js';
import type {CompiledField, CompiledFlow, Expression, Scalar} from '../types.js';
import {type Entry, pathKey} from './entries.js';
import {type ByPath, byPath, type Choices, type Expected} from './expected.js';
import {
  type FoundAnswers,
  fieldValue,
  isPlaceholder,
  isSame,
  matchText,
  refsOf,
} from './find-answers.js';
import {type CheckRule, type Finding, finding, type TextPlace} from './rules.js';
import type {Checks, KeyCheck} from './types.js';

/** What the flow writes into the file for other choices than those of the file. */
export interface Alternative {
  readonly choices: Choices;
  readonly expected: ByPath<Expected>;
}

/** All that a comparison looks at. */
export interface Comparison {
  readonly flow: CompiledFlow;
  readonly checks: Checks[string];
  readonly isEnv: boolean;
  readonly choices: Choices;
  readonly expected: readonly Expected[];
  readonly alternatives: readonly Alternative[];
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

  #check(path: readonly string[]): KeyCheck | undefined {
    const {checks = {}} = this.#given;
    const name = path.join('.');
    if (Object.hasOwn(checks, name)) return checks[name];
    const start = Object.keys(checks).find(
      (key) => key.endsWith('*') && name.startsWith(key.slice(0, -1)),
    );
    return start === undefined ? undefined : checks[start];
  }

  /** A key that the flow does not write for these choices. */
  #unknown(entry: Entry): void {
    const {path} = entry;
    const key = path.at(-1) ?? '';
    const parent = path.slice(0, -1);
    const isKnown = this.#expected.has(pathKey(path)) || this.#check(path);
    // What is in an unknown map is its affair.
    const hasPlace = parent.length === 0 || this.#expected.get(pathKey(parent))?.isMap;
    if (isKnown || !hasPlace) return;
    const place = {...entry, endColumn: Math.max(entry.endColumn, entry.column + key.length)};

    if (this.#isForOtherChoice(entry)) return;
    const dotted = this.#dotted(path);
    if (dotted) {
      this.#explained.add(pathKey(dotted));
      const [outer = '', last = ''] = dotted.slice(-2);
      this.#report('dotted-key', place, {key, parent: outer, last});
      return;
    }
    const siblings = this.#given.expected.filter(
      ({path}) => pathKey(path.slice(0, -1)) === pathKey(parent),
    );
    const absent = siblings.flatMap(({path}) =>
      this.#entries.has(pathKey(path)) ? [] : (path.at(-1) ?? ''),
    );
    const near = nearest(key, absent);
    if (near !== undefined) {
      this.#explained.add(pathKey([...parent, near]));
      this.#report('misspelt-key', place, {key, near});
    } else if (this.#isClosed(key, siblings)) {
      this.#report('unknown-key', place, {key});
    }
  }

  /** Whether the flow says which keys there are beside these: it writes values there, and not only blocks. */
  #isClosed(key: string, siblings: readonly Expected[]): boolean {
    if (!this.#given.isEnv) return siblings.some(({isMap}) => !isMap);
    const prefix = (name: string) => name.split('_', 1)[0];
    const all = [
      ...this.#given.alternatives.flatMap(({expected}) => Array.from(expected.values())),
      ...siblings,
    ];
    return all.some(({path}) => prefix(path[0] ?? '') === prefix(key));
  }

  /** The path that was meant by a key with dots in it. */
  #dotted(path: readonly string[]): readonly string[] | undefined {
    const keys = path.at(-1)?.split('.') ?? [];
    if (keys.length < 2) return undefined;
    const parent = path.slice(0, -1);
    // `a.b` in `a`, as well as beside it.
    return [
      [...parent, ...keys],
      [...parent.slice(0, -1), ...keys],
    ].find((each) => this.#expected.has(pathKey(each)));
  }

  #isForOtherChoice(entry: Entry): boolean {
    const {flow, alternatives, choices} = this.#given;
    const differences = alternatives
      .filter(({expected}) => expected.has(pathKey(entry.path)))
      .map((each) =>
        flow.choices
          .filter(({id}) => each.choices[id] !== choices[id])
          .map((choice) => ({choice, option: each.choices[choice.id]})),
      )
      .sort((a, b) => a.length - b.length);
    const [difference] = differences[0] ?? [];
    if (!difference) return false;
    const {choice, option = ''} = difference;
    const label = choice.options.find(({id}) => id === option)?.label ?? option;
    const key = entry.path.at(-1) ?? '';
    const chosen = choices[choice.id] ?? '';
    const decisive = this.#given.expected.find(
      ({expression}) => refsOf(expression)[0] === choice.id,
    );
    const name = decisive?.path.at(-1) ?? choice.id;
    // Templates hold the keys of all choices, without values.
    const level = this.#isEmpty(entry) ? 'warning' : 'error';
    this.#report('other-choice', entry, {key, label, option, chosen, choice: name}, level);
    return true;
  }

  #isEmpty(entry: Entry): boolean {
    const inside = `${pathKey(entry.path)}\n`;
    const empty = ({value, isMap}: Entry) =>
      isMap || value === '' || value === null || (Array.isArray(value) && value.length === 0);
    return (
      empty(entry) &&
      this.#given.entries.every((each) => !pathKey(each.path).startsWith(inside) || empty(each))
    );
  }

  #missing(expected: Expected): void {
    const {path} = expected;
    const check = this.#check(path);
    const parent = path.slice(0, -1);
    if (check?.optional || this.#explained.has(pathKey(path))) return;
    // Where the whole block is missing, that is all there is to say.
    if (parent.length > 0 && !this.#entries.get(pathKey(parent))?.isMap) return;
    if (check?.instead !== undefined && this.#entries.has(pathKey([...parent, check.instead])))
      return;
    const under = parent.at(-1);
    this.#report('missing-key', this.#gap(expected), {
      key: path.at(-1) ?? '',
      under: under === undefined ? '' : ` under “${under}”`,
      reason: expected.reason,
      line: expected.text,
    });
  }

  /** Where a missing key would stand: at the key that holds it, else behind the one that the flow writes before it. */
  #gap({path}: Expected): TextPlace {
    const parent = this.#entries.get(pathKey(path.slice(0, -1)));
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
    const key = entry.path.at(-1) ?? '';
    if (entry.isOpen) return;
    if (expected.isMap || entry.isMap) {
      if (Boolean(expected.isMap) === Boolean(entry.isMap)) return;
      const what = expected.isMap ? 'a block with keys of its own' : 'a single value';
      this.#report('wrong-type', entry, {key, expected: what, line: expected.text});
      return;
    }
    const {value} = entry;
    if (this.#isWrongType(entry, expected)) return;
    const isBlank = value === '' || value === null || value === undefined;
    if (isBlank && expected.value !== '' && !check?.value) {
      this.#report('empty-value', entry, {key, reason: expected.reason, line: expected.text});
    } else if (check?.value) {
      this.#accepts(entry, key, check);
    } else {
      this.#compare(entry, key, expected);
    }
  }

  /** Whether it is a text where something else is expected, or the other way round. */
  #isWrongType(entry: Entry, {value: wanted, text, expression}: Expected): boolean {
    const {value, at} = entry;
    const key = entry.path.at(-1) ?? '';
    if (Array.isArray(wanted) !== Array.isArray(value) && value !== null && value !== '') {
      const what = Array.isArray(wanted)
        ? 'a list in brackets, also for one item'
        : 'a single value';
      this.#report('wrong-type', at, {key, expected: what, line: text});
      return true;
    }
    const isOther = typeof value === 'number' || typeof value === 'boolean';
    const field = this.#given.flow.fields.find(({id}) => id === refsOf(expression)[0]);
    // What would be wrong in quotes too does not need them.
    const isRight = !field || !checkValue(field, fieldValue(field, value, entry.source));
    if (isText(wanted) && isOther && isRight) {
      this.#report('needs-quotes', at, {key, type: typeof value});
      return true;
    }
    if (isText(value) && typeof wanted === 'boolean' && /^(?:true|false)$/i.test(value)) {
      this.#report('needs-no-quotes', at, {key});
      return true;
    }
    return false;
  }

  /** Checks a value against a schema of the flow's author. */
  #accepts({value, at}: Entry, key: string, {value: schema, expects}: KeyCheck): void {
    if (!schema) return;
    const field: CompiledField = {
      id: key,
      label: key,
      placeholder: '',
      value: schema,
      ...(expects && {expects}),
    };
    const problem = checkValue(field, value);
    if (problem) this.#report('invalid-value', at, {key, reason: problem.message});
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
      this.#report('wrong-value', entry.at, {
        key,
        reason: `It is one of: ${options}.`,
        line: expected.text,
      });
      return;
    }
    const [text, wanted] = [String(entry.value ?? ''), String(expected.value ?? '')];
    const difference = {place: entry.at, key, text, wanted, expression, line: expected.text};
    this.#differs(entry, difference, expected.reason);
  }

  /** A value that is an answer by itself. */
  #answer(entry: Entry, key: string, expected: Expected, field: CompiledField): void {
    const value = fieldValue(field, entry.value, entry.source);
    const place = entry.at;
    if (isPlaceholder(field, value)) {
      this.#report('placeholder', place, {key, label: field.label, find: field.find ?? ''});
      return;
    }
    const problem = checkValue(field, value, this.#given.flow.forbidden);
    if (problem) {
      const isSlash =
        isText(value) && value.endsWith('/') && !checkValue(field, value.slice(0, -1));
      if (isSlash) this.#report('trailing-slash', place, {key}, 'error');
      else this.#report('invalid-value', place, {key, reason: problem.message});
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
      // An item of the same shape, or on the same host or path, is the one that was meant.
      const meant = left.findIndex(
        (each) => isText(each.item) && this.#isMeant(each.item, String(item), expression),
      );
      const [other] = meant < 0 ? [] : left.splice(meant, 1);
      if (other) {
        const place = entry.items?.[other.index] ?? entry.at;
        const [text, right] = [String(other.item), String(item)];
        const difference = {place, key, text, wanted: right, expression, line: right};
        this.#differs(entry, difference, expected.reason);
      } else {
        this.#report('missing-item', entry.at, {key, item: String(item), reason: expected.reason});
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
      value: field.secret ? '••••••••' : [source?.value ?? ''].flat().join(', '),
      line,
      reason,
    });
  }

  /** The flow's own rules about several answers at once. */
  #rules(): void {
    const {flow, found} = this.#given;
    for (const {field, id, message} of evaluate(flow, found.answers).problems) {
      const source = found.sources.get(field);
      if (!source || source.rank >= 10) continue;
      if (id === 'rule') {
        this.#report('conflict', source.entry.at, {
          key: source.entry.path.at(-1) ?? '',
          reason: message,
        });
      } else if (id === 'dotenv') {
        this.#report(
          'invalid-value',
          source.entry.at,
          {key: source.entry.path.at(-1) ?? '', reason: message},
          'warning',
        );
      }
    }
  }
}

/** Compares what a file holds with what the flow would have written for the answers that were found in it. */
export function compare(given: Comparison): readonly Finding[] {
  const comparer = new Comparer(given);
  comparer.run();
  return comparer.findings;
}
