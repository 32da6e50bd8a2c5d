import {holds} from '../ask.js';
import type {FileValue, Reader} from '../formats/format.js';
import {type Judged, judge} from '../judge.js';
import {refsOf, resolve, settle} from '../resolve.js';
import type {
  Answers,
  CompiledField,
  CompiledFile,
  CompiledFlow,
  ContentEntry,
  ContentItem,
  Expression,
  Piece,
} from '../types.js';
import {writeLine, writePiece} from '../write.js';
import {isChildOf, pathKey} from './entries.js';
import {mask} from './mask.js';
import type {Checks} from './types.js';

/** A file that a flow writes for certain answers. */
interface Written extends Pick<Judged, 'flow' | 'known' | 'problems'> {
  readonly file: CompiledFile;
  readonly keys: readonly Expected[];
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

  constructor(entry: ContentEntry, path: readonly string[], written: Written) {
    this.path = path;
    this.id = pathKey(path);
    this.isMap = isMap(entry);
    this.#entry = entry;
    this.#items = (entry.items ?? []).filter((item) => applies(item, written));
    this.#in = written;
  }

  /** What its value is made of, for these answers. */
  get expression(): Expression {
    const {value, items} = this.#entry;
    const made = items ? {list: this.#items.map((item) => item.value)} : (value ?? '');
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
    const children = keys.filter((each) => isChildOf(each, this.path));
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

/** What a flow writes into a file for what is known; `undefined` where it does not write that file. */
export function keysOf(
  judged: Pick<Judged, 'flow' | 'known' | 'problems'>,
  file: CompiledFile,
  entries: readonly ContentEntry[],
): readonly Expected[] | undefined {
  if (!holds(file.when, judged.known)) return undefined;
  const keys: Expected[] = [];
  const written: Written = {...judged, file, keys};
  const names = new ItemNames();
  for (const entry of entries) {
    if (!applies(entry, judged)) continue;
    const path = names.place(entry.path);
    if (entry.isItem) {
      const name = entry.name === undefined ? undefined : resolve(judged, entry.name).value;
      names.add(entry.path, typeof name === 'string' ? name : undefined);
    } else {
      keys.push(new Expected(entry, path, written));
    }
  }
  return keys;
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
): {readonly entry: ContentEntry; readonly path: readonly string[]}[] {
  const names = new ItemNames();
  return entries.flatMap((entry) => {
    const path = names.place(entry.path);
    if (!entry.isItem) return [{entry, path}];
    names.add(entry.path, typeof entry.name === 'string' ? entry.name : undefined);
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

/** What a flow writes into a file for these answers; `undefined` where it does not write that file. */
export function expectedIn(
  flow: CompiledFlow,
  checks: Checks,
  answers: Answers,
  fileId: string,
): readonly Expected[] | undefined {
  const file = flow.files.find(({id}) => id === fileId);
  return file && keysOf(judge(flow, answers), file, checks[fileId]?.entries ?? []);
}
