import {nearest} from '../nearest.js';
import type {Comparison} from './comparison.js';
import {type Entry, hasValue, isChildOf, nameOf, parentOf, pathKey} from './entries.js';
import type {ByPath, Expected} from './expected.js';
import {nameIn} from './find-answers.js';
import type {TextPlace} from './rules.js';
import {checkOf} from './types.js';

/** Says which keys of a file should not be there, and which ones should. */
export class KeyComparer {
  readonly #comparison: Comparison;
  /** Keys that are missing, but whose place another key has taken. */
  readonly #explained = new Set<string>();

  constructor(comparison: Comparison) {
    this.#comparison = comparison;
  }

  /** A key that the flow does not write for these choices. */
  unknown(entry: Entry): void {
    const key = nameOf(entry);
    const parent = parentOf(entry);
    const place = {...entry, endColumn: Math.max(entry.endColumn, entry.column + key.length)};
    if (this.#reportOtherChoice(entry)) return;
    const dotted = this.#dotted(entry);
    if (dotted) {
      this.#explained.add(pathKey(dotted));
      const [outer = '', last = ''] = dotted.slice(-2);
      this.#comparison.report('dotted-key', place, {key, parent: outer, last});
      return;
    }
    const siblings = this.#comparison.given.expected.filter((each) => isChildOf(each, parent));
    const absent = siblings.filter(({path}) => !this.#comparison.entries.has(pathKey(path)));
    const near = this.#nameElsewhere(key, absent) ?? nearest(key, absent.map(nameOf));
    if (near !== undefined) {
      this.#explained.add(pathKey([...parent, near]));
      this.#comparison.report('misspelt-key', place, {key, near});
    } else if (this.#isClosed(key, siblings)) {
      this.#comparison.report('unknown-key', place, {key}, this.#comparison.mild);
    }
  }

  /** The sibling that has this name in another file, or that the flow itself calls like that. */
  #nameElsewhere(key: string, absent: readonly Expected[]): string | undefined {
    const expressions = this.#comparison.given.elsewhere
      .filter((each) => nameOf(each) === key && !each.isMap)
      .map(({expression}) => expression);
    const same = new Set([{ref: key}, ...expressions].map((each) => JSON.stringify(each)));
    const meant = absent.find(({expression}) => same.has(JSON.stringify(expression)));
    return meant && nameOf(meant);
  }

  /** Whether the flow says which keys there are beside these: it writes values there, and not only blocks. */
  #isClosed(key: string, siblings: readonly Expected[]): boolean {
    if (!this.#comparison.isEnv) return siblings.some(({isMap}) => !isMap);
    const prefix = (name: string) => name.split('_', 1)[0];
    const all = [
      ...this.#comparison.given.alternatives.flatMap(({expected}) => Array.from(expected.values())),
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
    ].find((each) => this.#comparison.expected.has(pathKey(each)));
  }

  /** Says that a key is for other choices, if it is. */
  #reportOtherChoice(entry: Entry): boolean {
    const {flow, alternatives, choices} = this.#comparison.given;
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
    const decisive = this.#comparison.given.expected.find(
      ({expression}) => nameIn(expression) === choice.id,
    );
    const name = decisive ? nameOf(decisive) : choice.id;
    // Templates hold the keys of all choices, with values here and there.
    const level = this.#isInUse(entry, alternative.expected) ? 'error' : 'warning';
    const params = {key: nameOf(entry), label, option, chosen, choice: name};
    this.#comparison.report('other-choice', entry, params, level);
    return true;
  }

  /** Whether what is for another choice is filled in: its secret, where the file has one for that choice. */
  #isInUse({path}: Entry, expected: ByPath<Expected>): boolean {
    const secrets = Array.from(expected.values()).filter(
      ({expression}) => this.#comparison.fieldOf(expression)?.secret,
    );
    const decisive = this.#comparison.given.entries.filter((each) =>
      secrets.length > 0
        ? secrets.some((secret) => pathKey(secret.path) === pathKey(each.path))
        : path.every((key, depth) => each.path[depth] === key),
    );
    return decisive.some(hasValue);
  }

  /** A key that the flow writes for these choices, and that is not there. */
  missing(expected: Expected): void {
    const {path} = expected;
    const check = checkOf(this.#comparison.given.checks, path);
    const parent = parentOf(expected);
    if (check?.optional || this.#explained.has(pathKey(path))) return;
    // Where the whole block is missing, that is all there is to say.
    const holder = this.#comparison.entries.get(pathKey(parent));
    if (parent.length > 0 && !holder?.isMap) return;
    const {reason, text: line} = expected;
    this.#comparison.report(
      parent.length > 0 ? 'missing-below' : 'missing-key',
      this.#gap(expected),
      {
        key: nameOf(expected),
        parent: holder?.name ?? nameOf({path: parent}),
        reason,
        line,
      },
    );
  }

  /** Where a missing key would stand: at the key that holds it, else behind the one that the flow writes before it. */
  #gap({path}: Expected): TextPlace {
    const parent = this.#comparison.entries.get(pathKey(parentOf({path})));
    if (parent) return parent;
    const before = this.#comparison.given.expected.slice(
      0,
      this.#comparison.given.expected.findIndex((each) => each.path === path),
    );
    const above = before
      .reverse()
      .flatMap((each) =>
        each.path.length === path.length
          ? (this.#comparison.entries.get(pathKey(each.path)) ?? [])
          : [],
      )[0];
    return above ?? this.#comparison.given.entries[0] ?? {line: 1, column: 1, endColumn: 1};
  }
}
