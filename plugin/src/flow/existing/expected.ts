import {
  type Choices,
  holds,
  type Judged,
  judge,
  resolve,
  writeLine,
  writePiece,
} from '../engine.js';
import {refsOf, settle} from '../expressions.js';
import type {FileValue, Reader} from '../formats/format.js';
import type {
  Answers,
  CompiledField,
  CompiledFile,
  CompiledFlow,
  ContentEntry,
  ContentItem,
  Expression,
  Piece,
  When,
} from '../types.js';
import {isChildOf, maxDepth, pathKey} from './entries.js';
import {mask} from './mask.js';
import type {Checks} from './types.js';

/** A file that a flow writes for certain answers. */
interface Written extends Pick<Judged, 'flow' | 'known' | 'problems'> {
  readonly file: CompiledFile;
  /** All keys of the file. */
  readonly keys: () => readonly Expected[];
}

/** A key that a flow writes for some answers: what a file is compared with. What there is to know of it is found out when it is asked for. */
export class Expected {
  readonly path: readonly string[];
  /** The path as one text. */
  readonly id: string;
  readonly isMap: boolean;
  readonly #entry: ContentEntry;
  readonly #items: readonly ContentItem[];
  readonly #in: Written;

  constructor({entry, path, id}: NamedKey, written: Written) {
    this.path = path;
    this.id = id;
    this.isMap = isMap(entry);
    this.#entry = entry;
    this.#items = (entry.items ?? []).filter((item) => applies(item, written));
    this.#in = written;
  }

  /** What its value is made of, for these answers. */
  get expression(): Expression {
    const {value, items} = this.#entry;
    const made = items
      ? {list: this.#items.map((item) => item.value)}
      : value === undefined
        ? ''
        : value;
    return settle(this.#in, made);
  }

  /** What the target finds there; a block has no value of its own. */
  get value(): FileValue | undefined {
    if (this.isMap) return undefined;
    const {flow, file} = this.#in;
    const {value} = resolve(this.#in, this.expression);
    return flow.formats[file.then ?? file.format]?.asText?.(value) ?? value;
  }

  /** The fields without a value, whose placeholders stand in its text. */
  get open(): CompiledField[] {
    if (this.isMap) return [];
    const {flow, known} = this.#in;
    const names = refsOf(this.expression);
    return flow.fields.filter(
      ({id, optional}) => names.includes(id) && !known.has(id) && !optional,
    );
  }

  /** Whether the flow writes the same there for other answers, its placeholders included. */
  isLike(other: Expected): boolean {
    if (this.#entry !== other.#entry) return false;
    if (!dependsOnChoices(this.#entry, this.#in.flow)) return true;
    return (
      JSON.stringify([this.expression, this.value]) ===
      JSON.stringify([other.expression, other.value])
    );
  }

  /** Its line, counted from 0 in {@link CompiledFile.lines}. */
  get line(): number {
    return this.#entry.line;
  }

  /** The same of the items of a list that stand on lines of their own. */
  get itemLines(): readonly number[] {
    return this.#items.map(({line}) => line);
  }

  /** Why the flow's author has put it there. */
  get reason(): string {
    return this.#entry.reason ?? '';
  }

  /** The same for each item of a list. */
  get itemReasons(): string[] {
    return this.#items.map(({reason}) => reason ?? '');
  }

  /** How the flow writes it, on one line, with secrets masked. */
  textFor({onOneLine}: Reader): string {
    const {file, keys} = this.#in;
    const line = file.lines[this.#entry.line];
    const first = line ? this.#shown(writeLine(this.#in, line, file)).trim() : '';
    if (this.#entry.items) {
      const items = this.#items.map(({value}) => this.#shown([writePiece(this.#in, value, file)]));
      return onOneLine(first, items, 'list');
    }
    if (!this.isMap) return first;
    const children = keys().filter((each) => isChildOf(each, this.path));
    const closed = children.filter((child) => child.open.length === 0);
    if (closed.length === 0 || children.some(({isMap}) => isMap))
      return onOneLine(first, undefined, 'block');
    const texts = closed.map((child) => child.textFor({onOneLine} as Reader));
    const rest = closed.length < children.length ? ['…'] : [];
    return onOneLine(first, [...texts, ...rest], 'block');
  }

  /** Pieces of a line as they may be shown. */
  #shown(pieces: readonly Piece[]): string {
    const secrets = this.#in.flow.fields.filter(({secret}) => secret);
    return pieces
      .map(({text, fields = [], withoutSecrets}) =>
        secrets
          .filter(({id}) => withoutSecrets !== undefined && fields.includes(id))
          .reduce(
            (all, {placeholder}) => all.replaceAll(placeholder, mask),
            withoutSecrets ?? text,
          ),
      )
      .join('');
  }
}

/** The keys of a file by their paths. */
export type ByPath<E> = ReadonlyMap<string, E>;

export function byPath<E extends {readonly path: readonly string[]}>(
  entries: readonly E[],
): ByPath<E> {
  return new Map(entries.map((each) => [pathKey(each.path), each]));
}

function applies({when = []}: Pick<ContentEntry, 'when'>, {known}: Pick<Judged, 'known'>): boolean {
  return when.every((each) => holds(each, known));
}

/** What a flow writes into a file for what is known: which keys, and, when it is asked for, what they hold. */
export class ExpectedFile {
  /** The keys, in the order of the file. */
  readonly named: readonly NamedKey[];
  readonly #written: Omit<Written, 'keys'>;
  #keys: readonly Expected[] | undefined;

  constructor(written: Omit<Written, 'keys'>, entries: readonly ContentEntry[]) {
    this.#written = written;
    // Conditions that several keys have are asked once.
    const asked = new Map<When, boolean>();
    const holdsNow = (when: When) => {
      const known = asked.get(when) ?? holds(when, written.known);
      asked.set(when, known);
      return known;
    };
    const isThere = ({when}: ContentEntry) => !when || when.every(holdsNow);
    this.named = entries.some(({isItem}) => isItem)
      ? namedKeys(entries.filter(isThere), (name) => resolve(written, name).value)
      : fixedKeys(entries).filter(({entry}) => isThere(entry));
  }

  get keys(): readonly Expected[] {
    this.#keys ??= this.named.map((key) => this.key(key));
    return this.#keys;
  }

  key(named: NamedKey): Expected {
    return new Expected(named, {...this.#written, keys: () => this.keys});
  }
}

/** What a flow writes into a file for what is known; `undefined` where it does not write that file. */
export function fileFor(
  {flow, known, problems}: Pick<Judged, 'flow' | 'known' | 'problems'>,
  file: CompiledFile,
  entries: readonly ContentEntry[],
): ExpectedFile | undefined {
  if (!holds(file.when, known)) return undefined;
  return new ExpectedFile({flow, known, problems, file}, entries);
}

/** A key with its path as the check knows it. */
export interface NamedKey {
  readonly entry: ContentEntry;
  readonly path: readonly string[];
  /** The path as one text. */
  readonly id: string;
}

const fixed = new WeakMap<readonly ContentEntry[], readonly NamedKey[]>();

/** The keys of a file without items, whose paths are the same for all answers. */
function fixedKeys(entries: readonly ContentEntry[]): readonly NamedKey[] {
  const known = fixed.get(entries) ?? namedKeys(entries);
  fixed.set(entries, known);
  return known;
}

const depending = new WeakMap<ContentEntry, boolean>();

/** Whether choices decide what stands at a key that is there, and not only whether it is. */
export function dependsOnChoices(entry: ContentEntry, {choices}: CompiledFlow): boolean {
  const known = depending.get(entry);
  if (known !== undefined) return known;
  const {value = '', items = []} = entry;
  const names = [value, ...items.map((item) => item.value)].flatMap(namesIn);
  const depends =
    items.some(({when}) => when) ||
    choices.some(({id}) => names.includes(id)) ||
    names.includes('');
  depending.set(entry, depends);
  return depends;
}

/** The names of the answers that go into an expression; an empty one for cases. */
function namesIn(expression: Expression): string[] {
  return JSON.stringify(expression).includes('"cases":') ? [''] : refsOf(expression);
}

/** What the items of lists are called in a file: what they are known by, or their position among those that are there. */
class ItemNames {
  readonly #names = new Map<string, string>();
  readonly #counts = new Map<string, number>();

  add(path: readonly string[], name: string | undefined): void {
    const list = pathKey(path.slice(0, -1));
    const count = this.#counts.get(list) ?? 0;
    this.#counts.set(list, count + 1);
    this.#names.set(pathKey(path), name ?? String(count));
  }

  place(path: readonly string[]): readonly string[] {
    if (this.#names.size === 0) return path;
    return path.map((key, depth) => this.#names.get(pathKey(path.slice(0, depth + 1))) ?? key);
  }
}

/** The keys that the flow can write into a file, with their paths as the check knows them. */
export function namedKeys(
  entries: readonly ContentEntry[],
  resolved: (name: Expression) => unknown = (name) => name,
): NamedKey[] {
  const names = new ItemNames();
  return entries.flatMap((entry) => {
    const path = names.place(entry.path);
    // As deep as files are read.
    if (!entry.isItem) return path.length > maxDepth + 1 ? [] : [{entry, path, id: pathKey(path)}];
    const name = entry.name === undefined ? undefined : resolved(entry.name);
    names.add(entry.path, typeof name === 'string' ? name : undefined);
    return [];
  });
}

/** The keys that a file can have, whatever the choices are. */
export function shapeOf(
  entries: readonly ContentEntry[],
): ByPath<Pick<Expected, 'path' | 'isMap'>> {
  return byPath(namedKeys(entries).map(({entry, path}) => ({path, isMap: isMap(entry)})));
}

/** Whether a key holds others. */
function isMap({value, items}: ContentEntry): boolean {
  return value === undefined && items === undefined;
}

/** What a flow can write into a file for these choices, whatever is entered: what is asked of a field holds. */
export function possibleIn(
  flow: CompiledFlow,
  checks: Checks,
  choices: Choices,
  fileId: string,
): readonly Expected[] {
  const file = flow.files.find(({id}) => id === fileId);
  const isChoice = ([name]: [string, unknown]) => flow.choices.some(({id}) => id === name);
  const entries = (checks[fileId]?.entries ?? []).map((entry) => ({
    ...entry,
    ...(entry.when && {
      when: entry.when.map((when) => Object.fromEntries(Object.entries(when).filter(isChoice))),
    }),
  }));
  return (file && fileFor(judge(flow, {choices}), file, entries)?.keys) ?? [];
}

/** What a flow writes into a file for these answers; `undefined` where it does not write that file. */
export function expectedIn(
  flow: CompiledFlow,
  checks: Checks,
  answers: Answers,
  fileId: string,
): readonly Expected[] | undefined {
  const file = flow.files.find(({id}) => id === fileId);
  return file && fileFor(judge(flow, answers), file, checks[fileId]?.entries ?? [])?.keys;
}
