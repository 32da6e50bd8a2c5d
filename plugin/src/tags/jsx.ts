import type {Expression, Program} from 'estree';
import {valueToEstree} from 'estree-util-value-to-estree';
import type {MdxJsxAttribute} from 'mdast-util-mdx';
import type {Node} from 'unist';
import type {MarkdocTag} from '../syntax/index.js';

/**
 * A JSX element in the page; without a name, a fragment.
 *
 * @param id The id that it has in the page, where that is not its attribute.
 */
export function element(
  name: string | null,
  attributes: MdxJsxAttribute[],
  children: readonly Node[],
  inline: boolean,
  id: unknown = attributes.find((each) => each.name === 'id')?.value,
): MarkdocTag['children'][number] {
  const type = inline ? 'mdxJsxTextElement' : 'mdxJsxFlowElement';
  const made = {
    type,
    name,
    attributes,
    children,
    ...(typeof id === 'string' && {data: {markdocId: id}}),
  };
  return made as MarkdocTag['children'][number];
}

/** An attribute of a JSX element whose value is computed: `name={expression}`. */
export function expressionAttribute(name: string, expression: Expression): MdxJsxAttribute {
  const estree: Program = {
    type: 'Program',
    sourceType: 'module',
    body: [{type: 'ExpressionStatement', expression}],
  };
  // MDX compiles the tree; the text would only be read by those who print the page as MDX.
  return {
    type: 'mdxJsxAttribute',
    name,
    value: {type: 'mdxJsxAttributeValueExpression', value: '', data: {estree}},
  };
}

/** Attributes of a JSX element for plain values; what is `undefined` is left out. */
export function plainAttributes(values: {readonly [name: string]: unknown}): MdxJsxAttribute[] {
  return Object.entries(values).flatMap(([name, value]): MdxJsxAttribute[] => {
    if (value === undefined) return [];
    if (typeof value === 'string') return [{type: 'mdxJsxAttribute', name, value}];
    return [expressionAttribute(name, valueToEstree(value))];
  });
}

/** The JavaScript of `<Name />`. */
export function emptyElement(name: string): Expression {
  const openingElement = {
    type: 'JSXOpeningElement',
    name: {type: 'JSXIdentifier', name},
    attributes: [],
    selfClosing: true,
  };
  return {type: 'JSXElement', openingElement, children: []} as unknown as Expression;
}

/** `() => import(source)`: what loads a module when it is needed. */
export function importer(source: string): Expression {
  const body: Expression = {type: 'ImportExpression', source: {type: 'Literal', value: source}};
  return {type: 'ArrowFunctionExpression', expression: true, params: [], body};
}

/** `object.name`, or `object?.name`. */
export function member(object: Expression, name: string, optional = false): Expression {
  const property = valueToEstree(name);
  const expression = {
    type: 'MemberExpression',
    object,
    property,
    computed: true,
    optional,
  } as const;
  return optional ? {type: 'ChainExpression', expression} : expression;
}

/** A name in JavaScript. */
export function identifier(name: string): {type: 'Identifier'; name: string} {
  return {type: 'Identifier', name};
}

/** `callee(…given)` */
export function call(callee: Expression, given: Expression[] = []): Expression {
  return {type: 'CallExpression', optional: false, callee, arguments: given};
}

/** A property of an object, or an attribute of an element. */
export interface NamedExpression {
  name: string;
  expression: Expression;
}

/** An object with these properties. */
export function objectOf(properties: readonly NamedExpression[]): Expression {
  return {
    type: 'ObjectExpression',
    properties: properties.map(({name, expression}) => ({
      type: 'Property',
      kind: 'init',
      computed: true,
      method: false,
      shorthand: false,
      key: valueToEstree(name),
      value: expression,
    })),
  };
}
