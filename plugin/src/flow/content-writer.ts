import {nearest} from '../nearest.js';
import type {Names, Report} from './compile-names.js';
import type {Place} from './flow-rules.js';
import type {Traits} from './formats/format.js';
import {type FormatName, formats, spellingsOf} from './formats/index.js';
import {
  at,
  entries,
  entry,
  type SourceEntry,
  type SourceItem,
  type SourceList,
  type SourceNode,
  text,
} from './source.js';
import {spell} from './spell.js';
import type {CompiledLine, ContentEntry, ContentItem, Expression, When} from './types.js';

/** The file that is written. */
export interface Target {
  readonly format: FormatName;
  readonly then?: FormatName | undefined;
  readonly traits: Traits;
}

/** Whether no answer can change what the expression comes to. */
export function isConstant(expression: Expression): boolean {
  if (typeof expression !== 'object' || expression === null) return true;
  return 'list' in expression && expression.list.every(isConstant);
}

type Extra = Pick<CompiledLine, 'joined' | 'closes'>;
type Mutable<T> = {-readonly [key in keyof T]: T[key]};

/** What stands under a key or in an item, when its `$when`, `$value` and `$why` are taken off. */
export interface Given {
  readonly value: SourceNode;
  readonly reason: string | undefined;
}

/**
 * Takes down what a format writes for the content of a file: the lines, and beside them what each key holds. The structure is fixed here: answers fill values, and
 * conditions leave lines out.
 */
export class ContentWriter {
  readonly lines: CompiledLine[] = [];
  /** Where each line comes from. */
  readonly places: Place[] = [];
  readonly entries: Mutable<ContentEntry>[] = [];
  readonly names: Names;
  readonly report: Report;
  readonly #target: Target;
  #conditions: readonly When[] = [];

  constructor(target: Target, names: Names, report: Report) {
    this.#target = target;
    this.names = names;
    this.report = report;
  }

  /** Adds a line that holds no key. */
  line(text: string, place: Place, extra: Extra = {}): void {
    this.#push({text, ...extra}, place);
  }

  #push(line: CompiledLine, place: Place): number {
    this.places.push(place);
    return this.lines.push({...line, ...this.#when()}) - 1;
  }

  #when(): Pick<CompiledLine, 'when'> {
    return this.#conditions.length > 0 ? {when: this.#conditions} : {};
  }

  /** Adds comment lines. An empty one is an empty line. */
  comments(comments: readonly string[] | undefined, indent: string, place: Place): void {
    const {comment: sign} = formats[this.#target.format];
    for (const comment of comments ?? []) {
      if (comment !== '' && sign === undefined) {
        this.report('flow-content', place, `${this.#target.format} has no comments`);
      }
      this.line(comment === '' ? '' : `${indent}${sign}${comment}`, place);
    }
  }

  /**
   * Writes an entry or an item under its condition, with its comments and its reason above it.
   *
   * @param write writes what remains when `$when`, `$value` and `$why` are taken off
   */
  under(item: SourceItem | SourceEntry, indent: string, write: (given: Given) => void): void {
    const {value, comments} = item;
    const place = 'keyPlace' in item ? item.keyPlace : value.place;
    const own = ['$when', '$value', '$why'].filter((key) => entry(value, key));
    if (value.kind !== 'map' || own.length === 0) {
      this.comments(comments, indent, place);
      write({value, reason: undefined});
      return;
    }
    const condition = entry(value, '$when');
    if (condition && entries(condition.value).length === 0) {
      this.report('flow-content', condition.keyPlace, '$when is a map of names and their values');
    }
    const reason = entry(value, '$why');
    const why = text(value, '$why')?.trim();
    if (reason && !why) {
      this.report('flow-content', reason.keyPlace, '$why is a sentence');
    }
    const when = this.names.fold(condition?.value);
    if (when === false) return;
    const outer = this.#conditions;
    if (when !== true) this.#conditions = [...outer, when];
    const rest = value.entries.filter(({key}) => !own.includes(key));
    const inner = at(value, '$value');
    if (inner && rest[0]) {
      const others = own.filter((key) => key !== '$value');
      const what = others.length > 0 ? others.join(' and ') : '$when';
      this.report('flow-content', rest[0].keyPlace, `Beside $value only ${what} can stand`);
    }
    this.comments(comments, indent, place);
    if (formats[this.#target.format].comment !== undefined) {
      this.comments(
        why?.split('\n').map((line) => ` ${line.trim()}`),
        indent,
        place,
      );
    }
    write({value: inner ?? {...value, entries: rest}, reason: why?.replace(/\s+/g, ' ')});
    this.#conditions = outer;
  }

  /** Whether the part that is being written has a condition that the one around it does not have. */
  get depth(): number {
    return this.#conditions.length;
  }

  /** The key as it is written. What starts with `$` is the flow's own; `$$` is a `$` that is not. */
  key({key, keyPlace}: SourceEntry): string {
    if (key.startsWith('$$')) return key.slice(1);
    if (key.startsWith('$')) {
      const near = nearest(key, ['$when', '$value', '$cases', '$why']);
      const hint =
        near && near !== key ? `did you mean “${near}”?` : `a key of the file is “$${key}”`;
      this.report('flow-content', keyPlace, `“${key}” has no meaning here; ${hint}`);
    }
    return key;
  }

  /** Whether a value fits behind its key on one line. */
  isInline(value: SourceNode): boolean {
    if (value.kind === 'map') return entry(value, '$cases') !== undefined;
    return value.kind === 'scalar' || value.flow || value.items.length === 0;
  }

  /** Adds a key and its value, on one line. */
  value(prefix: string, path: readonly string[], {value, reason}: Given, extra: Extra = {}): void {
    const written = this.#value(prefix, value, extra);
    if (written) this.#entry({path, ...written, ...(reason && {reason})});
  }

  /** Adds the line of a key that holds others. */
  block(line: string, path: readonly string[], {value, reason}: Given, extra: Extra = {}): void {
    const at = this.#push({text: line, ...extra}, value.place);
    this.#entry({path, line: at, ...(reason && {reason})});
  }

  /**
   * Adds the line of a list whose items stand on lines of their own.
   *
   * @param line the line; `undefined` where a list begins with its first item
   * @param write writes an item; it gets the item's path where that holds keys, and else the list to add it to with {@link ContentWriter.item}
   */
  list(
    line: string | undefined,
    path: readonly string[],
    {value, reason}: Given & {readonly value: SourceList},
    write: (item: SourceItem, path: readonly string[], list: ContentItem[] | undefined) => void,
  ): void {
    const at = line === undefined ? this.lines.length : this.#push({text: line}, value.place);
    const isFlat = value.items.every((item) => this.isInline(bare(item.value)));
    const list: ContentItem[] | undefined = isFlat ? [] : undefined;
    this.#entry({path, line: at, ...(reason && {reason}), ...(list && {items: list})});
    for (const [index, item] of value.items.entries()) {
      write(item, [...path, String(index)], list);
    }
  }

  /** Says that the keys that follow are those of an item of a list. */
  itemKeys(path: readonly string[], value: SourceNode): void {
    const {itemKey} = this.#target.traits;
    const name = itemKey === undefined ? undefined : at(value, itemKey);
    const known = name?.kind === 'scalar' && {name: this.names.expression(name)};
    this.#entry({path, line: this.lines.length, isItem: true, ...known});
  }

  /** Adds an item on a line of its own. */
  item(
    prefix: string,
    list: ContentItem[] | undefined,
    {value, reason}: Given,
    extra: Extra = {},
  ): void {
    const written = this.#value(prefix, value, extra);
    if (written) list?.push({...written, ...(reason && {reason}), ...this.#when()});
  }

  #entry(entry: ContentEntry): void {
    this.entries.push({...entry, ...this.#when()});
  }

  #value(
    prefix: string,
    value: SourceNode,
    extra: Extra,
  ): {readonly line: number; readonly value: Expression} | undefined {
    if (value.kind === 'list') {
      const nested = value.items.find((item) => item.value.kind !== 'scalar');
      if (nested) {
        this.report(
          'flow-content',
          nested.value.place,
          'A list in brackets holds single values only',
        );
        this.names.excuse(value);
        return undefined;
      }
    }
    const expression = this.names.expression(value);
    if (!isConstant(expression)) {
      const line = this.#push({text: prefix, value: expression, ...extra}, value.place);
      return {line, value: expression};
    }
    const constant =
      typeof expression === 'object' && expression !== null && 'list' in expression
        ? (expression.list as readonly string[])
        : (expression as string);
    const {format, then} = this.#target;
    const written = spell({formats: spellingsOf(format, then)}, this.#target, constant);
    if (written === undefined) {
      this.report('flow-content', value.place, `${format} cannot write this value`);
    }
    const line = this.#push({text: `${prefix}${written ?? ''}`, ...extra}, value.place);
    return {line, value: expression};
  }
}

/** What an item holds when its condition and its reason are taken off. */
function bare(value: SourceNode): SourceNode {
  return at(value, '$value') ?? value;
}

/**
 * Compiles the content of a file.
 *
 * @param content what stands under `content:`
 */
export function compileContent(
  content: SourceNode,
  target: Target,
  names: Names,
  report: Report,
): Pick<ContentWriter, 'lines' | 'places' | 'entries'> {
  const writer = new ContentWriter(target, names, report);
  if (content.kind === 'map') formats[target.format].write(content, writer);
  else report('flow-content', content.place, 'The content of a file is a map');
  return writer;
}
