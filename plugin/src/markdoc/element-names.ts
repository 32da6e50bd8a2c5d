import type {Node} from 'unist';
import type {PageModules} from '../jsx/page-modules.js';
import {didYouMean} from '../nearest.js';
import type {Problem} from '../problems.js';
import type {TagAttribute} from '../syntax/index.js';
import type {MarkdocConfig} from './config.js';

/** What the making of an element may do to the page: what is wrong with it is told of the tag or the node that it is made for. */
export interface ElementContext {
  /** Makes the page import something. */
  importModule: PageModules['import'];
  /**
   * Reports a mistake in the tag or the node.
   *
   * @param place The name of an attribute, or an attribute or a node in the tag; without it, the mistake is in the whole opening tag.
   */
  report(
    rule: Problem['rule'],
    message: string,
    place?: string | Node | TagAttribute,
    help?: string,
  ): void;
}

/** Finds the element by which a page shows a component; reports one that does not exist. */
export type ElementName = (render: unknown, context: ElementContext) => string | undefined;

/**
 * How a page names what a schema renders: a component that the site exports is imported; a name in small letters is an HTML element;
 * any other is looked up among the components that Docusaurus's theme gives to all pages (`MDXComponents`).
 */
export function elementNames(
  config: MarkdocConfig,
  importPath: (file: string) => string,
): ElementName {
  return (render, context) => {
    const source = config.findComponent(render);
    if (source) {
      return context.importModule(importPath(source.file), source.exported, 'MarkdocComponent');
    }
    const undefinedComponent = (message: string, help: string) => {
      context.report('component-undefined', message, undefined, help);
      return undefined;
    };
    if (typeof render !== 'string') {
      const name = (render as {name?: string})?.name ?? 'The component';
      const message = `'${name}' is rendered by this tag, but no module exports it`;
      const help = 'Export the component from the module in which it is defined.';
      return undefinedComponent(message, help);
    }
    const names = config.componentNames;
    if (names && !/^[a-z]/.test(render) && !names.includes(render)) {
      const help = didYouMean(render, names, `It exports ${names.join(', ')}.`);
      return undefinedComponent(`The module of components exports no '${render}'`, help);
    }
    return render;
  };
}

/** React's name for the attribute `class`, as Markdoc's own renderer for React has it. */
export function propName(name: string): string {
  return name === 'class' ? 'className' : name;
}

/** Markdoc keeps classes as `{wide: true}`. */
export function classNames(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  return Object.entries(value)
    .flatMap(([name, on]) => (on ? [name] : []))
    .join(' ');
}
