import type {Config, ConfigFunction, Function as MarkdocFunction, Variable} from '@markdoc/markdoc';
import type {Expression} from 'estree';
import {valueToEstree} from 'estree-util-value-to-estree';
import {call, identifier, member, objectOf} from '../jsx/estree.js';
import {type PageModules, runtimeModule} from '../jsx/page-modules.js';
import {Markdoc} from '../markdoc.js';
import {didYouMean} from '../nearest.js';
import {type Complaint, failureOf} from '../problems.js';
import {maxNesting} from '../syntax/index.js';
import {type FlowFinder, findReference, readerRoot, variablesIn} from './reader-values.js';

/**
 * What variables, functions and the site's schemas mean in one file: Markdoc's configuration, which is what the functions of the site's own
 * are given.
 */
export interface Scope extends Config {
  /** Values that are known when the page is built. */
  readonly variables: {readonly [name: string]: unknown};
  readonly functions: {readonly [name: string]: ConfigFunction};
  /**
   * Names of which only some values, or none, are known before the page is shown, such as `page`: a partial is compiled once for all pages
   * that include it; and `flows`, what the reader has entered.
   */
  readonly runtime: ReadonlySet<string>;
}

/** Everything that the reader's page knows of itself, by the names among {@link Scope.runtime}; `usePageVariables` has the values. */
export const pageNames = {
  page: ['title', 'version', 'locale'],
  markdoc: ['frontmatter'],
} as const;

/**
 * What a value has come to: itself, where the build knows it, or the JavaScript that says it on the reader's page. What depends on
 * what the `reader` has entered is nothing that a page can compute with: it may stand in a text, in a fence, and in a condition.
 */
export type Evaluated =
  | {known: true; value: unknown}
  | {known: false; expression: Expression; reader?: boolean};

/** What the evaluation needs from the page around it. */
export interface EvaluationContext {
  readonly scope: Scope;
  readonly flows: FlowFinder;
  report(complaint: Complaint): void;
  /** Makes the page import something from a module. */
  importModule: PageModules['import'];
}

/**
 * Evaluates a value of a tag: a plain one, an array or object with values in it, a variable, or a function.
 *
 * @param optional Whether a variable may be missing, as it may in a condition. Elsewhere it is reported, and `undefined`.
 */
export function evaluate(value: unknown, context: EvaluationContext, optional = false): Evaluated {
  if (value === null || typeof value !== 'object') return {known: true, value};
  if (Markdoc.Ast.isVariable(value)) return evaluateVariable(value, context, optional);
  if (Markdoc.Ast.isFunction(value)) return evaluateFunction(value, context);
  const isList = Array.isArray(value);
  const entries = evaluateEntries(value, context, optional);
  const known = knownValues(entries);
  if (known) return {known: true, value: isList ? Object.values(known) : known};
  const named = entries.map(([name, each]) => ({name, expression: toExpression(each)}));
  const expression: Expression = isList
    ? {type: 'ArrayExpression', elements: named.map((each) => each.expression)}
    : objectOf(named);
  return {known: false, expression, reader: entries.some(([, each]) => isReaders(each))};
}

type Entries = readonly (readonly [string, Evaluated])[];

function evaluateEntries(value: object, context: EvaluationContext, optional: boolean): Entries {
  return Object.entries(value).map(([key, each]) => [key, evaluate(each, context, optional)]);
}

/** The values, where all are known. */
function knownValues(entries: Entries): Record<string, unknown> | undefined {
  const known = entries.flatMap(([key, each]) => (each.known ? [[key, each.value]] : []));
  return known.length === entries.length ? Object.fromEntries(known) : undefined;
}

/** Whether only the reader's page knows what is at the end of a variable's path: `$page.title`, where the page does not say it itself. */
export function isKnownLater(
  [root, name]: readonly unknown[],
  {variables, runtime}: Scope,
): boolean {
  if (!runtime.has(String(root))) return false;
  const known = variables[String(root)];
  if (known !== null && typeof known === 'object' && Object.hasOwn(known, String(name)))
    return false;
  return name === undefined || (namesOf(root)?.includes(String(name)) ?? true);
}

function namesOf(root: unknown): readonly string[] | undefined {
  return root === 'page' || root === 'markdoc' ? pageNames[root] : undefined;
}

/** Whether every variable in a value has one that is known while the site is built. */
export function isKnownNow(value: unknown, {variables}: Scope): boolean {
  return variablesIn(value).every(({path}) => follow(path, variables).missing === undefined);
}

/** What is at the end of a path; or as far as the path leads, and which of its keys is missing there. */
function follow(
  path: readonly unknown[],
  variables: Scope['variables'],
): {value: unknown; missing?: number} {
  let value: unknown = variables;
  for (const [at, key] of path.entries()) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, String(key))) {
      return {value, missing: at};
    }
    value = (value as Record<string, unknown>)[String(key)];
  }
  return {value};
}

/** Whether it depends on what the reader has entered. */
export function isReaders(evaluated: Evaluated): boolean {
  return !evaluated.known && evaluated.reader === true;
}

/** What is wrong with a value that must be known when the page is built; one of the reader's is in a place that must not depend on it. */
export function valueKnownLater(place: string, isReaders: boolean): Complaint {
  const rule = 'value-at-run-time';
  if (!isReaders) return {rule, message: `${place} has a value that only the reader's page knows`};
  const help =
    'Show it in the text or in a fence, or decide by it: {% if equals($flows.…, "…") %}.';
  return {rule, message: `${place} has a value that the reader enters`, help};
}

/** The JavaScript for a value, whether it is known or not. */
export function toExpression(evaluated: Evaluated): Expression {
  return evaluated.known ? valueToEstree(evaluated.value) : evaluated.expression;
}

/** What Markdoc shows for a value in a text: nothing for booleans, objects and what is missing. */
export function asText(value: unknown): string {
  if (Array.isArray(value)) return value.map(asText).join('');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function evaluateVariable(
  {path}: Variable,
  context: EvaluationContext,
  optional: boolean,
): Evaluated {
  const [root] = path;
  if (isKnownLater(path, context.scope)) {
    if (root === readerRoot) {
      const reference = findReference(path, context.flows);
      if ('rule' in reference) context.report(reference);
      return readersOwn;
    }
    // It becomes JavaScript, whose tree other tools walk recursively.
    if (path.length > maxNesting) {
      const message = `The path of '${root}' is more than ${maxNesting} long`;
      context.report({rule: 'value-at-run-time', message});
      return {known: true, value: undefined};
    }
    const use = context.importModule(runtimeModule, 'usePageVariables');
    const expression = path.reduce<Expression>(
      (object, key) => member(object, String(key), true),
      call(identifier(use)),
    );
    return {known: false, expression};
  }
  const {value, missing} = follow(path, context.scope.variables);
  if (missing === undefined) return {known: true, value};
  if (!optional) context.report(undefinedVariable(path, missing, value, context.scope));
  return {known: true, value: undefined};
}

function undefinedVariable(
  path: readonly unknown[],
  missing: number,
  found: unknown,
  {variables, runtime}: Scope,
): Complaint {
  const [root, name] = path;
  const ofPage = missing < 2 && runtime.has(String(root)) ? namesOf(root) : undefined;
  const names = ofPage ?? (found && typeof found === 'object' ? Object.keys(found) : []);
  const own = names.filter((each) => found !== variables || each !== 'markdoc');
  const all = own.length > 0 ? `There are ${own.join(', ')}.` : undefined;
  const help = didYouMean(String(ofPage ? name : path[missing]), names, all);
  return {rule: 'variable-undefined', message: `Undefined variable: '${path.join('.')}'`, help};
}

const readersOwn: Evaluated = {
  known: false,
  expression: {type: 'Literal', value: null},
  reader: true,
};

/** The functions that the reader's page can compute: Markdoc's own. */
const clientFunctions = ['and', 'or', 'not', 'equals', 'default', 'debug'];

function evaluateFunction(
  {name, parameters}: MarkdocFunction,
  context: EvaluationContext,
): Evaluated {
  const {functions} = context.scope;
  const schema = Object.hasOwn(functions, name) ? functions[name] : undefined;
  if (!schema) {
    const names = Object.keys(functions);
    const help = didYouMean(name, names, `The functions are ${names.join(', ')}.`);
    const message = `Undefined function: '${name}'`;
    context.report({rule: 'function-undefined', message, help});
    return {known: true, value: undefined};
  }
  // What a function is given may be missing: that is what `default` is for.
  const given = evaluateEntries(parameters, context, true);
  const known = knownValues(given);
  if (known) {
    try {
      return {known: true, value: schema.transform?.(known, context.scope) ?? null};
    } catch (error) {
      const message = failureOf(`Function '${name}'`, error);
      context.report({rule: 'function-failed', message});
      return {known: true, value: undefined};
    }
  }
  if (given.some(([, each]) => isReaders(each))) return readersOwn;
  const markdocs: Scope['functions'] = Markdoc.functions;
  if (!clientFunctions.includes(name) || schema !== markdocs[name]) {
    const message = `'${name}' is computed when the page is built, but is given a value that only the reader's page knows`;
    context.report({rule: 'value-at-run-time', message});
    return {known: true, value: undefined};
  }
  const own = member(identifier(context.importModule(runtimeModule, 'markdocFunctions')), name);
  const expressions = given.map(([, each]) => toExpression(each));
  return {known: false, expression: call(own, expressions)};
}
