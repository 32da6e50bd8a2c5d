import type {Schema} from '@markdoc/markdoc';
import type {Properties} from 'hast';
import type {Node} from 'unist';
import {addProperties} from '../jsx/box.js';
import {type element, plainAttributes} from '../jsx/element.js';
import type {MarkdocConfig} from '../markdoc/config.js';
import type {ElementName} from '../markdoc/element-names.js';
import type {Scope} from '../markdoc/evaluate.js';
import type {Transformation} from '../markdoc/transform.js';
import {customTag, renderedAttributes, transformTag} from './custom.js';
import {type BuiltInName, builtInTags} from './registry.js';
import type {Tag} from './tag.js';

/** The tags of one page: the plugin's, and over them those that the site defines. */
export function siteTags(
  config: MarkdocConfig,
  scope: Scope,
  elementName: ElementName,
  transformation: Transformation,
): Readonly<Record<string, Tag>> {
  const tagOf = (schema: Schema): Tag => {
    if (schema.transform) return transformTag(schema, transformation);
    const base = schema.render ? undefined : builtInTagOf(schema);
    return base ? extendedTag(base, schema, scope) : customTag(schema, scope, elementName);
  };
  const own = Object.entries(config.tags).map(([name, schema]) => [name, tagOf(schema)]);
  return own.length > 0 ? {...builtInTags, ...Object.fromEntries(own)} : builtInTags;
}

/** Under this key a schema says which tag of the plugin's it describes. What a site spreads has it too, from whichever copy of this module. */
const builtIn = Symbol.for('docusaurus-plugin-markdoc.tag');

function builtInTagOf(schema: Schema & {[builtIn]?: string}): Tag | undefined {
  const name = schema[builtIn];
  return name === undefined ? undefined : builtInTags[name];
}

/** The schemas of the plugin's tags, without what they become. */
export const builtInSchemas = Object.fromEntries(
  Object.entries(builtInTags).map(([name, {description, inline, selfClosing, attributes}]) => [
    name,
    {description, inline, selfClosing, attributes, [builtIn]: name},
  ]),
) as unknown as {readonly [name in BuiltInName]: Schema};

/** A tag of the plugin's to which the site has given attributes: they are properties of the element that it becomes. */
function extendedTag(base: Tag, schema: Schema, scope: Scope): Tag {
  const added = Object.fromEntries(
    Object.entries(schema.attributes ?? {}).filter(([name]) => !(name in (base.attributes ?? {}))),
  );
  return {
    ...base,
    ...schema,
    lower(tag, context) {
      const [first, ...rest] = base.lower(tag, context);
      if (!first) return [];
      const given = tag.attributes.filter(({name}) => Object.hasOwn(added, name));
      const own = {name: tag.name, attributes: given};
      const values = renderedAttributes(own, {attributes: added}, scope, context);
      if (isElement(first)) first.attributes.push(...plainAttributes(values));
      else addProperties(first, values as Properties);
      return [first, ...rest];
    },
  };
}

function isElement(node: Node): node is ReturnType<typeof element> {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}
