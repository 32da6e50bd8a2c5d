import type {
  Config,
  Node as MarkdocNode,
  RenderableTreeNodes,
  Tag as RenderedTag,
  Schema,
} from '@markdoc/markdoc';
import type {Expression} from 'estree';
import {valueToEstree} from 'estree-util-value-to-estree';
import type {Properties} from 'hast';
import type {Image, Text} from 'mdast';
import type {MdxJsxAttribute} from 'mdast-util-mdx';
import type {Node} from 'unist';
import {Markdoc} from '../markdoc.js';
import type {MarkdocConfig} from '../node/markdoc-config.js';
import {failureOf} from '../problems.js';
import type {MarkdocTag, MarkdocValue} from '../syntax/index.js';
import {classNames, type ElementName, propName} from './custom.js';
import {boxed, cssLength} from './image.js';
import {element, expressionAttribute} from './jsx.js';
import {originOf, toMarkdoc} from './markdoc-tree.js';
import {isTag} from './parts.js';
import type {ElementContext, Tag} from './tag.js';
import {isKnownNow, type Scope} from './values.js';

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

/** A tag of the site's own whose schema has a `transform`. */
export function transformTag(schema: Schema, transformation: Transformation): Tag {
  return {
    ...schema,
    aloneIsBlock: schema.inline === false,
    prepare(tag, context) {
      if (context.isCheck) return;
      // What is wrong inside is told before it is transformed; what comes out may have nothing of it.
      context.checkBody(structuredClone(tag.children));
      tag.children = transformation.run(tag, context) as MarkdocTag['children'];
    },
    lower: (tag) => tag.children,
  };
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
  const origins = new WeakMap<RenderedTag, Node>();
  const done = new WeakSet<Node>();
  /** What stands in a line of text, and is no block. */
  const inText = new WeakSet<RenderedTag>();

  const withOrigin = (schema: Schema): Schema => ({
    ...schema,
    transform(node, own) {
      const result = render(schema, node, own);
      const from = originOf(node);
      if (from && Markdoc.Tag.isTag(result)) origins.set(result, from);
      return result;
    },
  });
  const opaque: Schema = {
    transform(node) {
      const tag = new Markdoc.Tag('node');
      const from = originOf(node);
      if (from) origins.set(tag, from);
      return tag;
    },
  };
  const textSchema = config.nodes.inline ?? Markdoc.nodes.inline;
  const inline: Schema = {
    ...textSchema,
    transform(node, own) {
      const result = render(textSchema, node, own);
      for (const each of [result].flat()) if (Markdoc.Tag.isTag(each)) inText.add(each);
      return result;
    },
  };
  const nodes = Object.fromEntries(
    Object.entries(Markdoc.nodes).map(([type, schema]) => [type, withOrigin(schema as Schema)]),
  );
  const tags = {...config.tags, if: Markdoc.tags.if, else: Markdoc.tags.else};
  const markdocConfig: Config = {
    ...scope,
    nodes: {...nodes, node: opaque, ...config.nodes, inline},
    tags,
  };
  // What is known later is decided by the page's own elements, and what is undefined is reported there.
  const isOpaque = (node: MarkdocTag | MarkdocValue) =>
    node.type === 'markdocValue'
      ? !isKnownNow(node.content, scope)
      : !Object.hasOwn(tags, node.name) || !valuesIn(node).every((each) => isKnownNow(each, scope));

  return {
    isDone: (node) => done.has(node),
    run(node, context, parent) {
      done.add(node);
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
        context.report(
          'transform-async',
          'A transformation that returns a promise is not supported',
        );
        return [];
      }
      return back(result, node.type === 'markdocTag' && (node as MarkdocTag).inline);

      function back(rendered: RenderableTreeNodes, inline: boolean): Node[] {
        if (Array.isArray(rendered)) return rendered.flatMap((each) => back(each, inline));
        if (typeof rendered === 'string' || typeof rendered === 'number') {
          const text: Text = {type: 'text', value: String(rendered)};
          done.add(text);
          return [text];
        }
        if (!Markdoc.Tag.isTag(rendered)) return [];
        const from = origins.get(rendered);
        const isText = inline || inText.has(rendered);
        if (from && !('children' in from)) return [from];
        if (from) {
          if (rendered.name === 'node') return [from];
          if (from.type === 'table') return [from];
          const children =
            from.type === 'listItem'
              ? withParagraphs(rendered.children)
              : back(rendered.children, isText);
          return [{...from, children} as Node];
        }
        const made = rebuild(rendered, isText);
        done.add(made);
        return [made];
      }

      /** What an item of a list holds: Markdoc has no paragraphs for the texts of a tight one, and the page has. */
      function withParagraphs(rendered: RenderedTag['children']): Node[] {
        const nodes: Node[] = [];
        let text: Node[] | undefined;
        for (const each of rendered) {
          const made = back(each, false);
          if (Markdoc.Tag.isTag(each) && !inText.has(each)) {
            nodes.push(...made);
            text = undefined;
          } else if (text) text.push(...made);
          else if (made.length > 0) {
            text = made;
            nodes.push({type: 'paragraph', children: text} as Node);
          }
        }
        return nodes;
      }

      /** What an element encloses; the annotations in it have become attributes. */
      function content(tag: RenderedTag, inline: boolean): Node[] {
        return back(tag.children, inline).filter(({type}) => type !== 'markdocAnnotation');
      }

      /** The node of the page for a tag that a schema of the site's returned. */
      function rebuild(tag: RenderedTag, inline: boolean): Node {
        const {name, attributes} = tag as {name: unknown; attributes: Record<string, unknown>};
        // A heading stays one, for the table of contents, and a link, for the check of links.
        const level = /^h([1-6])$/.exec(String(name))?.[1];
        if (level) {
          const {level: _, ...rest} = attributes;
          const data = {hProperties: properties(rest)};
          return {
            type: 'heading',
            depth: Number(level),
            children: content(tag, true),
            data,
          } as Node;
        }
        if (node.type === 'heading' && tag === result) {
          const hName = elementName(name, context) ?? 'h2';
          const {depth} = node as Node & {depth: number};
          const data = {hName, hProperties: properties(attributes)};
          return {type: 'heading', depth, children: content(tag, true), data} as Node;
        }
        if (name === 'p') {
          const data = {hProperties: properties(attributes)};
          return {type: 'paragraph', children: content(tag, true), data} as Node;
        }
        if (name === 'a' && typeof attributes.href === 'string') {
          const {href, title, ...rest} = attributes;
          const data = {hProperties: properties(rest)};
          return {
            type: 'link',
            url: href,
            title: title ?? null,
            children: content(tag, true),
            data,
          } as Node;
        }
        if (name === 'img' && typeof attributes.src === 'string') {
          const {src, alt, title, width, height, ...rest} = attributes;
          const sizes = Object.entries({width, height}).flatMap(([key, value]) => {
            const size = cssLength(String(value));
            return size ? `${key}:${size}` : [];
          });
          const picture = {type: 'image', url: src, alt: alt ?? '', title: title ?? null} as Image;
          done.add(picture);
          return boxed(picture, sizes, properties(rest));
        }
        const local = elementName(name, context) ?? 'div';
        const given = Object.entries(attributes).map(
          ([key, value]): MdxJsxAttribute =>
            typeof value === 'string'
              ? {type: 'mdxJsxAttribute', name: propName(key), value}
              : expressionAttribute(
                  propName(key),
                  toEstree(key === 'class' ? classNames(value) : value),
                ),
        );
        return element(local, given, content(tag, inline), inline);
      }

      /** The JavaScript of a value of an attribute, in which there may be elements. */
      function toEstree(value: unknown): Expression {
        if (Array.isArray(value)) return {type: 'ArrayExpression', elements: value.map(toEstree)};
        if (!Markdoc.Tag.isTag(value)) return valueToEstree(value);
        const name = {type: 'JSXIdentifier', name: elementName(value.name, context) ?? 'div'};
        const attributes = Object.entries(value.attributes).map(([key, each]) => ({
          type: 'JSXAttribute',
          name: {type: 'JSXIdentifier', name: propName(key)},
          value: {
            type: 'JSXExpressionContainer',
            expression: toEstree(key === 'class' ? classNames(each) : each),
          },
        }));
        const children = [value.children].flat(2).map((each) => ({
          type: 'JSXExpressionContainer',
          expression: toEstree(each),
        }));
        return {
          type: 'JSXElement',
          openingElement: {type: 'JSXOpeningElement', name, attributes, selfClosing: false},
          closingElement: {type: 'JSXClosingElement', name},
          children,
        } as unknown as Expression;
      }
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

function properties(attributes: Record<string, unknown>): Properties {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) =>
      name === 'class' ? ['className', classNames(value)] : [name, value],
    ),
  ) as Properties;
}
