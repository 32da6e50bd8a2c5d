import type {Config, Node as MarkdocNode, RenderableTreeNodes, Schema} from '@markdoc/markdoc';
import type {Node} from 'unist';
import {Markdoc} from '../markdoc.js';
import {failureOf} from '../problems.js';
import {isTag, type MarkdocTag, type MarkdocValue} from '../syntax/index.js';
import type {MarkdocConfig} from './config.js';
import type {ElementContext, ElementName} from './element-names.js';
import {isKnownNow, type Scope} from './evaluate.js';
import {rebuild, type Traces} from './rebuild.js';
import {originOf, toMarkdoc} from './tree.js';

/** What the site's schemas make of a node: Markdoc's own transformation, and back to nodes of the page. */
export interface Transformation {
  /**
   * Nodes of the page for a node with a schema of the site's.
   *
   * @param parent What the node stands in.
   */
  run(node: Node, context: ElementContext, parent?: Node): Node[];
  /** Whether this node came out of a transformation, and is not to go into one again. */
  isDone(node: Node): boolean;
}

/**
 * Prepares the transformation for one page.
 *
 * Nodes of the page become Markdoc's, with all their attributes, so that a schema's `transform` finds what it knows. What comes
 * out unchanged, a paragraph, a list, a fence, becomes the node of the page again that it was: Docusaurus renders it. The rest
 * becomes elements.
 */
export function createTransformation(
  config: MarkdocConfig,
  scope: Scope,
  elementName: ElementName,
): Transformation {
  const traces: Traces = {origins: new WeakMap(), inText: new WeakSet(), done: new WeakSet()};
  const withOrigin = (schema: Schema): Schema => ({
    ...schema,
    transform(node, own) {
      const result = render(schema, node, own);
      const from = originOf(node);
      if (from && Markdoc.Tag.isTag(result)) traces.origins.set(result, from);
      return result;
    },
  });
  const textSchema = config.nodes.inline ?? Markdoc.nodes.inline;
  const inline: Schema = {
    ...textSchema,
    transform(node, own) {
      const result = render(textSchema, node, own);
      for (const each of [result].flat()) if (Markdoc.Tag.isTag(each)) traces.inText.add(each);
      return result;
    },
  };
  const opaque: Schema = {transform: () => new Markdoc.Tag('node')};
  const nodes = Object.fromEntries(
    Object.entries({...Markdoc.nodes, node: opaque}).map(([type, schema]) => [
      type,
      withOrigin(schema as Schema),
    ]),
  );
  const tags = {...config.tags, if: Markdoc.tags.if, else: Markdoc.tags.else};
  const markdocConfig: Config = {
    ...scope,
    nodes: {...nodes, ...config.nodes, inline},
    tags,
  };
  // What is known later is decided by the page's own elements, and what is undefined is reported there.
  const isOpaque = (node: MarkdocTag | MarkdocValue) =>
    node.type === 'markdocValue'
      ? !isKnownNow(node.content, scope)
      : !Object.hasOwn(tags, node.name) || !valuesIn(node).every((each) => isKnownNow(each, scope));

  return {
    isDone: (node) => traces.done.has(node),
    run(node, context, parent) {
      traces.done.add(node);
      const made = toMarkdoc(node, (each) => each !== node && isOpaque(each), parent);
      let result: RenderableTreeNodes;
      try {
        result = Markdoc.transform(made, markdocConfig);
      } catch (error) {
        const name = made.tag ?? made.type;
        context.report('function-failed', failureOf(`The transformation of '${name}'`, error));
        return [];
      }
      if (result instanceof Promise) {
        const message = 'A transformation that returns a promise is not supported';
        context.report('transform-async', message);
        return [];
      }
      const inline = node.type === 'markdocTag' && (node as MarkdocTag).inline;
      return rebuild({node, result, traces, elementName, context}, inline);
    },
  };
}

/** The attributes of a tag, and where it is an `if`, those of each `else` in it. */
function valuesIn(tag: MarkdocTag): unknown[] {
  const parts = [tag, ...tag.children.filter((child) => isTag(child, 'else'))] as MarkdocTag[];
  return parts.flatMap(({attributes}) => attributes.map(({value}) => value));
}

/** What Markdoc does with a node by its schema. */
function render(schema: Schema, node: MarkdocNode, config: Config): RenderableTreeNodes {
  if (schema.transform) return schema.transform(node, config) as RenderableTreeNodes;
  const children = node.transformChildren(config);
  if (!schema.render) return children;
  return new Markdoc.Tag(schema.render, node.transformAttributes(config), children);
}
