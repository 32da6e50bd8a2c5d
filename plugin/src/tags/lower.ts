import type {Config} from '@markdoc/markdoc';
import type {Root, RootContent} from 'mdast';
import type {Node, Parent, Position} from 'unist';
import {Markdoc} from '../markdoc.js';
import {closest, type Problem, problem} from '../problems.js';
import {
  attributeValue,
  isReported,
  type MarkdocFault,
  type MarkdocTag,
  type TagAttribute,
  valuesOf,
} from '../syntax/index.js';
import {sourceBox} from './source-box.js';
import type {LowerContext, Tag} from './tag.js';

/** What lowering needs to know of the page and of the disk. */
export interface LowerOptions extends Pick<LowerContext, 'hasImage'> {
  tags: Readonly<Record<string, Tag>>;
  /** The text of the page. */
  source: string;
  /** The absolute path of a partial, or why it may not be included. */
  findPartial(file: string): string | {rule: Problem['rule']; message: string};
  /** The element that shows the partial with this absolute path. */
  includePartial(path: string): ReturnType<LowerContext['includePartial']>;
}

/**
 * Replaces every tag of a page, from the inside out, by nodes that Docusaurus renders. This is the only walk over the tree.
 *
 * @returns What is wrong with the page, in the order of the page. A faulty tag has become a box that shows its source.
 */
export function lowerTags(tree: Root, options: LowerOptions): Problem[] {
  const problems: Problem[] = [];
  lowerChildren(tree, options, problems);
  return problems.sort((a, b) => offsetOf(a.position) - offsetOf(b.position));
}

function lowerChildren(parent: Parent, options: LowerOptions, problems: Problem[]): void {
  const children: Node[] = [];
  for (const child of parent.children) {
    for (const node of tagsAlone(child, options.tags)) {
      if ('children' in node) lowerChildren(node as Parent, options, problems);
      children.push(...lowerNode(node as RootContent, options, problems));
    }
  }
  parent.children = children;
}

function lowerNode(node: RootContent, options: LowerOptions, problems: Problem[]): Node[] {
  switch (node.type) {
    case 'markdocTag':
      return lowerTag(node, options, problems);
    case 'markdocFault':
      return lowerFault(node, problems);
    case 'markdocValue':
      problems.push(
        problem(
          'value-unsupported',
          'Variables and functions are not supported yet',
          node.position,
        ),
      );
      return [sourceBox(node.value, 'Not supported yet', true)];
    case 'markdocAnnotation':
      problems.push(
        problem('annotation-unsupported', 'Annotations are not supported yet', node.position),
      );
      return [sourceBox(node.value, 'Not supported yet', true)];
    default:
      return [node];
  }
}

/**
 * A paragraph that holds nothing but tags which are blocks by nature stands for these tags: `{% note %}Text{% /note %}` on
 * one line is a note, not a note inside of a paragraph.
 */
function tagsAlone(node: Node, tags: LowerOptions['tags']): Node[] {
  if (node.type !== 'paragraph') return [node];
  const alone: MarkdocTag[] = [];
  for (const child of (node as Parent).children) {
    if (child.type === 'text' && /^\s*$/.test((child as {value?: string} & Node).value ?? ''))
      continue;
    if (!isTag(child) || !tagNamed(tags, child.name)?.aloneIsBlock) return [node];
    alone.push(child);
  }
  return alone.map((tag) => {
    const children: MarkdocTag['children'] = tag.children.length
      ? [{type: 'paragraph', children: tag.children as never[]}]
      : [];
    return {...tag, inline: false, children};
  });
}

function lowerTag(tag: MarkdocTag, options: LowerOptions, problems: Problem[]): Node[] {
  const found: Problem[] = [];
  const schema = tagNamed(options.tags, tag.name);
  if (schema) found.push(...check(tag, schema));
  else found.push(undefinedTag(tag, Object.keys(options.tags)));

  // A tag that is wrong by its schema is lowered as well, for what else there is to report.
  const lowered = schema?.lower(tag, contextOf(tag, options, found)) ?? [];
  problems.push(...found);
  const [first] = found;
  if (!first) return lowered;
  return [sourceBox(sourceOf(tag, options.source), first.message, tag.inline)];
}

function lowerFault(fault: MarkdocFault, problems: Problem[]): Node[] {
  if (!isReported(fault)) problems.push(fault.problem);
  return [sourceBox(fault.value, fault.problem.message, fault.inline)];
}

/**
 * Checks a tag against its schema: with Markdoc's own validator, so that a schema means here what it means there, and with the
 * place of each attribute and the nearest right name beside it.
 */
function check(tag: MarkdocTag, schema: Tag): Problem[] {
  const names = [...Object.keys(schema.attributes ?? {}), 'id', 'class'];
  const found: Problem[] = [];
  const known: TagAttribute[] = [];
  for (const attribute of tag.attributes) {
    // Markdoc looks names up in an object, and would find `constructor` there.
    if (attribute.kind === 'class' || names.includes(attribute.name)) known.push(attribute);
    else found.push(undefinedAttribute(tag, attribute, names));
  }
  for (const [index, {kind, name, position}] of known.entries()) {
    if (
      kind === 'attribute' &&
      known.findIndex((other) => other.kind === kind && other.name === name) < index
    ) {
      found.push(problem('duplicate-attribute', `Attribute '${name}' already set`, position));
    }
  }

  const node = new Markdoc.Ast.Node('tag', valuesOf(known), [], tag.name);
  node.inline = tag.inline;
  if (tag.children.length > 0) node.children = [new Markdoc.Ast.Node('text', {content: ''})];
  const config: Config = {tags: {[tag.name]: schema}};
  for (const {error} of Markdoc.validate(node, config)) {
    const name = /'([^']*)'/.exec(error.message)?.[1];
    const attribute = tag.attributes.find((each) => each.name === name);
    found.push(problem(error.id, error.message, attribute?.position ?? tag.opening));
  }
  return found;
}

function undefinedTag(tag: MarkdocTag, names: string[]): Problem {
  const near = closest(tag.name, names);
  const help = near ? `Did you mean '${near}'?` : `The tags are ${names.join(', ')}.`;
  return problem('tag-undefined', `Undefined tag: '${tag.name}'`, tag.opening, help);
}

function undefinedAttribute(
  tag: MarkdocTag,
  {name, position}: TagAttribute,
  names: string[],
): Problem {
  const near = closest(name, names);
  const help = near
    ? `Did you mean '${near}'?`
    : name === 'primary'
      ? `Name the value: {% ${tag.name} ${names[0]}=… %}.`
      : `The attributes of '${tag.name}' are ${names.join(', ')}.`;
  return problem('attribute-undefined', `Invalid attribute: '${name}'`, position, help);
}

function contextOf(tag: MarkdocTag, options: LowerOptions, found: Problem[]): LowerContext {
  const report: LowerContext['report'] = (rule, message, attribute, help) => {
    const place = tag.attributes.find(({name}) => name === attribute)?.position;
    found.push(problem(rule, message, place ?? tag.opening, help));
  };
  return {
    get: (name) => attributeValue(tag.attributes, name),
    report,
    includePartial(file) {
      const path = options.findPartial(file);
      if (typeof path === 'string')
        return found.length > 0 ? undefined : options.includePartial(path);
      report(path.rule, path.message, 'file');
      return undefined;
    },
    hasImage: options.hasImage,
  };
}

function sourceOf({position}: Node, source: string): string {
  return source.slice(position?.start.offset, position?.end.offset);
}

/** Tag names come from the page: `constructor` is no tag. */
function tagNamed(tags: LowerOptions['tags'], name: string): Tag | undefined {
  return Object.hasOwn(tags, name) ? tags[name] : undefined;
}

function isTag(node: Node): node is MarkdocTag {
  return node.type === 'markdocTag';
}

function offsetOf(position: Position | undefined): number {
  return position?.start.offset ?? 0;
}
