import type {Node, Pair, YAMLMap, Scalar as YamlScalar} from 'yaml';
import type {FlowProblem, Place} from '../flow/flow-rules.js';
import type {SourceEntry, SourceItem, SourceNode} from '../flow/source.js';
import type {Scalar} from '../flow/types.js';
import {packages} from './packages.js';

/** Comment lines as `yaml` keeps them: without `#`, joined by line feeds. */
function commentLines(...comments: readonly (string | null | undefined)[]): string[] {
  return comments.flatMap((comment) => (comment ? comment.split('\n') : []));
}

/**
 * Turns what `yaml` has parsed into {@link SourceNode}s.
 *
 * A comment belongs to what follows it; one at the end of a line, too, comes before it, because not every format that we write has
 * comments there.
 */
class Reader {
  readonly #problems: FlowProblem[] = [];
  readonly #file: string;
  readonly #yaml = packages.yaml();
  readonly #lines = new this.#yaml.LineCounter();

  constructor(file: string) {
    this.#file = file;
  }

  read(text: string): ReturnType<typeof parseSource> {
    const document = this.#yaml.parseDocument(text.replaceAll('\r\n', '\n'), {
      lineCounter: this.#lines,
      prettyErrors: false,
    });
    const faults = [...document.errors, ...document.warnings];
    for (const fault of faults) {
      // Duplicate keys are independent mistakes; of the others all but the first tend to follow from it.
      if (fault.code !== 'DUPLICATE_KEY' && fault !== faults[0]) continue;
      this.#report(fault.message, this.#place(fault.pos));
    }
    return {root: this.#node(document.contents), problems: this.#problems};
  }

  #report(message: string, place: Place): void {
    this.#problems.push({rule: 'flow-syntax', message, ...place});
  }

  #place(range: readonly number[] | null | undefined): Place {
    const [start = 0, end = start] = range ?? [];
    const from = this.#lines.linePos(start);
    const to = this.#lines.linePos(end);
    return {
      file: this.#file,
      line: Math.max(from.line, 1),
      column: Math.max(from.col, 1),
      endLine: Math.max(to.line, 1),
      endColumn: Math.max(to.col, 1),
    };
  }

  /** @param holder what holds the node: where it stands that has no place of its own */
  #node(node: Node | null, holder?: Node): SourceNode {
    const place = this.#place(node?.range ?? holder?.range);
    const {isAlias, isMap, isScalar, isSeq} = this.#yaml;
    if (isAlias(node)) {
      // A place for each line of the output, and no structure that contains itself.
      const message = 'A flow file has no aliases: give what is used twice a name under `values`';
      this.#report(message, place);
    }
    if (isMap(node)) {
      const pairs = node.items as Pair<Node, Node | null>[];
      const entries = pairs.map((pair, index) => this.#entry(pair, index, node));
      return {kind: 'map', entries, after: commentLines(node.comment), place};
    }
    if (isSeq(node)) {
      const nodes = node.items as Node[];
      const items = nodes.map((item, index): SourceItem => {
        const before = index === 0 ? node.commentBefore : undefined;
        const comments = commentLines(before, item.commentBefore, trailing(item));
        // What stands before the item does not stand before its first key once more.
        item.commentBefore = null;
        return {comments: [...blank(item), ...comments], value: this.#node(item, node)};
      });
      const flow = node.flow ?? false;
      // Behind brackets a comment belongs to the line, which the entry sees to.
      return {kind: 'list', items, after: flow ? [] : commentLines(node.comment), flow, place};
    }
    if (isScalar(node)) this.#checkScalar(node, place);
    return {kind: 'scalar', value: isScalar(node) ? (node.value as Scalar) : null, place};
  }

  /** Reports what would be another value in the files that are written. */
  #checkScalar({value, source = ''}: YamlScalar, place: Place): void {
    if (typeof value === 'object' && value !== null) {
      this.#report('A value is a text, a number, true, false or null', place);
    }
    if (typeof value !== 'number') return;
    // With an exponent, readers of YAML disagree whether it is a number.
    const isKept = /^[-+]?\d+$/.test(source)
      ? Number.isSafeInteger(value)
      : /^[-\d.]+$/.test(String(value));
    if (!isKept) this.#report('This number cannot be kept as it is: write it in quotes', place);
  }

  #entry({key, value}: Pair<Node, Node | null>, index: number, map: YAMLMap): SourceEntry {
    const {isScalar} = this.#yaml;
    const keyPlace = this.#place(key.range);
    if (!isScalar(key)) this.#report('A key is a text', keyPlace);
    const before = index === 0 ? map.commentBefore : undefined;
    // The comment between a key and the map or list below it belongs to the first entry, which reads it from there.
    const inner = isScalar(value) ? value.commentBefore : undefined;
    return {
      // Keys are texts: 1.10 is no 1.1.
      key: isScalar(key) ? String(typeof key.value === 'number' ? key.source : key.value) : '',
      keyPlace,
      comments: [...blank(key), ...commentLines(before, key.commentBefore, inner, trailing(value))],
      value: this.#node(value, key),
    };
  }
}

/** An empty line before a node, kept as an empty comment line. */
function blank(node: Node): string[] {
  return node.spaceBefore ? [''] : [];
}

/** The comment at the end of a value's line. One behind a map or a list below its key is not that. */
function trailing(node: Node | null): string | null | undefined {
  const {isScalar, isSeq} = packages.yaml();
  return isScalar(node) || (isSeq(node) && node.flow) ? node.comment : undefined;
}

/**
 * Parses a flow file.
 *
 * @param file the path that its problems name
 * @param text its content
 * @returns the file as data with places; where there are syntax problems, as much of it as could be read
 */
export function parseSource(
  file: string,
  text: string,
): {readonly root: SourceNode; readonly problems: readonly FlowProblem[]} {
  return new Reader(file).read(text);
}
