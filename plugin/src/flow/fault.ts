import type {AnswerMessageId} from './answer-messages.js';
import {isLine, maxListLength, maxValueLength} from './bounds.js';
import type {CompiledField, CompiledFlow, Value, ValueSchema} from './types.js';

const compiled = new Map<string, RegExp>();

/** Whether a text matches a `pattern` of JSON Schema, which has the `u` flag. */
export function matches(text: string, pattern: string): boolean {
  // Compiled once: a form asks at each keystroke.
  const known = compiled.get(pattern) ?? new RegExp(pattern, 'u');
  compiled.set(pattern, known);
  return known.test(text);
}

/** What is wrong with a value: which message says so, and what its placeholders stand for. */
type Fault = readonly [id: AnswerMessageId, params?: {readonly [name: string]: string}];

/** Says why a text can be in no file: every value is one line. */
function textFault(text: string): Fault | undefined {
  if (isLine(text)) return undefined;
  return [/[\n\r\x85\u2028\u2029]/.test(text) ? 'lineBreak' : 'control'];
}

function stringFault(schema: ValueSchema, text: string): Fault | undefined {
  // JSON Schema counts characters, not UTF-16 units.
  const length = Array.from(text).length;
  const max = Math.min(schema.maxLength ?? maxValueLength, maxValueLength);
  if (length > max) return ['maxLength', {expected: String(max)}];
  const fault = textFault(text);
  if (fault) return fault;
  if (schema.minLength !== undefined && length < schema.minLength) {
    return ['minLength', {expected: String(schema.minLength)}];
  }
  if (schema.enum && !schema.enum.includes(text)) {
    return ['enum', {expected: schema.enum.join(', ')}];
  }
  const broken = Object.entries(schema.patterns ?? {}).find(([, each]) => !matches(text, each));
  return broken && [broken[0] as AnswerMessageId];
}

function listFault(schema: ValueSchema, list: readonly unknown[]): Fault | undefined {
  const max = Math.min(schema.maxItems ?? maxListLength, maxListLength);
  if (list.length > max) return ['maxItems', {expected: String(max)}];
  if (schema.minItems !== undefined && list.length < schema.minItems) {
    return ['minItems', {expected: String(schema.minItems)}];
  }
  for (const [index, item] of list.entries()) {
    const fault = schemaFault(schema.items ?? {type: 'string'}, item);
    if (fault) return fault;
    if (schema.uniqueItems && list.indexOf(item) < index) {
      return ['uniqueItems', {item: String(item)}];
    }
  }
  return undefined;
}

function schemaFault(schema: ValueSchema, value: unknown): Fault | undefined {
  const type = Array.isArray(value) ? 'array' : typeof value;
  if (type !== schema.type) return ['type'];
  if (schema.const !== undefined && value !== schema.const) {
    return ['const', {expected: String(schema.const)}];
  }
  if (typeof value === 'string') return stringFault(schema, value);
  if (Array.isArray(value)) return listFault(schema, value);
  return undefined;
}

/** The value without the spaces around it that come along when one copies. */
function trimmed(value: unknown): unknown {
  if (typeof value === 'string') return value.trim();
  return Array.isArray(value) ? value.map(trimmed) : value;
}

/**
 * Finds what is wrong with a value, as `checkValue` says it in words. The words
 * are not needed to know whether it is right.
 */
export function findFault(
  field: CompiledField,
  value: unknown,
  forbidden: CompiledFlow['forbidden'] = [],
): Fault | undefined {
  const fault = schemaFault(field.value, value);
  if (fault) {
    const {patterns = {}} = field.value.items ?? field.value;
    const wrongForm = fault[0] in patterns;
    if (wrongForm && !schemaFault(field.value, trimmed(value))) return ['outerSpace'];
    if (!wrongForm) return fault;
    if (field.expects) return ['expects', {expects: field.expects}];
    return [fault[0], {example: [field.example ?? ''].flat().join(', ')}];
  }
  for (const text of [value as Value].flat()) {
    const hit = forbidden.find((each) => String(text).includes(each.text));
    if (hit) return ['forbidden', {reason: hit.message}];
  }
  return undefined;
}
