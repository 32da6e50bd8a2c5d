import type {NodeType, Schema} from '@markdoc/markdoc';
import type {Node} from 'unist';
import {nearest} from '../flow/nearest.js';
import {Markdoc} from '../markdoc.js';
import {type Problem, problem} from '../problems.js';
import {type MarkdocTag, type TagAttribute, valuesOf} from '../syntax/index.js';
import {markdocTypes, toMarkdoc} from './markdoc-tree.js';

/**
 * Checks a tag against its schema: with Markdoc's own validator, so that a schema means here what it means there, and with the
 * place of each attribute and the nearest right name beside it.
 */
export function check(tag: MarkdocTag, schema: Schema): Problem[] {
  const {known, found} = checkNames(`'${tag.name}'`, tag.attributes, schema);
  const values = valuesOf(known);
  // Only a check of the site's own looks at more than what the children are.
  const node = schema.validate
    ? Object.assign(
        toMarkdoc(tag, () => false),
        {attributes: values},
      )
    : new Markdoc.Ast.Node('tag', values, tag.children.map(asChild), tag.name);
  node.inline = tag.inline;
  for (const {error} of Markdoc.validate(node, {tags: {[tag.name]: schema}, nodes: anyNode})) {
    const name = /'([^']*)'/.exec(error.message)?.[1];
    const attribute = tag.attributes.find((each) => each.name === name);
    const place = attribute?.position ?? tag.opening;
    const level = ['critical', 'error'].includes(error.level) ? 'error' : 'warning';
    found.push({...problem(error.id, error.message, place), level});
  }
  return found;
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
    for (const {error} of Markdoc.validate(node, {
      nodes: {[type]: {...schema, children: undefined}},
    })) {
      if (error.id.startsWith('attribute-') && error.id !== 'attribute-missing-required') {
        found.push(problem(error.id, error.message, attribute.position));
      }
    }
  }
  return found;
}

/** The problem of a tag that nobody has defined. */
export function undefinedTag(tag: MarkdocTag, names: string[]): Problem {
  const near = nearest(tag.name, names);
  const help = near ? `Did you mean '${near}'?` : `The tags are ${names.join(', ')}.`;
  return problem('tag-undefined', `Undefined tag: '${tag.name}'`, tag.opening, help);
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
      found.push(undefinedAttribute(owner, attribute, names));
      continue;
    }
    if (kind === 'attribute' && known.some((other) => other.kind === kind && other.name === name)) {
      found.push(problem('duplicate-attribute', `Attribute '${name}' already set`, position));
    }
    known.push(attribute);
  }
  return {known, found};
}

function undefinedAttribute(
  owner: string,
  {name, position}: TagAttribute,
  names: string[],
): Problem {
  const near = nearest(name, names);
  const help = near
    ? `Did you mean '${near}'?`
    : name === 'primary'
      ? `Name the value: ${names[0]}=….`
      : `The attributes of ${owner} are ${names.join(', ')}.`;
  return problem('attribute-undefined', `Invalid attribute: '${name}'`, position, help);
}

/** The children of a tag, as far as its schema asks: what they are. */
function asChild(child: Node): InstanceType<typeof Markdoc.Ast.Node> {
  return new Markdoc.Ast.Node(markdocTypes[child.type] ?? 'tag', {}, [], undefined);
}

/** Nodes are right: micromark made them. */
const anyNode = Object.fromEntries(
  [...Object.values(markdocTypes), 'tag'].map((type) => [type, {}]),
);
