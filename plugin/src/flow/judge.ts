import {type Asked, ask, type Choices, holds, isEmpty, own, report} from './ask.js';
import {findFault, matches} from './fault.js';
import {resolve} from './resolve.js';
import type {
  Answers,
  CompiledField,
  CompiledFlow,
  CompiledRule,
  FieldState,
  Value,
} from './types.js';

/** What {@link ask} knows, and what the fields hold. */
export interface Judged extends Asked {
  /** The fields that apply. Their problems are in {@link Asked.problems}. */
  readonly fields: readonly Omit<FieldState, 'problem'>[];
}

/** What a field holds. Its problem is noted, and where it has none that matters, its value. */
function answerTo(field: CompiledField, asked: Asked): Value | undefined {
  const given = own<Value>(field.secret ? asked.answers.secrets : asked.answers.values, field.id);
  const value = given === undefined ? field.default : given;
  if (value === undefined || isEmpty(value)) {
    if (!field.optional) report(asked, field, 'missing');
    return value;
  }
  const fault = findFault(field, value, asked.flow.forbidden);
  if (fault) report(asked, field, ...fault);
  // A half-typed value is shown as far as it goes; one that no file may hold leaves the placeholder standing.
  const harmful = ['type', 'lineBreak', 'control', 'forbidden', 'maxLength', 'maxItems'];
  if (!fault || !harmful.includes(fault[0])) asked.known.set(field.id, value);
  return value;
}

function isBroken(rule: CompiledRule, asked: Asked): boolean {
  if (!holds(rule.when, asked.known)) return false;
  const expressions = rule.different ?? (rule.matches ? [rule.matches.value] : []);
  const sides = expressions.map((expression) => resolve(asked, expression));
  // A rule speaks once the answers it is about are there and right in themselves.
  const ready = sides.every(
    (side) => !side.missing && side.fields.every((id) => !asked.problems.has(id)),
  );
  if (!ready) return false;
  const texts = sides.map((side) => String(side.value));
  return rule.matches ? !matches(texts[0] ?? '', rule.matches.pattern) : texts[0] === texts[1];
}

/** Which fields apply, and what is wrong with the answers. */
export function judge(flow: CompiledFlow, answers: Answers = {}, fixed: Choices = {}): Judged {
  const asked = ask(flow, answers, fixed);
  const fields: Omit<FieldState, 'problem'>[] = [];
  for (const field of flow.fields) {
    if (holds(field.when, asked.known)) fields.push({field, value: answerTo(field, asked)});
  }
  for (const rule of flow.rules) {
    const broken = isBroken(rule, asked) && fields.find(({field}) => field.id === rule.field);
    if (broken) report(asked, broken.field, 'rule', {reason: rule.message});
  }
  return {...asked, fields};
}
