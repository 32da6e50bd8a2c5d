import {useMDXComponents} from '@mdx-js/react';
import {type ComponentProps, createElement, type ElementType} from 'react';

/** An entry of a page's table of contents, as Docusaurus's MDX loader exports it. */
interface ContentsItem {
  readonly value: string;
  readonly id: string;
  readonly level: number;
}

type Components = {readonly [name: string]: ElementType};

const headings = ['h2', 'h3', 'h4', 'h5', 'h6'] as const;

/**
 * Makes the ids of a page's headings unique where partials brought some in twice.
 *
 * Called once by the compiled page, when it is loaded. The page's own headings keep their ids, for there are links to
 * them; a partial's heading that comes second gets a number (`setup`, `setup-1`).
 *
 * @param toc The page's table of contents, into which Docusaurus has spliced those of the partials. Entries are replaced in
 *   place.
 * @param partials The table of contents of each partial that the page includes, in the order of the page.
 * @returns What to pass to the partial with this number as `components`, given those that the page itself was passed.
 */
export function uniquePartialIds(
  toc: ContentsItem[],
  partials: readonly (readonly ContentsItem[])[],
): (index: number, components?: Components) => Components | undefined {
  // Docusaurus splices the entries themselves, not copies of them.
  const inPartials = new Set(partials.flat());
  const taken = new Set(toc.flatMap((item) => (inPartials.has(item) ? [] : item.id)));
  let next = 0;
  const components = partials.map((part) => {
    const names = new Map<string, string>();
    for (const item of part) {
      const at = toc.indexOf(item, next);
      next = at + 1;
      const id = freeId(item.id, taken);
      taken.add(id);
      if (id === item.id) continue;
      names.set(item.id, id);
      toc[at] = {...item, id};
    }
    return names.size > 0 ? renameIn(names) : undefined;
  });
  return (index, given) => components[index]?.(given) ?? given;
}

function freeId(id: string, taken: ReadonlySet<string>): string {
  let free = id;
  for (let number = 1; taken.has(free); number++) free = `${id}-${number}`;
  return free;
}

/**
 * Components for the headings of one partial, and for the links by which it refers to them. They are made once for each set of
 * components that they stand before, so that React sees the same ones on every rendering.
 */
function renameIn(names: ReadonlyMap<string, string>): (given?: Components) => Components {
  const made = new WeakMap<Components, Components>();
  // Stands for a page that was passed none.
  const none: Components = {};
  return (given) => {
    const key = given ?? none;
    const known = made.get(key);
    if (known) return known;
    const replace = (name: string, change: (props: ComponentProps<'a'>) => object) => {
      const Renamed = (props: ComponentProps<'a'>) => {
        const components = {...useMDXComponents(), ...given} as Components;
        return createElement(components[name] ?? name, {...props, ...change(props)});
      };
      return [name, Renamed] as const;
    };
    const components = Object.fromEntries([
      ...headings.map((name) => replace(name, ({id}) => ({id: names.get(id ?? '') ?? id}))),
      replace('a', ({href}) => {
        const target = href?.startsWith('#') ? names.get(decode(href.slice(1))) : undefined;
        return target === undefined ? {} : {href: `#${target}`};
      }),
    ]);
    const all = {...given, ...components};
    made.set(key, all);
    return all;
  };
}

/** An author may write `#100%`, which decodes to nothing. */
function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
