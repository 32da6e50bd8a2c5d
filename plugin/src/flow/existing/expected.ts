import {type Choices, fieldOf, holds, resolve, writeLine, writePiece} from '../engine.js';
import {refsIn, refsOf, settle} from '../expressions.js';
import type {FileValue, Reader} from '../formats/format.js';
import type {Judged} from '../judge.js';
import type {
  CompiledField,
  CompiledFile,
  CompiledFlow,
  ContentEntry,
  ContentItem,
  Expression,
  Piece,
} from '../types.js';
import {isChildOf, maxDepth, parentOf, pathKey} from './entries.js';
import {mask} from './mask.js';

/** A key that a flow can write, with its path as the check knows it. */
export class NamedKey {
  readonly entry: ContentEntry;
  readonly path: readonly string[];
  /** The path as one text. */
  readonly id: string;
  /** It holds other keys. */
  readonly isMap: boolean;

  constructor(entry: ContentEntry, path: readonly string[], id = pathKey(path)) {
    this.entry = entry;
    this.path = path;
    this.id = id;
    this.isMap = entry.value === undefined && entry.items === undefined;
  }
}

/** A key that a flow writes for some answers: what a file is compared with. What there is to know of it is found out when it is asked for. */
export class Expected extends NamedKey {
  /** The items of a list that stand on lines of their own. */
  readonly items: readonly ContentItem[];
  readonly #in: ExpectedFile;

  constructor({entry, path, id}: NamedKey, written: ExpectedFile) {
    super(entry, path, id);
    this.items = (entry.items ?? []).filter((item) => written.holds(item));
    this.#in = written;
  }

  /** What its value is made of, for these answers. */
  get expression(): Expression {
    const {value = '', items} = this.entry;
    const made = items ? {list: this.items.map((item) => item.value)} : value;
    return settle(this.#in.judged, made);
  }

  /** What the target finds there; a block has no value of its own. */
  get value(): FileValue | undefined {
    if (this.isMap) return undefined;
    const {flow, file, judged} = this.#in;
    const {value} = resolve(judged, this.expression);
    return flow.formats[file.then ?? file.format]?.asText?.(value) ?? value;
  }

  /** The fields without a value, whose placeholders stand in its text. */
  get open(): CompiledField[] {
    if (this.isMap) return [];
    const {flow, judged} = this.#in;
    const names = refsOf(this.expression);
    return flow.fields.filter(
      ({id, optional}) => names.includes(id) && !judged.known.has(id) && !optional,
    );
  }

  /** The field that its value is made of, or the first of them. */
  get field(): CompiledField | undefined {
    const [name = ''] = refsOf(this.expression);
    return fieldOf(this.#in, name);
  }

  /** Whether the flow writes the same there for other answers, its placeholders included. */
  isLike(other: Expected): boolean {
    if (this.entry !== other.entry) return false;
    if (!dependsOnChoices(this.entry, this.#in.flow)) return true;
    return (
      JSON.stringify([this.expression, this.value]) ===
      JSON.stringify([other.expression, other.value])
    );
  }

  /** Why the flow's author has put it there. */
  get reason(): string {
    return this.entry.reason ?? '';
  }

  /** How the flow writes it, on one line, with secrets masked. */
  textFor(reader: Pick<Reader, 'onOneLine'>): string {
    const {file, judged, keys} = this.#in;
    const line = file.lines[this.entry.line];
    const first = line ? this.#shown(writeLine(judged, line, file)).trim() : '';
    if (this.entry.items) {
      const items = this.items.map(({value}) => this.#shown([writePiece(judged, value, file)]));
      return reader.onOneLine(first, items, 'list');
    }
    if (!this.isMap) return first;
    const children = keys.filter((each) => isChildOf(each, this.path));
    const closed = children.filter((child) => child.open.length === 0);
    if (closed.length === 0 || children.some(({isMap}) => isMap))
      return reader.onOneLine(first, undefined, 'block');
    const texts = closed.map((child) => child.textFor(reader));
    const rest = closed.length < children.length ? ['…'] : [];
    return reader.onOneLine(first, [...texts, ...rest], 'block');
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

/** What stands in a file, by its path. */
export type ByPath<E> = ReadonlyMap<string, E>;

/** A file that a flow writes for what is known: which keys, and, when it is asked for, what they hold. */
export class ExpectedFile {
  readonly judged: Judged;
  readonly flow: CompiledFlow;
  readonly file: CompiledFile;
  readonly choices: Choices;
  readonly #entries: readonly ContentEntry[];
  #keys: readonly Expected[] | undefined;
  #byPath: ByPath<Expected> | undefined;

  constructor(judged: Judged, file: CompiledFile, entries: readonly ContentEntry[]) {
    this.judged = judged;
    this.flow = judged.flow;
    this.file = file;
    this.choices = judged.answers.choices ?? {};
    this.#entries = entries;
  }

  /** The keys, in the order of the file. Of most files that a flow can write, nobody asks for them. */
  get keys(): readonly Expected[] {
    this.#keys ??= namedKeys(
      this.#entries.filter((entry) => this.holds(entry)),
      (name) => resolve(this.judged, name).value,
    ).map((key) => new Expected(key, this));
    return this.#keys;
  }

  /** The same by their paths. */
  get byPath(): ByPath<Expected> {
    this.#byPath ??= new Map(this.keys.map((key) => [key.id, key]));
    return this.#byPath;
  }

  /** Whether something is there. */
  holds({when = []}: Pick<ContentEntry, 'when'>): boolean {
    return when.every((each) => holds(each, this.judged.known));
  }

  /** Whether it reads like another one. */
  isLike(other: ExpectedFile): boolean {
    return (
      this.file === other.file &&
      this.keys.length === other.keys.length &&
      this.keys.every((each, index) => each.isLike(other.keys[index] as Expected))
    );
  }
}

/** What a flow writes into a file for what is known; `undefined` where it does not write that file. */
export function fileFor(
  judged: Judged,
  file: CompiledFile,
  entries: readonly ContentEntry[],
): ExpectedFile | undefined {
  return holds(file.when, judged.known) ? new ExpectedFile(judged, file, entries) : undefined;
}

const depending = new WeakMap<ContentEntry, boolean>();

/** Whether choices decide what stands at a key that is there, and not only whether it is. */
export function dependsOnChoices(entry: ContentEntry, {choices}: CompiledFlow): boolean {
  const known = depending.get(entry);
  if (known !== undefined) return known;
  const names = refsIn(entry);
  const depends =
    JSON.stringify(entry).includes('"cases":') ||
    Boolean(entry.items?.some(({when}) => when)) ||
    choices.some(({id}) => names.includes(id));
  depending.set(entry, depends);
  return depends;
}

const named = new WeakMap<ContentEntry, NamedKey>();

/** A key whose path is what the flow says. It is the same in every file. */
function namedKey(entry: ContentEntry): NamedKey {
  const key = named.get(entry) ?? new NamedKey(entry, entry.path);
  named.set(entry, key);
  return key;
}

/** The keys that the flow can write into a file, with their paths as the check knows them. */
export function namedKeys(
  entries: readonly ContentEntry[],
  resolved: (name: Expression) => unknown = (name) => name,
): NamedKey[] {
  // What the items of lists are called: what they are known by, or their position among those that are there.
  const names = new Map<string, string>();
  const counts = new Map<string, number>();
  const keys: NamedKey[] = [];
  // A loop: it runs for every combination of choices.
  for (const entry of entries) {
    const {path: given, name} = entry;
    if (entry.isItem) {
      const list = pathKey(parentOf(entry));
      const position = counts.get(list) ?? 0;
      counts.set(list, position + 1);
      const known = name === undefined ? undefined : resolved(name);
      names.set(pathKey(given), typeof known === 'string' ? known : String(position));
    } else if (given.length <= maxDepth + 1) {
      // As deep as files are read.
      keys.push(names.size === 0 ? namedKey(entry) : new NamedKey(entry, pathIn(given, names)));
    }
  }
  return keys;
}

/** A path with the names of items in place of their positions. */
function pathIn(path: readonly string[], names: ReadonlyMap<string, string>): readonly string[] {
  return path.map((key, depth) => names.get(pathKey(path.slice(0, depth + 1))) ?? key);
}
