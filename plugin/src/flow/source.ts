import type {Place} from './flow-rules.js';
import type {Scalar} from './types.js';

/**
 * A flow file as data with places and comments: what compiling needs of YAML, whoever has parsed it.
 */
export type SourceNode = SourceScalar | SourceMap | SourceList;

export interface SourceScalar {
  readonly kind: 'scalar';
  readonly value: Scalar;
  readonly place: Place;
}

export interface SourceMap {
  readonly kind: 'map';
  readonly entries: readonly SourceEntry[];
  /** The comment lines behind the last entry. */
  readonly after?: readonly string[];
  readonly place: Place;
}

export interface SourceList {
  readonly kind: 'list';
  readonly items: readonly SourceItem[];
  /** The comment lines behind the last item. */
  readonly after?: readonly string[];
  /** Written in brackets, on one line. */
  readonly flow: boolean;
  readonly place: Place;
}

/** An item of a list, with the comment lines before it. An empty comment line stands for an empty line. */
export interface SourceItem {
  readonly comments: readonly string[];
  readonly value: SourceNode;
}

export interface SourceEntry extends SourceItem {
  readonly key: string;
  readonly keyPlace: Place;
}

/** The entry of a map; `undefined` where there is none, or no map. */
export function entry(node: SourceNode | undefined, key: string): SourceEntry | undefined {
  return node?.kind === 'map' ? node.entries.find((each) => each.key === key) : undefined;
}

/** The value of a map's entry. */
export function at(
  node: SourceNode | undefined,
  ...path: readonly string[]
): SourceNode | undefined {
  return path.reduce<SourceNode | undefined>((parent, key) => entry(parent, key)?.value, node);
}

export function entries(node: SourceNode | undefined): readonly SourceEntry[] {
  return node?.kind === 'map' ? node.entries : [];
}

export function items(node: SourceNode | undefined): readonly SourceItem[] {
  return node?.kind === 'list' ? node.items : [];
}

/** The node as plain data. */
export function plain(node: SourceNode): unknown {
  switch (node.kind) {
    case 'scalar':
      return node.value;
    case 'list':
      return node.items.map((item) => plain(item.value));
    case 'map':
      return Object.fromEntries(node.entries.map(({key, value}) => [key, plain(value)]));
  }
}

/** A string at a key, where there is one. */
export function text(node: SourceNode | undefined, key: string): string | undefined {
  const value = at(node, key);
  return value?.kind === 'scalar' && typeof value.value === 'string' ? value.value : undefined;
}

/**
 * Lays a flow over the part that it extends. Maps are merged key by key, the lists at the top (`rules`, `forbidden`) are joined,
 * everything else is replaced. What only the flow has comes first, because what is special to a flow is asked, and demanded, before
 * what all share.
 */
export function extend(base: SourceNode, flow: SourceNode, depth = 0): SourceNode {
  if (base.kind === 'list' && flow.kind === 'list' && depth === 1) {
    return {...flow, items: [...flow.items, ...base.items]};
  }
  if (base.kind !== 'map' || flow.kind !== 'map') return flow;
  const own = flow.entries.filter((each) => !entry(base, each.key));
  const shared = base.entries.map((each) => {
    const change = entry(flow, each.key);
    return change ? {...change, value: extend(each.value, change.value, depth + 1)} : each;
  });
  return {...flow, entries: [...own, ...shared]};
}
