import {didYouMean} from '../nearest.js';
import type {MarkdocConfig} from '../node/markdoc-config.js';
import {customTag, type ElementName} from './custom.js';
import type {Tag} from './tag.js';
import {type Transformation, transformTag} from './transform.js';
import type {Scope} from './values.js';

/** The tags of one page: the plugin's, and over them those that the site defines. */
export function siteTags(
  builtIn: Readonly<Record<string, Tag>>,
  config: MarkdocConfig,
  scope: Scope,
  elementName: ElementName,
  transformation: Transformation,
): Readonly<Record<string, Tag>> {
  const own = Object.entries(config.tags).map(([name, schema]) => [
    name,
    schema.transform ? transformTag(schema, transformation) : customTag(schema, scope, elementName),
  ]);
  return own.length > 0 ? {...builtIn, ...Object.fromEntries(own)} : builtIn;
}

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
    if (source)
      return context.importModule(importPath(source.file), source.exported, 'MarkdocComponent');
    if (typeof render !== 'string') {
      const name = (render as {name?: string})?.name ?? 'The component';
      context.report(
        'component-undefined',
        `'${name}' is rendered by this tag, but no module exports it`,
        undefined,
        'Export the component from the module in which it is defined.',
      );
      return undefined;
    }
    const names = config.componentNames;
    if (names && !/^[a-z]/.test(render) && !names.includes(render)) {
      const help = didYouMean(render, names, `It exports ${names.join(', ')}.`);
      context.report(
        'component-undefined',
        `The module of components exports no '${render}'`,
        undefined,
        help,
      );
      return undefined;
    }
    return render;
  };
}
