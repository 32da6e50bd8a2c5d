import type {RenderableTreeNodes, Tag as RenderedTag} from '@markdoc/markdoc';
import type {Expression} from 'estree';
import {valueToEstree} from 'estree-util-value-to-estree';
import type {Properties} from 'hast';
import type {Heading, Image, Text} from 'mdast';
import type {Node} from 'unist';
import {attributeOf, element} from '../jsx/element.js';
import {jsxElement, type NamedExpression} from '../jsx/estree.js';
import {boxed, cssLength} from '../jsx/picture.js';
import {Markdoc} from '../markdoc.js';
import {classNames, type ElementContext, type ElementName, propName} from './element-names.js';

/** What is noted on the way into a transformation, for the way back. */
export interface Traces {
  /** The nodes of the page of which Markdoc's own schemas have made these tags. */
  readonly origins: WeakMap<RenderedTag, Node>;
  /** What stands in a line of text, and is no block. */
  readonly inText: WeakSet<RenderedTag>;
  /** Takes in the nodes that came out of a transformation. */
  readonly done: WeakSet<Node>;
}

type Attributes = Readonly<Record<string, unknown>>;

/** What a transformation has come to, and from what. */
export interface Transformed {
  /** The node of the page that was transformed. */
  readonly node: Node;
  /** What that has come to. */
  readonly result: RenderableTreeNodes;
  readonly traces: Traces;
  readonly elementName: ElementName;
  readonly context: ElementContext;
}

/**
 * Makes nodes of the page of what a transformation has come to: the nodes that they were where nothing has changed, and elements of the
 * rest.
 *
 * @param inline Whether the node stands in a line of text.
 */
export function rebuild(
  {node, result, traces, elementName, context}: Transformed,
  inline: boolean,
): Node[] {
  const {origins, inText, done} = traces;
  return nodesOf(result, inline);

  function nodesOf(rendered: RenderableTreeNodes, inline: boolean): Node[] {
    if (Array.isArray(rendered)) return rendered.flatMap((each) => nodesOf(each, inline));
    if (typeof rendered === 'string' || typeof rendered === 'number') {
      const text: Text = {type: 'text', value: String(rendered)};
      done.add(text);
      return [text];
    }
    if (!Markdoc.Tag.isTag(rendered)) return [];
    const from = origins.get(rendered);
    const isText = inline || inText.has(rendered);
    if (!from) {
      const made = nodeOf(rendered, isText);
      done.add(made);
      return [made];
    }
    if (!('children' in from) || rendered.name === 'node' || from.type === 'table') return [from];
    const {children} = rendered;
    const content = from.type === 'listItem' ? withParagraphs(children) : nodesOf(children, isText);
    return [{...from, children: content} as Node];
  }

  /** What an item of a list holds: Markdoc has no paragraphs for the texts of a tight one, and the page has. */
  function withParagraphs(rendered: RenderedTag['children']): Node[] {
    const nodes: Node[] = [];
    let text: Node[] | undefined;
    for (const each of rendered) {
      const made = nodesOf(each, false);
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
  function contentOf(tag: RenderedTag, inline: boolean): Node[] {
    return nodesOf(tag.children, inline).filter(({type}) => type !== 'markdocAnnotation');
  }

  /** The node of the page for a tag that a schema of the site's returned. */
  function nodeOf(tag: RenderedTag, inline: boolean): Node {
    const {name, attributes} = tag as {name: unknown; attributes: Attributes};
    const markdown = (fields: object, rest: Attributes, hName?: string) => {
      const data = {...(hName && {hName}), hProperties: properties(rest)};
      return {...fields, children: contentOf(tag, true), data} as unknown as Node;
    };
    // A heading stays one, for the table of contents, and a link, for the check of links.
    const level = /^h([1-6])$/.exec(String(name))?.[1];
    if (level) {
      const {level: _, ...rest} = attributes;
      return markdown({type: 'heading', depth: Number(level)}, rest);
    }
    if (node.type === 'heading' && tag === result) {
      const {type, depth} = node as Heading;
      return markdown({type, depth}, attributes, nameOf(name, 'h2'));
    }
    if (name === 'p') return markdown({type: 'paragraph'}, attributes);
    if (name === 'a' && typeof attributes.href === 'string') {
      const {href: url, title = null, ...rest} = attributes;
      return markdown({type: 'link', url, title}, rest);
    }
    if (name === 'img' && typeof attributes.src === 'string') return pictureOf(attributes);
    const given = propsOf(attributes).map((each) => attributeOf(each.name, each.expression));
    return element(nameOf(name, 'div'), given, contentOf(tag, inline), inline);
  }

  function pictureOf({src, alt, title, width, height, ...rest}: Attributes): Node {
    const sizes = Object.entries({width, height}).flatMap(([key, value]) => {
      const size = cssLength(String(value));
      return size ? `${key}:${size}` : [];
    });
    const picture = {type: 'image', url: src, alt: alt ?? '', title: title ?? null} as Image;
    done.add(picture);
    return boxed(picture, sizes, properties(rest));
  }

  /** @param otherwise What stands for a component that does not exist, which is reported. */
  function nameOf(render: unknown, otherwise: string): string {
    return elementName(render, context) ?? otherwise;
  }

  function propsOf(attributes: Attributes): NamedExpression[] {
    return Object.entries(attributes).map(([key, value]) => ({
      name: propName(key),
      expression: expressionOf(key === 'class' ? classNames(value) : value),
    }));
  }

  /** The JavaScript of a value of an attribute, in which there may be elements. */
  function expressionOf(value: unknown): Expression {
    if (Array.isArray(value)) return {type: 'ArrayExpression', elements: value.map(expressionOf)};
    if (!Markdoc.Tag.isTag(value)) return valueToEstree(value);
    const children = [value.children].flat(2).map(expressionOf);
    return jsxElement(nameOf(value.name, 'div'), propsOf(value.attributes), children);
  }
}

function properties(attributes: Attributes): Properties {
  const {class: given, ...others} = attributes;
  return {...others, ...('class' in attributes && {className: classNames(given)})} as Properties;
}
