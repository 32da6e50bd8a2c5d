import {nearest} from '../nearest.js';
import type {FlowProblem, FlowRule, Place} from './flow-rules.js';
import {at, entries, entry, items, type SourceNode, text} from './source.js';
import type {Expression, Scalar, When} from './types.js';

/** What a condition has come to: `true` and `false` where no answer can change it. */
export type Folded = When | boolean;

/** Through more values than this, a reference is a mistake, and a danger to what follows it. */
const maxChain = 100;

export const isScalar = (expression: Expression): expression is Scalar =>
  typeof expression !== 'object' || expression === null;

/** Joins neighbouring texts, and a text without references into a string. */
function joined(parts: readonly Expression[]): Expression {
  const flat = parts.flatMap((part) => (!isScalar(part) && 'text' in part ? part.text : [part]));
  const text: Expression[] = [];
  for (const part of flat) {
    const last = text.at(-1);
    if (isScalar(part) && last !== undefined && isScalar(last))
      text.splice(-1, 1, `${last}${part}`);
    else if (part !== '') text.push(part);
  }
  const [first = ''] = text;
  return text.length < 2 && isScalar(first) ? String(first) : {text};
}

/** For the end of a message about a name that there is not: the one that was probably meant. */
export function hint(name: string, names: readonly string[], otherwise = ''): string {
  const near = nearest(name, names);
  return near ? `; did you mean “${near}”?` : otherwise;
}

function keysOf(node: SourceNode | undefined): string[] {
  return entries(node).map(({key}) => key);
}

/**
 * The names of a flow: what references and conditions may use, and what they have used; and what was found wrong with the flow.
 *
 * Values (`values:`) exist only here: a reference to one becomes its expression, so that what is sent to the page knows only
 * choices and fields.
 */
export class Names {
  readonly problems: FlowProblem[] = [];
  readonly #root: SourceNode;
  readonly #used = new Set<string>();
  readonly #pending = new Set<string>();

  constructor(root: SourceNode) {
    this.#root = root;
    const seen = new Map<string, string>();
    for (const kind of ['choices', 'fields', 'values']) {
      for (const {key, keyPlace} of entries(at(root, kind))) {
        const other = seen.get(key);
        if (other)
          this.report('flow-duplicate-name', keyPlace, `“${key}” is already one of the ${other}`);
        seen.set(key, kind);
      }
    }
  }

  report(rule: FlowRule, place: Place, message: string): void {
    this.problems.push({rule, message, ...place});
  }

  isField(name: string): boolean {
    return entry(at(this.#root, 'fields'), name) !== undefined;
  }

  #isList(name: string): boolean {
    return text(at(this.#root, 'fields', name, 'value'), 'type') === 'array';
  }

  /** Says that a name is unknown, and which one was probably meant. */
  unknown(name: string, kinds = ['choice', 'field', 'value']): string {
    const names = kinds.flatMap((kind) => keysOf(at(this.#root, `${kind}s`)));
    const what = kinds.join(', ').replace(/, (?=\w+$)/, ' or ');
    return `There is no ${what} “${name}”${hint(name, names)}`;
  }

  /** What stands at a place of a file: scalars with references, lists of them, and `$cases`. */
  expression(node: SourceNode): Expression {
    if (node.kind === 'scalar') {
      return typeof node.value === 'string' ? this.#template(node.value, node.place) : node.value;
    }
    if (node.kind === 'list') return {list: node.items.map(({value}) => this.expression(value))};
    const cases: [When, Expression][] = [];
    const given = items(at(node, '$cases'));
    if (given.length === 0) {
      const message = 'A map cannot be a value: it has no $cases';
      this.report('flow-content', node.place, message);
    }
    for (const {value} of given) {
      const when = this.fold(at(value, '$when'));
      if (when === false) continue;
      const then = this.expression(at(value, '$value') ?? value);
      // Nothing behind a case that always holds can be reached.
      if (when === true) return cases.length > 0 ? {cases: [...cases, [{}, then]]} : then;
      cases.push([when, then]);
    }
    return {cases};
  }

  /** `${name}` is a reference, `$${` is `${`. */
  #template(template: string, place: Place): Expression {
    const solid = template
      .split(/(\$\$\{|\$\{[^}]*\})/)
      .map((part, index) => {
        if (index % 2 === 0) return part;
        return part === '$${' ? '${' : this.#reference(part.slice(2, -1).trim(), place);
      })
      .filter((part) => part !== '');
    const [only] = solid;
    // Alone, a reference keeps its type.
    if (solid.length === 1 && only !== undefined) return only;
    for (const part of solid) {
      const list = !isScalar(part) && ('list' in part || ('ref' in part && this.#isList(part.ref)));
      if (list) this.report('flow-list-in-text', place, `A list cannot stand inside “${template}”`);
    }
    return joined(solid);
  }

  #reference(name: string, place: Place): Expression {
    this.#used.add(name);
    const value = at(this.#root, 'values', name);
    if (value) return this.#value(name, value, place);
    if (!this.isField(name) && !entry(at(this.#root, 'choices'), name)) {
      this.report('flow-unknown-reference', place, this.unknown(name));
    }
    return {ref: name};
  }

  #value(name: string, node: SourceNode, place: Place): Expression {
    const isCircle = this.#pending.has(name);
    if (isCircle || this.#pending.size >= maxChain) {
      const what = isCircle ? 'refers to itself' : `is behind ${maxChain} other values`;
      this.report('flow-circular-value', place, `“${name}” ${what}`);
      return '';
    }
    this.#pending.add(name);
    const expression = this.expression(node);
    this.#pending.delete(name);
    return expression;
  }

  /**
   * A condition with what is known now worked out.
   *
   * @param before the choice or field that depends on it, which cannot look at what comes after it
   */
  fold(node: SourceNode | undefined, before?: string): Folded {
    const open: {[name: string]: string | boolean | (string | boolean)[]} = {};
    let holds = true;
    for (const {key, keyPlace, value} of entries(node)) {
      this.#used.add(key);
      const nodes = value.kind === 'list' ? value.items.map((item) => item.value) : [value];
      const wanted = nodes.flatMap((each) =>
        each.kind === 'scalar' && each.value !== null ? [each.value] : [],
      );
      const constant = at(this.#root, 'values', key);
      if (constant) {
        const expression = this.#value(key, constant, keyPlace);
        if (isScalar(expression)) {
          holds &&= wanted.some((each) => each === expression);
          continue;
        }
        const message = `“${key}” depends on answers; name those instead`;
        this.report('flow-unknown-condition', keyPlace, message);
      } else {
        this.#known(key, keyPlace, nodes, before);
      }
      const texts = wanted.filter((each) => typeof each !== 'number');
      open[key] = texts.length === 1 && texts[0] !== undefined ? texts[0] : texts;
    }
    if (!holds) return false;
    return Object.keys(open).length > 0 ? open : true;
  }

  /** {@link fold} for what is decided on the page: a condition that always holds is none. */
  condition(node: SourceNode | undefined, before?: string): When | undefined {
    const folded = this.fold(node, before);
    // No answer is an empty list of values, so this never holds.
    if (folded === false) return {'': []};
    return folded === true ? undefined : folded;
  }

  #known(name: string, place: Place, wanted: readonly SourceNode[], before?: string): void {
    const order = ['choices', 'fields'].flatMap((kind) => keysOf(at(this.#root, kind)));
    if (!order.includes(name)) {
      this.report('flow-unknown-condition', place, this.unknown(name));
      return;
    }
    if (before !== undefined && order.indexOf(name) >= order.indexOf(before)) {
      this.report('flow-condition-order', place, `“${name}” comes after “${before}”`);
    }
    const choice = at(this.#root, 'choices', name);
    if (!choice) return;
    const options = keysOf(at(choice, 'options'));
    for (const node of wanted) {
      const value = node.kind === 'scalar' ? String(node.value) : '';
      if (options.includes(value)) continue;
      const end = hint(value, options, `. Options: ${options.join(', ')}`);
      this.report('flow-unknown-option', node.place, `“${name}” has no option “${value}”${end}`);
    }
  }

  /** Takes every name in a part that cannot be compiled as used, so that one mistake is not reported as two. */
  excuse(node: SourceNode): void {
    for (const {value} of [...entries(node), ...items(node)]) this.excuse(value);
    if (node.kind === 'scalar') this.expression(node);
  }

  reportUnused(): void {
    for (const kind of ['fields', 'values']) {
      for (const {key, keyPlace} of entries(at(this.#root, kind))) {
        if (!this.#used.has(key)) this.report('flow-unused', keyPlace, `Nothing uses “${key}”`);
      }
    }
  }
}
