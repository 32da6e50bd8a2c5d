import {nearest} from '../nearest.js';
import {isScalar, type Names} from './compile-names.js';
import type {Place} from './flow-rules.js';
import type {FileValue, Traits} from './formats/format.js';
import {encode, type FormatName, formats} from './formats/index.js';
import {
  at,
  entries,
  entry,
  type SourceEntry,
  type SourceItem,
  type SourceList,
  type SourceMap,
  type SourceNode,
  text,
} from './source.js';
import type {CompiledLine, ContentEntry, ContentItem, Expression, When} from './types.js';

/** The file that is written. */
export interface Target {
  readonly format: FormatName;
  readonly then?: FormatName | undefined;
  readonly traits: Traits;
}

/** The value that an expression comes to, where no answer can change it. */
function constantOf(expression: Expression): FileValue | undefined {
  if (isScalar(expression)) return expression;
  return 'list' in expression && expression.list.every(isScalar) ? expression.list : undefined;
}

type Extra = Omit<CompiledLine, 'text' | 'when'>;

/** What stands under a key or in a list, when its `$when`, `$value` and `$why` are taken off. */
export interface Slot {
  readonly path: readonly string[];
  readonly value: SourceNode;
  readonly reason: string | undefined;
  /** The values of the list that it is an item of. */
  readonly items?: ContentItem[];
}

/**
 * Takes down what a format writes for the content of a file: the lines, and beside them what each key holds. The structure is fixed here: answers fill values, and
 * conditions leave lines out.
 */
export class ContentWriter {
  readonly lines: CompiledLine[] = [];
  /** Where each line comes from. */
  readonly places: Place[] = [];
  readonly entries: ContentEntry[] = [];
  readonly #names: Names;
  readonly #target: Target;
  #conditions: readonly When[] = [];

  constructor(target: Target, names: Names) {
    this.#target = target;
    this.#names = names;
  }

  /** Says what the format cannot write. */
  report(place: Place, message: string): void {
    this.#names.report('flow-content', place, message);
  }

  /** The same of a value: what it refers to counts as used, so that one mistake is not reported as two. */
  refuse(value: SourceNode, message: string, place = value.place): void {
    this.report(place, message);
    this.#names.excuse(value);
  }

  line(text: string, place: Place, extra: Extra = {}): void {
    this.places.push(place);
    this.lines.push({text, ...extra, ...this.#when()});
  }

  #when(): Pick<CompiledLine, 'when'> {
    return this.#conditions.length > 0 ? {when: this.#conditions} : {};
  }

  /** Adds comment lines. An empty one is an empty line. */
  #comments(comments: readonly string[] | undefined, indent: string, place: Place): void {
    const {comment: sign} = formats[this.#target.format];
    for (const comment of comments ?? []) {
      if (comment !== '' && sign === undefined) {
        this.report(place, `${this.#target.format} has no comments`);
      }
      this.line(comment === '' ? '' : `${indent}${sign}${comment}`, place);
    }
  }

  /**
   * Writes an entry or an item under its condition, with its comments and its reason above it.
   *
   * @param write writes what remains when `$when`, `$value` and `$why` are taken off
   */
  #under(
    item: SourceItem | SourceEntry,
    indent: string,
    write: (given: Pick<Slot, 'value' | 'reason'>) => void,
  ): void {
    const {value, comments} = item;
    const place = 'keyPlace' in item ? item.keyPlace : value.place;
    const own = ['$when', '$value', '$why'].filter((key) => entry(value, key));
    if (value.kind !== 'map' || own.length === 0) {
      this.#comments(comments, indent, place);
      write({value, reason: undefined});
      return;
    }
    const condition = entry(value, '$when');
    if (condition && entries(condition.value).length === 0) {
      this.report(condition.keyPlace, '$when is a map of names and their values');
    }
    const reason = entry(value, '$why');
    const why = text(value, '$why')?.trim();
    if (reason && !why) this.report(reason.keyPlace, '$why is a sentence');
    const when = this.#names.fold(condition?.value);
    if (when === false) return;
    const outer = this.#conditions;
    if (when !== true) this.#conditions = [...outer, when];
    const rest = value.entries.filter(({key}) => !own.includes(key));
    const inner = at(value, '$value');
    if (inner && rest[0]) {
      const others = own.filter((key) => key !== '$value').join(' and ') || '$when';
      this.report(rest[0].keyPlace, `Beside $value only ${others} can stand`);
    }
    this.#comments(comments, indent, place);
    if (formats[this.#target.format].comment !== undefined) {
      const lines = why?.split('\n').map((line) => ` ${line.trim()}`);
      this.#comments(lines, indent, place);
    }
    write({value: inner ?? {...value, entries: rest}, reason: why?.replace(/\s+/g, ' ')});
    this.#conditions = outer;
  }

  /** Whether the part that is being written has a condition that the one around it does not have. */
  get depth(): number {
    return this.#conditions.length;
  }

  /**
   * Writes the keys of a map, each under its condition.
   *
   * @param write writes one; it gets the key as it is written
   */
  keys(
    map: SourceMap,
    path: readonly string[],
    indent: string,
    write: (key: string, slot: Slot, entry: SourceEntry) => void,
  ): void {
    for (const each of map.entries) {
      this.#under(each, indent, (given) => {
        const key = this.#key(each);
        write(key, {...given, path: [...path, key]}, each);
      });
    }
    this.#comments(map.after, indent, map.place);
  }

  /** The key as it is written. What starts with `$` is the flow's own; `$$` is a `$` that is not. */
  #key({key, keyPlace}: SourceEntry): string {
    if (key.includes('\n')) this.report(keyPlace, 'A key is one line');
    if (key.startsWith('$$')) return key.slice(1);
    if (key.startsWith('$')) {
      const near = nearest(key, ['$when', '$value', '$cases', '$why']);
      const hint =
        near && near !== key ? `did you mean “${near}”?` : `a key of the file is “$${key}”`;
      this.report(keyPlace, `“${key}” has no meaning here; ${hint}`);
    }
    return key;
  }

  /** Whether a value fits behind its key on one line. */
  isInline(value: SourceNode): boolean {
    if (value.kind === 'map') return entry(value, '$cases') !== undefined;
    return value.kind === 'scalar' || value.flow || value.items.length === 0;
  }

  /** Adds a value on one line: behind its key, or as an item. */
  value(prefix: string, {path, items, value, reason}: Slot, extra: Extra = {}): void {
    const nested =
      value.kind === 'list' && value.items.find((item) => item.value.kind !== 'scalar');
    if (nested) {
      this.refuse(value, 'A list in brackets holds single values only', nested.value.place);
      return;
    }
    const expression = this.#names.expression(value);
    const item = {
      line: this.lines.length,
      value: expression,
      ...(reason && {reason}),
      ...this.#when(),
    };
    if (items) items.push(item);
    else this.entries.push({path, ...item});
    const constant = constantOf(expression);
    if (constant === undefined) {
      this.line(prefix, value.place, {value: expression, ...extra});
      return;
    }
    const {format, then} = this.#target;
    const written = encode(format, constant, then);
    if (written === undefined) this.report(value.place, `${format} cannot write this value`);
    this.line(`${prefix}${written ?? ''}`, value.place, extra);
  }

  /**
   * Adds what holds keys: a key, or an item of a list.
   *
   * @param line its line; `undefined` where an item begins with its first key
   */
  block(line: string | undefined, {path, items, value, reason}: Slot): void {
    if (items) this.#entry({path, isItem: true, ...this.#nameOf(value)});
    else this.#entry({path, ...(reason && {reason})});
    if (line !== undefined) this.line(line, value.place);
  }

  /** By what an item of a list is known. */
  #nameOf(item: SourceNode): Pick<ContentEntry, 'name'> {
    const {itemKey} = this.#target.traits;
    const name = itemKey === undefined ? undefined : at(item, itemKey);
    return name?.kind === 'scalar' ? {name: this.#names.expression(name)} : {};
  }

  /**
   * Adds a list whose items stand on lines of their own, each under its condition.
   *
   * @param line its line; `undefined` where it begins with its first item
   */
  list(
    line: string | undefined,
    {path, value, reason}: Slot & {readonly value: SourceList},
    indent: string,
    write: (item: Slot) => void,
  ): void {
    const items: ContentItem[] = [];
    const isFlat = value.items
      .map((item) => bare(item.value))
      .every((item) => item.kind !== 'list' && this.isInline(item));
    this.#entry({path, ...(reason && {reason}), ...(isFlat && {items})});
    if (line !== undefined) this.line(line, value.place);
    for (const [index, item] of value.items.entries()) {
      this.#under(item, indent, (given) =>
        write({...given, path: [...path, String(index)], items}),
      );
    }
    this.#comments(value.after, indent, value.place);
  }

  /** Notes what the next line begins. */
  #entry(entry: Omit<ContentEntry, 'line' | 'when'>): void {
    this.entries.push({...entry, line: this.lines.length, ...this.#when()});
  }
}

/** What an item holds when its condition and its reason are taken off. */
export function bare(value: SourceNode): SourceNode {
  return at(value, '$value') ?? value;
}
