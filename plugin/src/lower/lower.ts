import type {Config} from '@markdoc/markdoc';
import type {Code, Root, RootContent, Text} from 'mdast';
import type {Node, Parent, Position} from 'unist';
import {element, plainAttributes, programOf} from '../jsx/element.js';
import type {ElementContext} from '../markdoc/element-names.js';
import {
  asText,
  type Evaluated,
  type EvaluationContext,
  evaluate,
  type Scope,
  valueKnownLater,
} from '../markdoc/evaluate.js';
import {isTightItem, markdocTypeOf} from '../markdoc/nodes.js';
import {type ReaderState, readerRoot, valueInText} from '../markdoc/reader-values.js';
import type {Transformation} from '../markdoc/transform.js';
import {annotated, annotationsOf, toMarkdocParent} from '../markdoc/tree.js';
import {undefinedTag, validateNode, validateTag} from '../markdoc/validate.js';
import {Markdoc} from '../markdoc.js';
import {byPlace, type Complaint, distinct, type Problem, problem, problemAt} from '../problems.js';
import {
  attributeValue,
  isBlank,
  isTag,
  type MarkdocFault,
  type MarkdocTag,
  type MarkdocValue,
  type TagAttribute,
} from '../syntax/index.js';
import type {LowerContext, Tag} from '../tags/tag.js';
import type {Given} from '../variant.js';
import {annotate, holdsText} from './annotation.js';
import type {Evaluator} from './evaluator.js';
import {boxOf, processFence} from './fence.js';
import {tagInHtml} from './html.js';
import {sourceBox} from './source-box.js';

/** What lowering needs to know of the page and of the disk. */
export interface LowerOptions
  extends Pick<LowerContext, 'findFlow' | 'flowIds' | 'hasImage' | 'importModule'>,
    Pick<EvaluationContext, 'scope'> {
  tags: Readonly<Record<string, Tag>>;
  /** The text of the page. */
  source: string;
  /** The kinds of nodes for which the site has schemas of its own, under Markdoc's names. */
  nodeSchemas?: ReadonlySet<string> | undefined;
  transformation?: Transformation | undefined;
  /** The partial that a tag names, with all that it is given, or why it may not be included. */
  findPartial(file: string, variables: Given | undefined): Inclusion | Complaint;
  /** The element that shows a partial. */
  includePartial(inclusion: Inclusion): ReturnType<LowerContext['includePartial']>;
}

/** A partial as a page includes it. */
export interface Inclusion {
  /** Its absolute path. */
  readonly path: string;
  readonly given: Given;
}

/**
 * Replaces every tag of a page by nodes that Docusaurus renders. This is the walk that lowers a page; what a tag does to its own content stands beside the tag.
 *
 * @returns What is wrong with the page, in the order of the page. A faulty tag has become a box that shows its source.
 */
export function lowerTags(tree: Root, options: LowerOptions): Problem[] {
  const lowering = new Lowering(options);
  lowering.children(tree);
  const unknown = new Set(
    lowering.problems
      .filter(({rule}) => rule === 'tag-undefined')
      .map(({position}) => position?.start.offset),
  );
  // Whether a tag of an unknown name may stand where it does, nobody can say.
  const found = lowering.problems.filter(
    ({rule, position}) => rule !== 'child-invalid' || !unknown.has(position?.start.offset),
  );
  // What a site's transformation takes in is looked at before and after it.
  return distinct(found).sort(byPlace);
}

class Lowering implements Evaluator {
  readonly problems: Problem[] = [];
  readonly #options: LowerOptions;
  /** What is being lowered: each stands in the one before it. */
  readonly #parents: Node[];
  readonly #isCheck: boolean;

  /** @param isCheck Whether what comes of it is not needed. */
  constructor(options: LowerOptions, parents: readonly Node[] = [], isCheck = false) {
    this.#options = options;
    this.#parents = [...parents];
    this.#isCheck = isCheck;
  }

  children(parent: Parent): void {
    const children: Node[] = [];
    this.#parents.push(parent);
    for (const child of parent.children) {
      for (const node of this.#tagsAlone(child)) {
        append(children, this.#node(node as RootContent, parent));
      }
    }
    this.#parents.pop();
    parent.children = joinTexts(children);
  }

  #node(node: RootContent, parent: Node): Node[] {
    if (node.type === 'markdocTag') return this.#tag(node);
    if (node.type === 'markdocFault') return this.#fault(node);
    if (node.type === 'markdocValue') return this.#value(node);
    if (node.type === 'code') return this.#fence(node, parent);
    const transformed = this.#transform(node, parent);
    if (transformed) return transformed;
    if (node.type === 'html') {
      const fault = tagInHtml(node, this.#options.source);
      if (fault) {
        this.problems.push(fault);
        return [sourceBox(node.value, fault.message, holdsText(parent))];
      }
    }
    if (node.type === 'markdocAnnotation' && !holdsText(parent)) {
      const message = `Can't apply inline annotations to '${parent.type}'`;
      this.problems.push(problem('no-inline-annotations', message, node.position));
      return [sourceBox(node.value, message, true)];
    }
    if ('children' in node) {
      this.children(node);
      append(this.problems, annotate(node, this.#parents, this));
    }
    return [node];
  }

  /**
   * A paragraph that holds nothing but tags which are blocks by nature stands for these tags: `{% note %}Text{% /note %}` on
   * one line is a note, not a note inside of a paragraph.
   */
  #tagsAlone(node: Node): Node[] {
    if (node.type !== 'paragraph') return [node];
    const alone: MarkdocTag[] = [];
    for (const child of (node as Parent).children) {
      if (isBlank(child)) continue;
      if (!isTag(child) || !this.#tagNamed(child.name)?.aloneIsBlock) return [node];
      alone.push(child);
    }
    return alone.map((tag) => {
      const paragraph = {type: 'paragraph', children: tag.children};
      return {...tag, inline: false, children: tag.children.every(isBlank) ? [] : [paragraph]};
    });
  }

  #tag(written: MarkdocTag): Node[] {
    const {tag, schema, context, found} = this.#checked(written);
    schema?.prepare?.(tag, context);
    this.children(tag);

    // A tag that is wrong by its schema is lowered as well, for what else there is to report.
    const lowered = schema?.lower(tag, context) ?? [];
    return this.#unlessFaulty(lowered, written, tag.inline, found);
  }

  /** The tag with the values of its attributes, and what is wrong with its name and with them. */
  #checked(written: MarkdocTag) {
    const found: Problem[] = [];
    const schema = this.#tagNamed(written.name);
    const tag = {...written, attributes: this.evaluateAll(written.attributes, found, schema)};
    const context = this.#contextOf(tag, schema, found);
    if (schema) {
      // What an attribute without a value lacks beside the value is said already.
      const failed = new Set(found.map(({position}) => position));
      const names = written.attributes.filter(({position}) => failed.has(position));
      const more = schema.attributesFor?.(tag, context);
      const own = more ? {...schema, attributes: {...more, ...schema.attributes}} : schema;
      const lacking = new Set(names.map(({name}) => name));
      append(found, validateTag(tag, own, this.#config(), lacking));
    } else found.push(undefinedTag(tag.name, tag.opening, Object.keys(this.#options.tags)));
    return {tag, schema, context, found};
  }

  /** What a node was lowered to; its source, where something is wrong with it by more than a warning. */
  #unlessFaulty(lowered: Node[], written: Node, inline: boolean, found: Problem[]): Node[] {
    append(this.problems, found);
    const fault = found.find(({level}) => level === 'error');
    if (!fault) return lowered;
    const {start, end} = written.position ?? {};
    const source = this.#options.source.slice(start?.offset, end?.offset);
    return [sourceBox(source, fault.message, inline)];
  }

  /** What the functions of a schema are given. */
  #config(): Config {
    const parents = [...this.#parents];
    // Few functions ask for them.
    const validation = {
      get parents() {
        return parents.map(toMarkdocParent);
      },
    };
    return {...this.#options.scope, validation};
  }

  #fence(node: Code, parent: Node): Node[] {
    const {attributes, text} = processFence(node, this.#options, this);
    const transformed = this.#transform(annotated(node, attributes), parent);
    if (transformed) return transformed;
    if (!text) return [boxOf(attributes, node)];
    // An element puts the reader's values in, in place of the examples.
    const name = this.#options.importModule('@theme/FlowFence');
    return [boxOf(attributes, element(name, plainAttributes({text}), [node], false))];
  }

  /** A heading, a fence and so on for which the site has a schema of its own. */
  #transform(node: Node, parent: Node): Node[] | undefined {
    const {nodeSchemas, transformation} = this.#options;
    const type = markdocTypeOf(node);
    if (type === undefined || !nodeSchemas?.has(type) || transformation?.isDone(node))
      return undefined;
    // For Markdoc it is none.
    if (type === 'paragraph' && isTightItem(parent, this.#parents.at(-2))) return undefined;
    const found: Problem[] = [];
    // What is wrong inside is told before it is transformed; what comes out may have nothing of it.
    if (transformation && 'children' in node)
      append(found, this.#check(structuredClone(node) as Parent));
    const annotations = annotationsOf(node, parent);
    for (const annotation of annotations) {
      annotation.attributes = this.evaluateAll(annotation.attributes, found);
    }
    found.push(...validateNode(node, this.#config(), parent));
    if (!transformation) {
      this.problems.push(...found);
      // Markdoc's own schema knows nothing of what may be in them.
      for (const annotation of annotations) annotation.attributes = [];
      return undefined;
    }
    const context: ElementContext = {
      importModule: this.#options.importModule,
      report: (rule, message, _place, help) =>
        found.push(problem(rule, message, node.position, help)),
    };
    const made = rootOf(transformation.run(node, context, parent));
    this.children(made);
    const inline = holdsText(parent) && parent.type !== 'listItem';
    return this.#unlessFaulty(made.children, node, inline, found);
  }

  #fault(fault: MarkdocFault): Node[] {
    const found = this.#misspelt(fault) ?? this.#unclosed(fault) ?? fault.problem;
    if (!fault.reported) this.problems.push(found);
    if (fault.tag) append(this.problems, this.#checked(fault.tag).found);
    return [sourceBox(fault.value, found.message, fault.inline)];
  }

  /** A closing tag whose opening tag has another name: where only the closing one is a tag, it is the opening one that is wrong. */
  #misspelt({name, opening}: MarkdocFault): Problem | undefined {
    if (!opening || name === undefined) return undefined;
    if (this.#tagNamed(opening.name) || !this.#tagNamed(name)) return undefined;
    const message = `Undefined tag: '${opening.name}'`;
    return problem('tag-undefined', message, opening.position, `Did you mean '${name}'?`);
  }

  /** An opening tag that nothing closes: where there is no such tag, or where it holds nothing, a closing one is not what is missing. */
  #unclosed({tag, problem: {rule, message, position}}: MarkdocFault): Problem | undefined {
    if (!tag || rule !== 'missing-closing') return undefined;
    const schema = this.#tagNamed(tag.name);
    if (!schema) return undefinedTag(tag.name, position, Object.keys(this.#options.tags));
    if (!schema.selfClosing) return undefined;
    const help = `Close it with a slash at its end, since it encloses nothing: {% ${tag.name} /%}.`;
    return problem(rule, message, position, help);
  }

  /** A variable or a function in the text. */
  #value(node: MarkdocValue): Node[] {
    const before = this.problems.length;
    const evaluated = this.evaluate(node.content, node.position);
    const [first] = this.problems.slice(before);
    if (first) return [sourceBox(node.value, first.message, true)];
    if (evaluated.known) {
      const value = asText(evaluated.value);
      return value === '' ? [] : [{type: 'text', value, position: node.position} as Node];
    }
    if (evaluated.reader) return [this.#readerValue(node)];
    const data = {estree: programOf(evaluated.expression)};
    return [{type: 'mdxTextExpression', value: '', data} as Node];
  }

  /** A value of the reader's in the text. */
  #readerValue(node: MarkdocValue): Node {
    const {content, position} = node;
    const value = Markdoc.Ast.isVariable(content)
      ? valueInText(content.path, this.#options)
      : valueKnownLater('A function', true);
    if ('rule' in value) {
      this.problems.push(problemAt(position, value));
      return sourceBox(node.value, value.message, true);
    }
    const name = this.#options.importModule('@theme/FlowValue');
    return element(name, plainAttributes({value}), [], true);
  }

  evaluate(
    value: unknown,
    position: Position | undefined,
    optional = false,
    state?: ReaderState,
  ): Evaluated {
    const {scope} = this.#options;
    const context: EvaluationContext = {
      scope: state ? inState(scope, state) : scope,
      flows: this.#options,
      importModule: this.#options.importModule,
      report: (complaint) => this.problems.push(problemAt(position, complaint)),
    };
    return evaluate(value, context, optional);
  }

  /** What only the reader's page knows stays as it was written, and is reported where the tag cannot take it. */
  evaluateAll(attributes: readonly TagAttribute[], found: Problem[], schema?: Tag): TagAttribute[] {
    return attributes.map((attribute) => {
      if (attribute.value === null || typeof attribute.value !== 'object') return attribute;
      const before = this.problems.length;
      const evaluated = this.evaluate(attribute.value, attribute.position, schema?.optionalValues);
      // What is wrong with a value is wrong with the tag: it is not shown without it.
      append(found, this.problems.splice(before));
      if (evaluated.known) return {...attribute, value: evaluated.value, isEvaluated: true};
      const name = `Attribute '${attribute.name}'`;
      if (schema?.optionalValues) return attribute;
      if (evaluated.reader || !schema?.runtimeValues) {
        const complaint = valueKnownLater(name, evaluated.reader === true);
        found.push(problemAt(attribute.position, complaint));
      }
      return attribute;
    });
  }

  #contextOf(tag: MarkdocTag, schema: Tag | undefined, found: Problem[]): LowerContext {
    const options = this.#options;
    const report: LowerContext['report'] = (rule, message, place, help) => {
      const at =
        typeof place === 'object' ? place : tag.attributes.find(({name}) => name === place);
      const position = at && isTag(at) ? at.opening : at?.position;
      found.push(problem(rule, message, position ?? tag.opening, help));
    };
    return {
      get(name) {
        const value = attributeValue(tag.attributes, name);
        // What only the reader's page knows is reported where it is not allowed.
        return Markdoc.Ast.isAst(value) ? undefined : value;
      },
      evaluate: (attribute, state) =>
        attribute.isEvaluated
          ? {known: true, value: attribute.value}
          : this.evaluate(attribute.value, attribute.position, schema?.optionalValues, state),
      report,
      parent: this.#parents.at(-1),
      isCheck: this.#isCheck,
      checkOnly: (nodes, except) => {
        const mistakes = this.#check(rootOf(nodes)).filter(({rule}) => rule !== except);
        append(this.problems, mistakes);
      },
      checkBody: (nodes) => append(found, this.#check(rootOf(nodes))),
      importModule: options.importModule,
      includePartial(file, variables) {
        const partial = options.findPartial(file, variables);
        if ('path' in partial) {
          return found.length > 0 ? undefined : options.includePartial(partial);
        }
        report(partial.rule, partial.message, 'file', partial.help);
        return undefined;
      },
      findFlow: options.findFlow,
      flowIds: options.flowIds,
      hasImage: options.hasImage,
    };
  }

  /** The mistakes in what a node encloses that will not be a part of the page. */
  #check(parent: Parent): Problem[] {
    const options: LowerOptions = {
      ...this.#options,
      // What is wrong with a node is wrong before it is transformed.
      transformation: undefined,
      importModule: () => 'unused',
      includePartial: () => undefined,
    };
    const dry = new Lowering(options, this.#parents, true);
    dry.children(parent);
    return dry.problems;
  }

  /** Tag names come from the page: `constructor` is no tag. */
  #tagNamed(name: string): Tag | undefined {
    const {tags} = this.#options;
    return Object.hasOwn(tags, name) ? tags[name] : undefined;
  }
}

function rootOf(children: Node[]): Parent {
  return {type: 'root', children};
}

/** What variables mean where the reader has made certain choices. */
function inState(scope: Scope, {flows}: ReaderState): Scope {
  const runtime = new Set(scope.runtime);
  runtime.delete(readerRoot);
  return {...scope, runtime, variables: {...scope.variables, [readerRoot]: flows}};
}

/** Texts that a value or a branch brought side by side become one, as if they had been written so. */
function joinTexts(nodes: Node[]): Node[] {
  const joined: Node[] = [];
  for (const node of nodes) {
    if (joined.at(-1)?.type === 'text' && node.type === 'text') {
      const [before, after] = [joined.pop(), node] as [Text, Text];
      const start = before.position?.start;
      const end = after.position?.end;
      const position = start && end && {start, end};
      const text: Text = {type: 'text', value: before.value + after.value, position};
      joined.push(text);
    } else joined.push(node);
  }
  return joined;
}

/** Adds to a list what can be more than a call may have arguments. */
function append<Item>(list: Item[], items: readonly Item[]): void {
  for (const each of items) list.push(each);
}
