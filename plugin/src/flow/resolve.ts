import {type Asked, holds} from './ask.js';
import type {CompiledField, Expression, Scalar} from './types.js';

/** What an expression has come to, and what went into it. */
export interface Resolved {
  readonly value: Scalar | readonly Scalar[];
  /** The fields whose answers are in it. */
  readonly fields: readonly string[];
  /** An answer is missing, and its placeholder stands there. */
  readonly missing: boolean;
}

/** What resolving needs to know. */
export type Scope = Pick<Asked, 'flow' | 'known'>;

export function fieldOf({flow}: Pick<Scope, 'flow'>, id: string): CompiledField | undefined {
  return flow.fields.find((field) => field.id === id);
}

/**
 * What an expression comes to.
 *
 * @param withoutSecrets put the placeholder in place of each secret
 */
export function resolve(scope: Scope, expression: Expression, withoutSecrets = false): Resolved {
  if (typeof expression !== 'object' || expression === null) {
    return {value: expression, fields: [], missing: false};
  }
  if ('ref' in expression) return reference(scope, expression.ref, withoutSecrets);
  if ('cases' in expression) return resolve(scope, caseOf(scope, expression), withoutSecrets);
  const isText = 'text' in expression;
  const parts = (isText ? expression.text : expression.list).map((part) =>
    resolve(scope, part, withoutSecrets),
  );
  const values = parts.flatMap((part) => part.value);
  return {
    value: isText ? values.map(String).join('') : values,
    fields: parts.flatMap((part) => part.fields),
    missing: parts.some((part) => part.missing),
  };
}

/** The first case that holds; where none does, there is nothing. */
export function caseOf({known}: Scope, {cases}: Extract<Expression, {cases: unknown}>): Expression {
  const match = cases.find(([when]) => holds(when, known));
  return match ? match[1] : '';
}

function reference(scope: Scope, name: string, withoutSecrets: boolean): Resolved {
  const field = fieldOf(scope, name);
  const value = scope.known.get(name);
  if (!field) return {value: value ?? '', fields: [], missing: false};
  const missing = value === undefined && !field.optional;
  const hide = missing || (withoutSecrets && field.secret);
  const shown = hide ? field.placeholder : (value ?? '');
  const list = field.value.type === 'array';
  return {
    value: list ? [shown].flat().filter((item) => item !== '') : shown,
    fields: [name],
    missing,
  };
}
