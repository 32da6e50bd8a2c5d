import type {
  Config,
  Node as MarkdocNode,
  NodeType,
  Schema,
  ValidationError,
} from '@markdoc/markdoc';
import type {Node, Position} from 'unist';
import {Markdoc} from '../markdoc.js';
import {didYouMean, nearest} from '../nearest.js';
import {failureOf, type Problem, problem} from '../problems.js';
import {type MarkdocTag, type TagAttribute, valuesOf} from '../syntax/index.js';
import {markdocTypeOf} from './nodes.js';
import {annotationsOf, slotName, toMarkdoc} from './tree.js';

/**
 * Checks a tag against its schema: with Markdoc's own validator, so that a schema means here what it means there, and with the
 * place of each attribute and the nearest right name beside it.
 *
 * @param config What the schema's own functions are given.
 */
export function check(tag: MarkdocTag, schema: Schema, config: Config): Problem[] {
  const {known, found} = checkNames(`'${tag.name}'`, tag.attributes, schema);
  const values = valuesOf(known);
  const slots = tag.children.filter((child) => slotName(child) !== undefined);
  // Only a check of the site's own looks at more than what the children are.
  const node = schema.validate
    ? Object.assign(toMarkdoc(tag, nothing), {attributes: values})
    : outline(tag, values, slots);
  const placeOf = (name: string | undefined) =>
    tag.attributes.find((each) => each.name === name)?.position ??
    slots.find((slot) => slotName(slot) === name)?.position ??
    tag.opening;
  const own = {...config, tags: {...config.tags, [tag.name]: schema}};
  const names = Object.keys(schema.attributes ?? {});
  const meantNames = tag.attributes
    .filter((attribute) => !known.includes(attribute))
    .map(({name}) => nearest(name, names));
  // A required attribute that is misspelt is not missing as well.
  const isSaid = ({rule, message}: Problem) =>
    rule === 'attribute-missing-required' &&
    meantNames.some((name) => message.endsWith(`'${name}'`));
  return [...found, ...validate(node, own, placeOf).filter((each) => !isSaid(each))];
}

/** Checks a heading, a fence and so on against the schema that the site has for it. */
export function checkNode(node: Node, config: Config, parent: Node): Problem[] {
  const attributes = annotationsOf(node, parent).flatMap((annotation) => annotation.attributes);
  const placeOf = (name: string | undefined) =>
    attributes.find((each) => each.name === name)?.position ?? node.position;
  return validate(toMarkdoc(node, nothing, parent), config, placeOf);
}

/** What a schema of ours says is wrong, with what to do about it where there is more to say than the rule's own remedy. */
export interface HelpfulError extends ValidationError {
  readonly help?: string | undefined;
}

/** Every tag is looked into. */
const nothing = () => false;

/** What Markdoc's validator, and with it the schema's own, says of a node by itself. */
function validate(
  node: MarkdocNode,
  config: Config,
  placeOf: (name: string | undefined) => Position | undefined,
): Problem[] {
  let errors: ReturnType<typeof Markdoc.validator>;
  try {
    errors = Markdoc.validator(node, config);
  } catch (error) {
    const message = failureOf(`The check of '${node.tag ?? node.type}'`, error);
    return [problem('function-failed', message, placeOf(undefined))];
  }
  if (errors instanceof Promise) {
    const message = 'A validation that returns a promise is not supported';
    return [problem('transform-async', message, placeOf(undefined))];
  }
  return errors.flatMap((error: HelpfulError): Problem[] => {
    const {id, message, level} = error;
    const name = /'([^']*)'/.exec(message)?.[1];
    // Whether a variable is there was decided when it was evaluated. What is left of them is known later, and cannot be checked.
    const isLater = name !== undefined && Markdoc.Ast.isAst(node.attributes[name]);
    if (id === 'variable-undefined' || (isLater && id.startsWith('attribute-'))) return [];
    const help =
      error.help ?? (id === 'attribute-value-invalid' ? meant(node, name, config) : undefined);
    const isError = ['critical', 'error'].includes(level);
    return [{...problem(id, message, placeOf(name), help), level: isError ? 'error' : 'warning'}];
  });
}

/** Asks whether another value was meant, where an attribute takes only those of a list. */
function meant(node: MarkdocNode, name = '', config: Config): string | undefined {
  const {matches} = node.findSchema(config)?.attributes?.[name] ?? {};
  const allowed: unknown = typeof matches === 'function' ? matches(config) : matches;
  const texts = [allowed].flat().filter((each) => typeof each === 'string');
  return didYouMean(String(node.attributes[name]), texts);
}

/** A tag as far as Markdoc's own checks ask: its slots have names, its other children are of some kind, and nothing more. */
function outline(
  {name, inline, children}: MarkdocTag,
  attributes: Record<string, unknown>,
  slots: readonly Node[],
): MarkdocNode {
  const {Node: Made} = Markdoc.Ast;
  const kinds = children
    .filter((child) => !slots.includes(child))
    .map((child) => new Made(markdocTypeOf(child) ?? 'tag'));
  const node = new Made('tag', attributes, kinds, name);
  node.inline = inline;
  for (const slot of slots) node.slots[slotName(slot) ?? ''] = new Made('tag', {}, [], 'slot');
  return node;
}

/** Checks attributes that stand in an annotation against the schema of the node that they are for. */
export function checkAnnotation(
  type: NodeType,
  attributes: TagAttribute[],
  schema: Schema,
): Problem[] {
  const {known, found} = checkNames(`'${type}'`, attributes, schema);
  for (const attribute of known) {
    const node = new Markdoc.Ast.Node(type, valuesOf([attribute]));
    const errors = validate(node, {nodes: {[type]: schema}}, () => attribute.position);
    found.push(
      ...errors.filter(
        ({rule}) => rule.startsWith('attribute-') && rule !== 'attribute-missing-required',
      ),
    );
  }
  return found;
}

/** The problem of a tag that nobody has defined. */
export function undefinedTag(
  name: string,
  opening: Position | undefined,
  names: readonly string[],
): Problem {
  const closed = /^end_?(.+)$/.exec(name)?.[1];
  const help =
    closed && names.includes(closed)
      ? `A closing tag begins with a slash: {% /${closed} %}.`
      : didYouMean(name, names, `The tags are ${names.join(', ')}.`);
  return problem('tag-undefined', `Undefined tag: '${name}'`, opening, help);
}

function checkNames(
  owner: string,
  attributes: readonly TagAttribute[],
  schema: Schema,
): {known: TagAttribute[]; found: Problem[]} {
  const names = [...Object.keys(schema.attributes ?? {}), 'id', 'class'];
  const found: Problem[] = [];
  const known: TagAttribute[] = [];
  for (const attribute of attributes) {
    const {kind, name, position} = attribute;
    // Markdoc looks names up in an object, and would find `constructor` there.
    if (kind === 'attribute' && !names.includes(name)) {
      found.push(undefinedAttributeOf(owner, attribute, names));
      continue;
    }
    if (kind === 'attribute' && known.some((other) => other.kind === kind && other.name === name)) {
      found.push(problem('duplicate-attribute', `Attribute '${name}' already set`, position));
    }
    known.push(attribute);
  }
  return {known, found};
}

function undefinedAttributeOf(
  owner: string,
  {name, position}: TagAttribute,
  names: string[],
): Problem {
  const all =
    name === 'primary'
      ? `Name the value: ${names[0]}=….`
      : `The attributes of ${owner} are ${names.join(', ')}.`;
  return undefinedAttribute(name, position, didYouMean(name, names, all));
}

/** The problem of an attribute that nothing knows. */
export function undefinedAttribute(
  name: string,
  position: Position | undefined,
  help: string,
): Problem {
  return problem('attribute-undefined', `Invalid attribute: '${name}'`, position, help);
}
