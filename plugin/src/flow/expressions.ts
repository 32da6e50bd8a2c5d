import {caseOf, type Scope} from './engine.js';
import type {ContentEntry, Expression} from './types.js';

/** The names of the answers that can go into an expression. */
export function refsOf(expression: Expression): string[] {
  if (typeof expression !== 'object' || expression === null) return [];
  if ('ref' in expression) return [expression.ref];
  if ('cases' in expression) return expression.cases.flatMap(([, each]) => refsOf(each));
  return ('text' in expression ? expression.text : expression.list).flatMap(refsOf);
}

/** The same for what stands at a key of a file. */
export function refsIn({value = '', items = []}: ContentEntry): string[] {
  return [value, ...items.map((item) => item.value)].flatMap(refsOf);
}

/** An expression for what is known: of cases, the one that holds. */
export function settle(scope: Scope, expression: Expression): Expression {
  if (typeof expression !== 'object' || expression === null || 'ref' in expression)
    return expression;
  if ('cases' in expression) return settle(scope, caseOf(scope, expression));
  return 'text' in expression
    ? {text: expression.text.map((part) => settle(scope, part))}
    : {list: expression.list.map((part) => settle(scope, part))};
}
