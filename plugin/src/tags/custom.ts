import type {Schema} from '@markdoc/markdoc';
import type {Expression} from 'estree';
import {valueToEstree} from 'estree-util-value-to-estree';
import {attributeOf, element, plainAttributes} from '../jsx/element.js';
import {jsxElement, type NamedExpression, objectOf} from '../jsx/estree.js';
import {runtimeModule} from '../jsx/page-modules.js';
import {classNames, type ElementName, propName} from '../markdoc/element-names.js';
import {type Scope, toExpression} from '../markdoc/evaluate.js';
import type {Transformation} from '../markdoc/transform.js';
import {Markdoc} from '../markdoc.js';
import {failureOf} from '../problems.js';
import {type MarkdocTag, type TagAttribute, valuesOf} from '../syntax/index.js';
import {takeSlots} from './slot.js';
import type {LowerContext, Tag} from './tag.js';

/**
 * A tag of the site's own, whose schema has a `render` and no `transform`: an element with what the tag encloses.
 *
 * @param scope What the schema's own functions are given.
 * @param elementName See `markdoc/element-names.ts`.
 */
export function customTag(schema: Schema, scope: Scope, elementName: ElementName): Tag {
  return {
    ...schema,
    runtimeValues: true,
    aloneIsBlock: schema.inline === false,
    lower(tag, context) {
      const {slots, rest} = takeSlots(tag, schema);
      if (!schema.render) return rest;
      const name = elementName(schema.render, context);
      if (name === undefined) return [];
      const attributes = attributesOf(tag, schema, scope, context);
      const own = attributes.map(({name, expression}) => attributeOf(name, expression));
      if (slots.length === 0) return [element(name, own, rest, tag.inline)];
      const withSlots = context.importModule(runtimeModule, 'MarkdocSlots');
      const slotName = context.importModule(runtimeModule, 'MarkdocSlot');
      const children = slots.map(({name, nodes}) =>
        element(slotName, plainAttributes({name}), nodes, false),
      );
      const props = [
        // An element and not the name alone: a component that the theme gives to all pages is looked up by MDX, in elements only.
        attributeOf('element', jsxElement(name)),
        attributeOf('attributes', objectOf(attributes)),
      ];
      const id = own.find((each) => each.name === 'id')?.value;
      return [element(withSlots, props, [...children, ...rest], tag.inline, id)];
    },
  };
}

/** The attributes that the schema renders, under the names that it gives them, defaults and all. */
function attributesOf(
  tag: MarkdocTag,
  schema: Schema,
  scope: Scope,
  context: LowerContext,
): NamedExpression[] {
  const now: TagAttribute[] = [];
  const later: NamedExpression[] = [];
  for (const attribute of tag.attributes) {
    const evaluated = context.evaluate(attribute);
    const name = renderedName(attribute, schema);
    if (evaluated.known) now.push(attribute);
    else if (name !== undefined) {
      later.push({name: propName(name), expression: toExpression(evaluated)});
    }
  }
  const known = renderedAttributes({...tag, attributes: now}, schema, scope, context);
  return [
    ...Object.entries(known).map(([name, value]) => ({
      name: propName(name),
      expression: literal(name, name === 'class' ? classNames(value) : value, context),
    })),
    ...later,
  ];
}

/** What Markdoc makes of a tag's attributes, all of which are known. */
export function renderedAttributes(
  {name, attributes}: Pick<MarkdocTag, 'attributes' | 'name'>,
  schema: Schema,
  scope: Scope,
  context: LowerContext,
): Record<string, unknown> {
  const node = new Markdoc.Ast.Node('tag', valuesOf(attributes), [], name);
  try {
    return node.transformAttributes({...scope, tags: {[name]: schema}});
  } catch (error) {
    // A type of the site's own.
    context.report('function-failed', failureOf(`A type of '${name}'`, error));
    return {};
  }
}

/** The JavaScript of a value; reports one that cannot be written down, such as a function. */
function literal(name: string, value: unknown, context: LowerContext): Expression {
  try {
    return valueToEstree(value);
  } catch {
    const message = `Attribute '${name}' has a value that cannot be a part of a page`;
    const help = 'Let the function or the type return texts, numbers, arrays or plain objects.';
    context.report('attribute-value-invalid', message, name, help);
    return valueToEstree(null);
  }
}

function renderedName({name}: TagAttribute, schema: Schema): string | undefined {
  const render = schema.attributes?.[name]?.render;
  return render === false ? undefined : typeof render === 'string' ? render : name;
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
      tag.children = transformation.run(tag, context);
    },
    lower: (tag) => tag.children,
  };
}
