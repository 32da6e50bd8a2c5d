import type {Config, Node as MarkdocNode, NodeType, Schema} from '@markdoc/markdoc';
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
 * @param failed Names of attributes whose values could not be had: nothing more is said of them.
 */
export function validateTag(
  tag: MarkdocTag,
  schema: Schema,
  config: Config,
  failed: ReadonlySet<string>,
): Problem[] {
  const attributes = tag.attributes.filter(({name}) => !failed.has(name));
  const {known, found, meant} = checkNames(`'${tag.name}'`, attributes, schema);
  const values = valuesOf(known);
  // As far as Markdoc's own checks ask: slots have names, other children are of some kind, and nothing more.
  const {Node: Made} = Markdoc.Ast;
  const node = new Made('tag', values, [], tag.name);
  node.inline = tag.inline;
  for (const child of tag.children) {
    const slot = slotName(child);
    if (slot === undefined) node.children.push(new Made(markdocTypeOf(child) ?? 'tag'));
    else if (Object.hasOwn(schema.slots ?? {}, slot)) {
      node.slots[slot] = new Made('tag', {}, [], 'slot');
    } else found.push(problem('slot-undefined', `Invalid slot: '${slot}'`, child.position));
  }
  const subject = {
    node,
    // A check of the site's own may look at everything.
    whole: () => Object.assign(toMarkdoc(tag, nothing), {attributes: values}),
    attributes: known,
    place: tag.opening,
    // A required attribute that is misspelt is not missing as well.
    notMissing: new Set([...failed, ...meant]),
  };
  return [...found, ...problemsOf(subject, schema, config)];
}

/** Checks a heading, a fence and so on against the schema that the site has for it. */
export function validateNode(node: Node, config: Config, parent: Node): Problem[] {
  const made = toMarkdoc(node, nothing, parent);
  const attributes = annotationsOf(node, parent).flatMap((annotation) => annotation.attributes);
  const subject = {node: made, whole: () => made, attributes, place: node.position};
  return problemsOf(subject, made.findSchema(config) ?? {}, config);
}

/** Checks attributes that stand in an annotation against the schema of the node that they are for. */
export function validateAnnotation(
  type: NodeType,
  attributes: readonly TagAttribute[],
  schema: Schema,
): Problem[] {
  const {known, found} = checkNames(`'${type}'`, attributes, schema);
  const node = new Markdoc.Ast.Node(type, valuesOf(known));
  const subject = {node, attributes: known, place: undefined};
  return [
    ...found,
    ...Object.keys(node.attributes).flatMap((name) => attributeProblems(name, subject, schema, {})),
  ];
}

/** Every tag is looked into. */
const nothing = () => false;

/** What is checked. */
interface Subject {
  /** With its attributes, and as much of its content as Markdoc's own checks look at. */
  readonly node: MarkdocNode;
  /** Its attributes as they were written. */
  readonly attributes: readonly TagAttribute[];
  /** Where that is told which is about no attribute that was written. */
  readonly place: Position | undefined;
}

/** What Markdoc's validator, and with it the schema's own, says of a node by itself. */
function problemsOf(
  subject: Subject & {whole(): MarkdocNode; notMissing?: ReadonlySet<string>},
  schema: Schema,
  config: Config,
): Problem[] {
  const {node, place, notMissing} = subject;
  const given = Object.keys(node.attributes);
  const required = Object.entries(schema.attributes ?? {}).flatMap(([name, each]) =>
    each.required && !notMissing?.has(name) ? [name] : [],
  );
  const names = [...new Set([...given, ...required])];
  // To attributes, which are checked one by one, the rest of the schema has nothing to say.
  const {validate, ...rest} = schema;
  const others = {...rest, attributes: Object.fromEntries(given.map((name) => [name, {}]))};
  return [
    ...names.flatMap((name) => attributeProblems(name, subject, schema, config)),
    ...told(node, place, () => Markdoc.validator(node, withSchema(config, node, others))),
    ...told(node, place, () =>
      validate ? validate(subject.whole(), withSchema(config, node, schema)) : [],
    ),
  ];
}

/** What is wrong with a single attribute. Markdoc's errors do not tell which one they are about, so that it is asked for each alone. */
function attributeProblems(
  name: string,
  {node: {type, tag, attributes: values}, attributes, place}: Subject,
  schema: Schema,
  config: Config,
): Problem[] {
  const own = only(name, schema.attributes);
  const node = new Markdoc.Ast.Node(type, only(name, values), [], tag);
  const part = withSchema(config, node, {attributes: own});
  const written = attributes.findLast((each) => each.name === name || each.kind === name);
  const found = told(node, written?.position ?? place, () => Markdoc.validator(node, part));
  const value = values[name];
  // What is known later cannot be checked.
  if (Markdoc.Ast.isAst(value)) return found.filter(({rule}) => !rule.startsWith('attribute-'));
  // Where an attribute takes only the values of a list, another one of them may have been meant.
  const matches = own[name]?.matches;
  const allowed: unknown = typeof matches === 'function' ? matches(config) : matches;
  const texts = [allowed].flat().filter((each) => typeof each === 'string');
  return found.map((each) => {
    if (each.rule !== 'attribute-value-invalid') return each;
    return {...each, help: didYouMean(String(value), texts) ?? each.help};
  });
}

function only<Value>(name: string, values: Record<string, Value> = {}): Record<string, Value> {
  return Object.fromEntries(Object.entries(values).filter(([each]) => each === name));
}

/** A configuration in which this is the schema of the node. */
function withSchema(config: Config, {type, tag}: MarkdocNode, schema: Schema): Config {
  return tag
    ? {...config, tags: {...config.tags, [tag]: schema}}
    : {...config, nodes: {...config.nodes, [type]: schema}};
}

/** The errors of a check as problems in a place. */
function told(
  {type, tag}: MarkdocNode,
  place: Position | undefined,
  check: () => ReturnType<typeof Markdoc.validator>,
): Problem[] {
  let errors: ReturnType<typeof check>;
  try {
    errors = check();
  } catch (error) {
    return [problem('function-failed', failureOf(`The check of '${tag ?? type}'`, error), place)];
  }
  if (errors instanceof Promise) {
    const message = 'A validation that returns a promise is not supported';
    return [problem('transform-async', message, place)];
  }
  // Whether a variable is there was decided when it was evaluated.
  const others = errors.filter(({id}) => id !== 'variable-undefined');
  return others.map(({id, message, level}) => {
    const isError = ['critical', 'error'].includes(level);
    return {...problem(id, message, place), level: isError ? 'error' : 'warning'};
  });
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

/** What of attributes has a name that the schema knows, what is wrong with the others, and which names were meant by them. */
function checkNames(
  owner: string,
  attributes: readonly TagAttribute[],
  schema: Schema,
): {known: TagAttribute[]; found: Problem[]; meant: string[]} {
  const own = Object.keys(schema.attributes ?? {});
  const names = [...own, 'id', 'class'];
  const found: Problem[] = [];
  const known: TagAttribute[] = [];
  const meant: string[] = [];
  for (const attribute of attributes) {
    const {kind, name, position} = attribute;
    // Markdoc looks names up in an object, and would find `constructor` there.
    if (kind === 'attribute' && !names.includes(name)) {
      const all =
        name === 'primary'
          ? `Name the value: ${names[0]}=….`
          : `The attributes of ${owner} are ${names.join(', ')}.`;
      found.push(undefinedAttribute(name, position, didYouMean(name, names, all)));
      meant.push(nearest(name, own) ?? '');
      continue;
    }
    if (kind === 'attribute' && known.some((other) => other.kind === kind && other.name === name)) {
      found.push(problem('duplicate-attribute', `Attribute '${name}' already set`, position));
    }
    known.push(attribute);
  }
  return {known, found, meant};
}

/** The problem of an attribute that nothing knows. */
export function undefinedAttribute(
  name: string,
  position: Position | undefined,
  help: string,
): Problem {
  return problem('attribute-undefined', `Invalid attribute: '${name}'`, position, help);
}
