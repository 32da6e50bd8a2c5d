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
  explain(unpaired, broken);
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
      const fault = problem('tag-nesting', tagsTooDeepMessage, child.position);
      const isFirst = tooDeep.length === 0;
      if (child.kind === 'open') tooDeep.push(child.name);
      becomeFault(child, isFirst ? fault : alreadyReported);
      children.push(child);
    } else if (child.kind === 'close' && tooDeep.at(-1) === child.name) {
      tooDeep.pop();
      becomeFault(child, alreadyReported);
      children.push(child);
    } else if (child.kind === 'selfClosing') {
      children.push(toTag(child));
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

/** Finds out what the author meant by the markers that have no counterpart, and makes faults of them. */
function explain(unpaired: MarkdocTagMarker[], broken: BrokenTags): void {
  unpaired.sort((a, b) => (a.position?.start.offset ?? 0) - (b.position?.start.offset ?? 0));
  const explained = new Set<MarkdocTagMarker>();
  for (const [index, marker] of unpaired.entries()) {
    if (explained.has(marker)) continue;
    const {kind, name, position} = marker;
    if (kind === 'close') {
      const count = broken.get(name) ?? 0;
      broken.set(name, count - 1);
      const message = `Node 'tag' is missing opening: nothing before it opens '${name}'`;
      // Its opening tag may be there without being read, which is said there.
      becomeFault(
        marker,
        count > 0 ? alreadyReported : problem('missing-opening', message, position),
      );
      continue;
    }
    // Only the next few are looked at, so that a page of nothing but mistakes does not take quadratic time.
    const next = unpaired.slice(index + 1, index + 9);
    // As in other template languages, where {% endnote %} closes {% note %}: told at that tag, which is not closed either.
    const ends = next.find((each) => (each.kind === 'close' ? '' : 'end') + name === each.name);
    if (ends?.kind === 'open') {
      becomeFault(marker, alreadyReported);
      continue;
    }
    // The closing tag meant for this one: of the same name in another place, or of a name that is nearly the same.
    const nearby = next.filter((each) => each.kind === 'close' && !explained.has(each));
    const names = nearby.map((each) => each.name);
    const meant = names.includes(name) ? name : nearest(name, names);
    const close = nearby.find((each) => each.name === meant);
    if (close) explained.add(close);
    if (!close) {
      const message = `Node '${name}' is missing closing`;
      const help = `Write {% /${name} %} where it ends, or {% ${name} /%} if it encloses nothing.`;
      becomeFault(marker, problem('missing-closing', message, position, help));
    } else if (close.name === name) {
      const message = `'${name}' is opened here, but closed inside of something else (line ${close.position?.start.line})`;
      const help = 'A tag closes in the same paragraph, list item, quote or tag in which it opens.';
      becomeFault(marker, problem('tag-misnested', message, position, help));
      becomeFault(close, alreadyReported);
    } else {
      const message = `Node 'tag' is missing opening: '${close.name}'`;
      const help = `Did you mean {% /${name} %}, to close the tag opened on line ${position?.start.line}?`;
      const fault = problem('missing-opening', message, close.position, help);
      becomeFault(close, fault, {name: close.name, opening: {name, position}});
      becomeFault(marker, alreadyReported);
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
  {kind, name, inline, attributes, position}: MarkdocTagMarker,
  children: Node[] = [],
  closing = position,
): MarkdocTag {
  const opening = position as Position;
  return {
    type: 'markdocTag',
    name,
    inline,
    selfClosing: kind === 'selfClosing',
    attributes,
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
  const {inline, value, position} = marker;
  const fault: MarkdocFault = {
    type: 'markdocFault',
    inline,
    value,
    problem,
    position,
    ...(problem === alreadyReported && {reported: true}),
    ...(marker.kind === 'open' && {tag: toTag(marker)}),
    ...pair,
  };
  Object.assign(marker as Node, {kind: undefined, name: undefined, attributes: undefined}, fault);
}
