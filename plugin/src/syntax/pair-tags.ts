import type {Root, Text} from 'mdast';
import type {Node, Parent, Position} from 'unist';
import {nearest} from '../nearest.js';
import {type Problem, problem} from '../problems.js';
import type {MarkdocFault, MarkdocTag, MarkdocTagMarker} from './types.js';

/** Deeper nesting is a mistake, and a danger to every tool that walks the tree recursively. */
export const maxNesting = 100;
export const tagsTooDeepMessage = `Tags are nested more than ${maxNesting} deep`;

/** Markdown itself may be nested deeper than tags, but not so deep that walking the tree comes to the stack's end. */
const maxLevel = 500;

/**
 * Puts what stands between an opening and a closing tag into one node, in the whole tree.
 *
 * A pair must stand in the same parent: a tag that opens in a list item closes there. Markers without a counterpart become
 * faults, one for each mistake of the author: a closing tag that stands in the wrong place is not reported a second time
 * for the opening tag that it was meant for.
 */
export function pairTags(tree: Root): undefined {
  const unpaired: MarkdocTagMarker[] = [];
  const broken: BrokenTags = new Map();
  pairChildren(tree, 0, 0, unpaired, broken);
  for (const {marker, problem, ...pair} of explain(unpaired, broken)) {
    becomeFault(marker, problem, pair);
  }
}

/** How many opening tags of each name could not be read. */
type BrokenTags = Map<string, number>;

interface OpenTag {
  marker: MarkdocTagMarker;
  /** What stood before the opening tag, among its siblings. */
  before: Node[];
}

function pairChildren(
  parent: Parent,
  level: number,
  depth: number,
  unpaired: MarkdocTagMarker[],
  broken: BrokenTags,
): void {
  if (level > maxLevel) {
    parent.children = [tooDeepFault(parent)];
    return;
  }
  const open: OpenTag[] = [];
  const tooDeep: string[] = [];
  let children: Node[] = [];

  for (const [at, child] of parent.children.entries()) {
    if (!isMarker(child)) {
      if ('children' in child)
        pairChildren(child as Parent, level + 1, depth + open.length, unpaired, broken);
      for (const name of brokenNames(child, parent.children[at + 1]))
        broken.set(name, (broken.get(name) ?? 0) + 1);
      children.push(child);
    } else if (depth + open.length >= maxNesting && child.kind !== 'close') {
      const said = tooDeep.length > 0;
      if (child.kind === 'open') tooDeep.push(child.name);
      becomeFault(
        child,
        said ? alreadyReported : problem('tag-nesting', tagsTooDeepMessage, child.position),
      );
      children.push(child);
    } else if (child.kind === 'close' && tooDeep.at(-1) === child.name) {
      tooDeep.pop();
      becomeFault(child, alreadyReported);
      children.push(child);
    } else if (child.kind === 'selfClosing') {
      children.push(toTag(child, [], undefined));
    } else if (child.kind === 'open') {
      open.push({marker: child, before: children});
      children = [];
    } else {
      const index = open.findLastIndex(({marker}) => marker.name === child.name);
      if (index < 0) {
        unpaired.push(child);
        children.push(child);
        continue;
      }
      children = withUnclosed(open.splice(index + 1), children, unpaired);
      const {marker, before} = open.pop() as OpenTag;
      // Not copied: a page of 10,000 pairs would take quadratic time.
      before.push(toTag(marker, children, child.position));
      children = before;
    }
  }
  parent.children = withUnclosed(open, children, unpaired);
}

/** Stands for what is nested too deep. */
function tooDeepFault({position}: Node): MarkdocFault {
  const message = `Markdown is nested more than ${maxLevel} deep`;
  const fault = problem('tag-nesting', message, position);
  return {type: 'markdocFault', inline: true, value: '', problem: fault, position};
}

/** The children with the opening tags before them, which have found no counterpart. */
function withUnclosed(open: OpenTag[], children: Node[], unpaired: MarkdocTagMarker[]): Node[] {
  if (open.length === 0) return children;
  unpaired.push(...open.map(({marker}) => marker));
  return [...open.flatMap(({marker, before}) => [...before, marker]), ...children];
}

interface Explanation extends Pick<MarkdocFault, 'name' | 'opening'> {
  marker: MarkdocTagMarker;
  problem: Problem;
}

/** Finds out what the author meant by the markers that have no counterpart. */
function* explain(unpaired: MarkdocTagMarker[], broken: BrokenTags): Generator<Explanation> {
  unpaired.sort((a, b) => (a.position?.start.offset ?? 0) - (b.position?.start.offset ?? 0));
  const explained = new Set<MarkdocTagMarker>();
  for (const [index, marker] of unpaired.entries()) {
    if (explained.has(marker)) continue;
    const line = marker.position?.start.line;
    if (marker.kind === 'close') {
      const count = broken.get(marker.name) ?? 0;
      if (count > 0) {
        // Its opening tag is there, but could not be read, which is said there.
        broken.set(marker.name, count - 1);
        yield {marker, problem: alreadyReported};
        continue;
      }
      const message = `Node 'tag' is missing opening: nothing before it opens '${marker.name}'`;
      yield {marker, problem: problem('missing-opening', message, marker.position)};
      continue;
    }
    // As in other template languages, where {% endnote %} closes {% note %}: told at that tag, which is not closed either.
    const ends = unpaired
      .slice(index + 1, index + 9)
      .find(({kind, name}) => (kind === 'close' ? '' : 'end') + marker.name === name);
    if (ends?.kind === 'open') {
      yield {marker, problem: alreadyReported};
      continue;
    }
    // The closing tag meant for this one: of the same name in another place, or of a name that is nearly the same. It is
    // looked for among the next few only, so that a page of nothing but mistakes does not take quadratic time.
    const nearby = unpaired
      .slice(index + 1, index + 9)
      .filter((each) => each.kind === 'close' && !explained.has(each));
    const names = nearby.map(({name}) => name);
    const meant = names.includes(marker.name) ? marker.name : nearest(marker.name, names);
    const close = nearby.find(({name}) => name === meant);
    if (close) explained.add(close);
    if (!close) {
      const message = `Node '${marker.name}' is missing closing`;
      const help = `Write {% /${marker.name} %} where it ends, or {% ${marker.name} /%} if it encloses nothing.`;
      yield {marker, problem: problem('missing-closing', message, marker.position, help)};
    } else if (close.name === marker.name) {
      const message = `'${marker.name}' is opened here, but closed inside of something else (line ${close.position?.start.line})`;
      const help = 'A tag closes in the same paragraph, list item, quote or tag in which it opens.';
      yield {marker, problem: problem('tag-misnested', message, marker.position, help)};
      yield {marker: close, problem: alreadyReported};
    } else {
      const message = `Node 'tag' is missing opening: '${close.name}'`;
      const help = `Did you mean {% /${marker.name} %}, to close the tag opened on line ${line}?`;
      yield {
        marker: close,
        problem: problem('missing-opening', message, close.position, help),
        name: close.name,
        opening: {name: marker.name, position: marker.position},
      };
      yield {marker, problem: alreadyReported};
    }
  }
}

/** Marks the counterpart of a marker whose fault has a problem already: it is shown as source, and said once. */
const alreadyReported: Problem = problem('tag-misnested', '', undefined);

/** The names of opening tags that could not be read. Of one that is not closed, the fault is the `{%` alone, and the rest is text. */
function brokenNames(node: Node, next: Node | undefined): string[] {
  if (node.type !== 'markdocFault') return [];
  const {value} = node as MarkdocFault;
  const rest = value === '{%' && next?.type === 'text' ? (next as Text).value : '';
  return [...(value + rest).matchAll(/\{%\s*([\w-]+)/g)].flatMap(([, name]) => name ?? []);
}

function isMarker(node: Node): node is MarkdocTagMarker {
  return node.type === 'markdocTagMarker';
}

function toTag(
  marker: MarkdocTagMarker,
  children: Node[],
  closing: Position | undefined,
): MarkdocTag {
  const opening = marker.position as Position;
  return {
    type: 'markdocTag',
    name: marker.name,
    inline: marker.inline,
    selfClosing: marker.kind === 'selfClosing',
    attributes: marker.attributes,
    opening,
    children,
    position: {start: opening.start, end: (closing ?? opening).end},
  };
}

function becomeFault(
  marker: MarkdocTagMarker,
  problem: Problem,
  pair: Pick<MarkdocFault, 'name' | 'opening'> = {},
): void {
  const fault: MarkdocFault = {
    type: 'markdocFault',
    inline: marker.inline,
    value: marker.value,
    problem,
    position: marker.position,
    ...(problem === alreadyReported && {reported: true}),
    ...(marker.kind === 'open' && {tag: toTag(marker, [], undefined)}),
    ...pair,
  };
  Object.assign(marker as Node, {kind: undefined, name: undefined, attributes: undefined}, fault);
}
