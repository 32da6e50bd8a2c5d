import {nearest} from '../../nearest.js';
import type {Comparison} from './comparison.js';
import {type Entry, hasValue, isChildOf, nameOf, parentOf, pathKey} from './entries.js';
import {type Expected, namedKeys} from './expected.js';
import {nameIn} from './find-answers.js';
import type {Finding, TextPlace} from './rules.js';
import {checkOf} from './types.js';

/** For which other choice something is, and how much it matters. */
interface OtherChoice {
  readonly params: Finding['params'];
  readonly level: Finding['level'];
}

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
    const other = this.#otherChoice(entry);
    if (other) {
      this.#comparison.report('other-choice', entry, {key, ...other.params}, other.level);
      return;
    }
    const dotted = this.#dotted(entry);
    if (dotted) {
      this.#explained.add(pathKey(dotted));
      const [outer = '', last = ''] = dotted.slice(-2);
      this.#comparison.report('dotted-key', place, {key, parent: outer, last});
      return;
    }
    const siblings = this.#comparison.given.expected.filter((each) => isChildOf(each, parent));
    const absent = siblings.filter(({path}) => !this.#comparison.entries.has(pathKey(path)));
    const near =
      this.#nameElsewhere(key, absent) ??
      nearest(key, [...absent.map(nameOf), ...this.#forOthers(parent)]);
    if (near === undefined) {
      if (this.#isClosed(key, siblings))
        this.#comparison.report('unknown-key', place, {key}, this.#comparison.mild);
      return;
    }
    const meant = [...parent, near];
    const otherMeant = this.#otherChoice({...entry, path: meant});
    if (otherMeant) {
      const params = {key, near, ...otherMeant.params};
      this.#comparison.report('misspelt-other-choice', place, params, otherMeant.level);
    } else {
      this.#explained.add(pathKey(meant));
      this.#comparison.report('misspelt-key', place, {key, near});
    }
  }

  /** The names of the keys of a block that the flow writes for other choices only, and that are not there. */
  #forOthers(parent: readonly string[]): string[] {
    const {given, entries, expected} = this.#comparison;
    return namedKeys(given.checks.entries)
      .filter((each) => isChildOf(each, parent) && !expected.has(each.id) && !entries.has(each.id))
      .map(nameOf);
  }

  /** The sibling that has this name in another file, or that the flow itself calls like that. */
  #nameElsewhere(key: string, absent: readonly Expected[]): string | undefined {
    const expressions = this.#comparison.given.elsewhere.flatMap((each) =>
      nameOf(each) === key ? (each.value ?? []) : [],
    );
    const same = new Set([{ref: key}, ...expressions].map((each) => JSON.stringify(each)));
    const meant = absent.find(({expression}) => same.has(JSON.stringify(expression)));
    return meant && nameOf(meant);
  }

  /** Whether the flow says which keys there are beside these: it writes values there, and not only blocks. */
  #isClosed(key: string, siblings: readonly Expected[]): boolean {
    if (!this.#comparison.given.reader.isShared) return siblings.some(({isMap}) => !isMap);
    const prefix = (name: string) => name.split('_', 1)[0];
    return this.#comparison.given.checks.entries.some(
      ({path}) => prefix(path[0] ?? '') === prefix(key),
    );
  }

  /** The path that was meant by a key with dots in it. */
  #dotted(entry: Entry): readonly string[] | undefined {
    const keys = nameOf(entry).split('.');
    // Where it is not known what a dot means, nothing is said about it.
    if (keys.length < 2 || this.#comparison.given.checks.traits.dottedKeys !== false)
      return undefined;
    const parent = parentOf(entry);
    // `a.b` in `a`, as well as beside it.
    return [
      [...parent, ...keys],
      [...parentOf({path: parent}), ...keys],
    ].find((each) => this.#comparison.expected.has(pathKey(each)));
  }

  /** For which other choice a key is, if it is for another one only: what there is to say of it. */
  #otherChoice(entry: Entry): OtherChoice | undefined {
    const {flow, alternatives, choices} = this.#comparison.given;
    if (this.#comparison.expected.has(pathKey(entry.path))) return undefined;
    const differences = alternatives
      .filter(({content}) => content.named.some(({id}) => id === pathKey(entry.path)))
      .map((template) => ({
        template,
        choices: flow.choices
          .filter(({id}) => template.choices[id] !== choices[id])
          .map((choice) => ({choice, option: template.choices[choice.id] ?? ''})),
      }))
      .sort((a, b) => a.choices.length - b.choices.length);
    const [alternative] = differences;
    const [difference] = alternative?.choices ?? [];
    if (!alternative || !difference) return undefined;
    const {choice, option} = difference;
    const label = choice.options.find(({id}) => id === option)?.label ?? option;
    const decisive = this.#comparison.given.expected.find(
      ({expression}) => nameIn(expression) === choice.id,
    );
    const name = decisive ? nameOf(decisive) : choice.id;
    return {
      params: {label, option, chosen: choices[choice.id] ?? '', choice: name},
      // Templates hold the keys of all choices, with values here and there.
      level: this.#isInUse(entry, alternative.template.expected) ? 'error' : 'warning',
    };
  }

  /** Whether what is for another choice is filled in: its secret, where the file has one for that choice. */
  #isInUse(entry: Entry, expected: readonly Expected[]): boolean {
    const secrets = expected.filter(({expression}) => this.#comparison.fieldOf(expression)?.secret);
    const decisive = [entry, ...this.#comparison.given.entries].filter((each) =>
      secrets.length > 0
        ? secrets.some((secret) => secret.id === pathKey(each.path))
        : entry.path.every((key, depth) => each.path[depth] === key),
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
    const place = this.#gap(expected);
    const above = holder?.name ?? nameOf({path: parent});
    const params = {key: nameOf(expected), parent: above, reason: expected.reason};
    const line = this.#comparison.lineOf(expected);
    if (line !== undefined) {
      const rule = holder ? 'missing-below' : 'missing-key';
      this.#comparison.report(rule, place, {...params, line});
    } else {
      const rule = holder ? 'missing-answer-below' : 'missing-answer';
      this.#comparison.report(rule, place, {...params, ...this.#comparison.wanted(expected)});
    }
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
