import type {Expression, VariableDeclaration} from 'estree';
import {valueToEstree} from 'estree-util-value-to-estree';

/** The JavaScript of `<Name name={expression}>{child}</Name>`. */
export function jsxElement(
  element: string,
  attributes: readonly NamedExpression[] = [],
  children: readonly Expression[] = [],
): Expression {
  const jsxName = (name: string) => ({type: 'JSXIdentifier', name});
  const container = (expression: Expression) => ({type: 'JSXExpressionContainer', expression});
  const name = jsxName(element);
  const given = attributes.map((each) => ({
    type: 'JSXAttribute',
    name: jsxName(each.name),
    value: container(each.expression),
  }));
  return {
    type: 'JSXElement',
    openingElement: {type: 'JSXOpeningElement', name, attributes: given, selfClosing: false},
    closingElement: {type: 'JSXClosingElement', name},
    children: children.map(container),
  } as unknown as Expression;
}

/** `(…params) => body` */
export function arrow(params: string[], body: Expression): Expression {
  return {type: 'ArrowFunctionExpression', expression: true, params: params.map(identifier), body};
}

/** `() => import(source)`: what loads a module when it is needed. */
export function importer(source: string): Expression {
  return arrow([], {type: 'ImportExpression', source: {type: 'Literal', value: source}});
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

/** `const name = value`, of each. */
export function constants(values: {readonly [name: string]: Expression}): VariableDeclaration {
  return {
    type: 'VariableDeclaration',
    kind: 'const',
    declarations: Object.entries(values).map(([name, init]) => ({
      type: 'VariableDeclarator',
      id: identifier(name),
      init,
    })),
  };
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
