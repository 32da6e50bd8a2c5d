import type {MarkdocConfig} from '../markdoc/config.js';
import type {ElementName} from '../markdoc/element-names.js';
import type {Scope} from '../markdoc/evaluate.js';
import type {Transformation} from '../markdoc/transform.js';
import {customTag, transformTag} from './custom.js';
import type {Tag} from './tag.js';

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
