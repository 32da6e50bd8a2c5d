import type {Expression, Program} from 'estree';
import {valueToEstree} from 'estree-util-value-to-estree';
import type {MdxJsxAttribute, MdxJsxFlowElement, MdxJsxTextElement} from 'mdast-util-mdx';
import type {Node} from 'unist';

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
): MdxJsxFlowElement | MdxJsxTextElement {
  const type = inline ? 'mdxJsxTextElement' : 'mdxJsxFlowElement';
  const data = typeof id === 'string' ? {data: {markdocId: id}} : {};
  return {type, name, attributes, children, ...data} as MdxJsxFlowElement | MdxJsxTextElement;
}

/** An attribute of a JSX element: `name="text"`, or `name={expression}`. */
export function attributeOf(name: string, expression: Expression): MdxJsxAttribute {
  if (expression.type === 'Literal' && typeof expression.value === 'string') {
    return {type: 'mdxJsxAttribute', name, value: expression.value};
  }
  const data = {estree: programOf(expression)};
  // MDX compiles the tree; the text would only be read by those who print the page as MDX.
  const value = {type: 'mdxJsxAttributeValueExpression', value: '', data} as const;
  return {type: 'mdxJsxAttribute', name, value};
}

/** The program in which MDX keeps an expression. */
export function programOf(expression: Expression): Program {
  return {type: 'Program', sourceType: 'module', body: [{type: 'ExpressionStatement', expression}]};
}

/** Attributes of a JSX element for plain values; what is `undefined` is left out. */
export function plainAttributes(values: {readonly [name: string]: unknown}): MdxJsxAttribute[] {
  return Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [attributeOf(name, valueToEstree(value))],
  );
}
