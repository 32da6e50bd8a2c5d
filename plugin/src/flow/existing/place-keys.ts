import {type Entry, isChildOf, nameOf, parentOf, pathKey, type Reading} from './entries.js';
import {type ByPath, type NamedKey, namedKeys} from './expected.js';
import {type CheckRule, type Finding, finding} from './rules.js';
import {checkOf, type FileChecks} from './types.js';

/** A reading in which each key is where the target looks for it, and there once. */
export interface PlacedReading {
  readonly entries: ByPath<Entry>;
  readonly findings: readonly Finding[];
  /** How many keys had to be put at another place. */
  readonly misplaced: number;
}

const isBlank = ({value}: Entry): boolean => value === null || value === '';

/** Whether an entry is another one, or is in it. */
function isWithin(entry: Entry, {path, line, endLine}: Entry): boolean {
  // Keys that stand there twice have one path, so that the lines tell them apart.
  return (
    path.every((key, depth) => entry.path[depth] === key) &&
    entry.line >= line &&
    entry.line <= endLine
  );
}

/** What is asked of all entries for each of them. */
interface Index {
  readonly entries: readonly Entry[];
  readonly ids: ReadonlySet<string>;
  readonly inside: ReadonlyMap<string, readonly Entry[]>;
}

const pathOf = ({path}: Entry): string => pathKey(path);

/** The entries of which a part is the same, in one list. */
function byParts(entries: readonly Entry[], partOf: (entry: Entry) => string): Index['inside'] {
  const parts = new Map<string, Entry[]>();
  for (const entry of entries) {
    const same = parts.get(partOf(entry));
    if (same) same.push(entry);
    else parts.set(partOf(entry), [entry]);
  }
  return parts;
}

/** Finds keys that are at another place than the target looks for them, and puts them where they belong. */
class Placer {
  entries: Entry[];
  readonly findings: Finding[];
  /** How many keys are elsewhere, and how many are there only because of these. */
  misplaced = 0;
  /** The keys that the file can have, whatever the choices are. */
  readonly #shape: ByPath<NamedKey>;
  readonly #targets: readonly NamedKey[];
  /** Those in whose place another one can stand. */
  readonly #replaceable: readonly NamedKey[];
  readonly #checks: FileChecks;
  #indexed: Index = {entries: [], ids: new Set(), inside: new Map()};

  constructor({entries, findings}: Reading, checks: FileChecks) {
    this.entries = [...entries];
    this.findings = [...findings];
    this.#shape = new Map(namedKeys(checks.entries).map((key) => [key.id, key]));
    this.#targets = Array.from(this.#shape.values());
    this.#replaceable = this.#targets.filter(
      ({path}) => checkOf(checks, path)?.instead !== undefined,
    );
    this.#checks = checks;
  }

  run(): ByPath<Entry> {
    for (const place of [this.#standIn, this.#unfold, this.#rename, this.#move]) {
      // Placing changes the paths of those that follow, not their order.
      for (let index = 0; index < this.entries.length; index++) {
        const entry = this.entries[index];
        if (entry) place.call(this, entry);
      }
    }
    return this.#single();
  }

  #report(rule: CheckRule, entry: Entry, params: Finding['params']): void {
    this.misplaced++;
    this.findings.push(finding(rule, entry, {key: nameOf(entry), ...params}));
  }

  #knows(path: readonly string[]): boolean {
    return this.#shape.has(pathKey(path)) || checkOf(this.#checks, path) !== undefined;
  }

  #has(path: readonly string[]): boolean {
    return this.#index().ids.has(pathKey(path));
  }

  /** The paths of all entries, and the entries by what they are in. Placing makes another list of them. */
  #index(): Index {
    if (this.#indexed.entries === this.entries) return this.#indexed;
    const ids = new Set(this.entries.map(pathOf));
    const inside = byParts(this.entries, (entry) => pathKey(parentOf(entry)));
    this.#indexed = {entries: this.entries, ids, inside};
    return this.#indexed;
  }

  /** Puts an entry, with all that is in it, at another path; there it may be called by another name. */
  #put(entry: Entry, path: readonly string[], named: Pick<Entry, 'name'> = {}): void {
    this.entries = this.entries.map((each) => {
      if (!isWithin(each, entry)) return each;
      const rest = each.path.slice(entry.path.length);
      return {...each, path: [...path, ...rest], ...(rest.length === 0 && named)};
    });
    for (let depth = 1; depth < path.length; depth++) {
      const above = path.slice(0, depth);
      const {line, column, endColumn, at, endLine} = entry;
      if (this.#has(above)) continue;
      this.misplaced++;
      const block: Entry = {path: above, line, column, endColumn, at, endLine, isMap: true};
      this.entries = [...this.entries, block];
    }
  }

  /** A key that is right in the place of another. */
  #standIn(entry: Entry): void {
    const name = nameOf(entry);
    const target = this.#replaceable.find(
      (each) =>
        isChildOf(each, parentOf(entry)) && checkOf(this.#checks, each.path)?.instead === name,
    );
    if (target && !this.#has(target.path)) this.#put(entry, target.path, {name});
  }

  /** An empty block whose keys follow beside it. */
  #unfold(entry: Entry): void {
    if (!isBlank(entry) || !this.#shape.get(pathKey(entry.path))?.isMap) return;
    const parent = parentOf(entry);
    const below = this.entries
      .filter((each) => isChildOf(each, parent) && each.line > entry.line)
      .sort((a, b) => a.line - b.line);
    const end = below.findIndex((each) => !this.#knows([...entry.path, nameOf(each)]));
    const run = end < 0 ? below : below.slice(0, end);
    // At the end can be keys that both blocks have.
    const isOwn = (each: Entry) => each.again !== undefined || !this.#knows(each.path);
    while (run.length > 0 && !run.slice(-1).some(isOwn)) run.pop();
    const last = run.at(-1);
    if (!last) return;
    this.#report('flat-block', entry, {from: String(run[0]?.line), to: String(last.endLine)});
    const moved = byParts(run, pathOf);
    this.entries = this.entries.map((each) => {
      const {value: _, source: __, ...rest} = each;
      if (each === entry) return {...rest, isMap: true, endLine: last.endLine};
      const own = moved.get(pathKey(each.path.slice(0, parent.length + 1)));
      if (!own?.some((holder) => isWithin(each, holder))) return each;
      return {...each, path: [...entry.path, ...each.path.slice(parent.length)]};
    });
  }

  /** A key at another depth. */
  #move(entry: Entry): void {
    const parent = parentOf(entry);
    if (this.#knows(entry.path)) return;
    const targets = this.#targets.filter(
      (each) =>
        nameOf(each) === nameOf(entry) &&
        each.isMap === Boolean(entry.isMap) &&
        !this.#has(each.path) &&
        (each.isMap
          ? this.#fits(entry, each.path)
          : (parent.length === 0 || this.#shape.has(pathKey(parent))) && this.#has(parentOf(each))),
    );
    const [target] = targets;
    if (!target || targets.length > 1) return;
    const above = parentOf(target);
    if (above.length === 0) this.#report('misplaced-block', entry, {});
    else this.#report('misplaced-key', entry, {parent: above.map((key) => `${key}:`).join(' ')});
    this.#put(entry, target.path);
  }

  /** A block under another name. */
  #rename(entry: Entry): void {
    if (!entry.isMap || this.#knows(entry.path)) return;
    const target = this.#targets.find(
      (each) =>
        each.isMap &&
        isChildOf(each, parentOf(entry)) &&
        !this.#has(each.path) &&
        this.#fits(entry, each.path),
    );
    if (!target) return;
    this.#report('misspelt-key', entry, {near: nameOf(target)});
    this.#put(entry, target.path);
  }

  /** Whether most keys of a block are those of another. */
  #fits(entry: Entry, target: readonly string[]): boolean {
    const children = (this.#index().inside.get(pathKey(entry.path)) ?? []).filter(
      (each) => each.path.length === entry.path.length + 1 && isWithin(each, entry),
    );
    const known = children.filter((each) => this.#knows([...target, nameOf(each)]));
    return known.length > 0 && known.length * 2 >= children.length;
  }

  /** Leaves one entry for each path: the first. */
  #single(): ByPath<Entry> {
    const first = new Map<string, Entry>();
    let repeated: Entry | undefined;
    for (const entry of this.entries) {
      const key = pathKey(entry.path);
      if (repeated && isWithin(entry, repeated)) continue;
      if (!first.has(key)) first.set(key, entry);
      // In several documents, and in items of the same name, a path can be there twice.
      else if (entry.again !== undefined) {
        repeated = entry;
        const params = {key: nameOf(entry), other: String(first.get(key)?.line)};
        this.findings.push(finding('duplicate-key', entry, params));
      }
    }
    return first;
  }
}

/**
 * Explains keys that are at a wrong place or in a block with a wrong name, and reads them as if they were where they belong: what
 * is misplaced is not missing besides.
 */
export function placeKeys(reading: Reading, checks: FileChecks): PlacedReading {
  const placer = new Placer(reading, checks);
  const entries = placer.run();
  return {entries, findings: placer.findings, misplaced: placer.misplaced};
}
