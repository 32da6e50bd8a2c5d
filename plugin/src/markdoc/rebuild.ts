import type {RenderableTreeNodes, Tag as RenderedTag} from '@markdoc/markdoc';
import type {Expression} from 'estree';
import {valueToEstree} from 'estree-util-value-to-estree';
import type {Properties} from 'hast';
import type {Image, Text} from 'mdast';
import type {Node} from 'unist';
import {attributeOf, element} from '../jsx/element.js';
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
 */
export class Rebuilder {
  readonly #given: Transformed;

  constructor(given: Transformed) {
    this.#given = given;
  }

  /** @param inline Whether the node stands in a line of text. */
  run(inline: boolean): Node[] {
    return this.#nodes(this.#given.result, inline);
  }

  #nodes(rendered: RenderableTreeNodes, inline: boolean): Node[] {
    const {origins, inText, done} = this.#given.traces;
    if (Array.isArray(rendered)) return rendered.flatMap((each) => this.#nodes(each, inline));
    if (typeof rendered === 'string' || typeof rendered === 'number') {
      const text: Text = {type: 'text', value: String(rendered)};
      done.add(text);
      return [text];
    }
    if (!Markdoc.Tag.isTag(rendered)) return [];
    const from = origins.get(rendered);
    const isText = inline || inText.has(rendered);
    if (!from) {
      const made = this.#tag(rendered, isText);
      done.add(made);
      return [made];
    }
    if (!('children' in from) || rendered.name === 'node' || from.type === 'table') return [from];
    const children =
      from.type === 'listItem'
        ? this.#withParagraphs(rendered.children)
        : this.#nodes(rendered.children, isText);
    return [{...from, children} as Node];
  }

  /** What an item of a list holds: Markdoc has no paragraphs for the texts of a tight one, and the page has. */
  #withParagraphs(rendered: RenderedTag['children']): Node[] {
    const nodes: Node[] = [];
    let text: Node[] | undefined;
    for (const each of rendered) {
      const made = this.#nodes(each, false);
      if (Markdoc.Tag.isTag(each) && !this.#given.traces.inText.has(each)) {
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
  #content(tag: RenderedTag, inline: boolean): Node[] {
    return this.#nodes(tag.children, inline).filter(({type}) => type !== 'markdocAnnotation');
  }

  /** The node of the page for a tag that a schema of the site's returned. */
  #tag(tag: RenderedTag, inline: boolean): Node {
    const {name, attributes} = tag as {name: unknown; attributes: Attributes};
    // A heading stays one, for the table of contents, and a link, for the check of links.
    const level = /^h([1-6])$/.exec(String(name))?.[1];
    if (level) {
      const {level: _, ...rest} = attributes;
      const data = {hProperties: properties(rest)};
      const depth = Number(level);
      return {type: 'heading', depth, children: this.#content(tag, true), data} as Node;
    }
    if (this.#given.node.type === 'heading' && tag === this.#given.result) {
      const {depth} = this.#given.node as Node & {depth: number};
      const data = {hName: this.#nameOf(name, 'h2'), hProperties: properties(attributes)};
      return {type: 'heading', depth, children: this.#content(tag, true), data} as Node;
    }
    if (name === 'p') {
      const data = {hProperties: properties(attributes)};
      return {type: 'paragraph', children: this.#content(tag, true), data} as Node;
    }
    if (name === 'a' && typeof attributes.href === 'string') {
      const {href: url, title = null, ...rest} = attributes;
      const data = {hProperties: properties(rest)};
      return {type: 'link', url, title, children: this.#content(tag, true), data} as Node;
    }
    if (name === 'img' && typeof attributes.src === 'string') return this.#picture(attributes);
    const local = this.#nameOf(name, 'div');
    const given = Object.entries(attributes).map(([key, value]) =>
      attributeOf(propName(key), this.#attributeValue(key, value)),
    );
    return element(local, given, this.#content(tag, inline), inline);
  }

  #picture({src, alt, title, width, height, ...rest}: Attributes): Node {
    const sizes = Object.entries({width, height}).flatMap(([key, value]) => {
      const size = cssLength(String(value));
      return size ? `${key}:${size}` : [];
    });
    const picture = {type: 'image', url: src, alt: alt ?? '', title: title ?? null} as Image;
    this.#given.traces.done.add(picture);
    return boxed(picture, sizes, properties(rest));
  }

  /** @param otherwise What stands for a component that does not exist, which is reported. */
  #nameOf(render: unknown, otherwise: string): string {
    return this.#given.elementName(render, this.#given.context) ?? otherwise;
  }

  #attributeValue(key: string, value: unknown): Expression {
    return this.#expression(key === 'class' ? classNames(value) : value);
  }

  /** The JavaScript of a value of an attribute, in which there may be elements. */
  #expression(value: unknown): Expression {
    if (Array.isArray(value)) {
      return {type: 'ArrayExpression', elements: value.map((each) => this.#expression(each))};
    }
    if (!Markdoc.Tag.isTag(value)) return valueToEstree(value);
    const container = (expression: Expression) => ({type: 'JSXExpressionContainer', expression});
    const name = {type: 'JSXIdentifier', name: this.#nameOf(value.name, 'div')};
    const attributes = Object.entries(value.attributes).map(([key, each]) => ({
      type: 'JSXAttribute',
      name: {type: 'JSXIdentifier', name: propName(key)},
      value: container(this.#attributeValue(key, each)),
    }));
    return {
      type: 'JSXElement',
      openingElement: {type: 'JSXOpeningElement', name, attributes, selfClosing: false},
      closingElement: {type: 'JSXClosingElement', name},
      children: [value.children].flat(2).map((each) => container(this.#expression(each))),
    } as unknown as Expression;
  }
}

function properties(attributes: Attributes): Properties {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) =>
      name === 'class' ? ['className', classNames(value)] : [name, value],
    ),
  ) as Properties;
}
