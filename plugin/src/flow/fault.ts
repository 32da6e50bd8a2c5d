import type {AnswerMessageId} from './answer-messages.js';
import {isLine, maxListLength, maxValueLength} from './bounds.js';
import type {CompiledField, CompiledFlow, Value, ValueFormat, ValueSchema} from './types.js';

const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const formats: {readonly [format in ValueFormat]: RegExp} = {
  // RFC 1123, without the dot at the end that DNS would allow and that no configuration wants.
  hostname: new RegExp(`^(?=.{1,253}$)${label}(?:\\.${label})*$`, 'i'),
  // An absolute URI of RFC 3986, by the characters that it may consist of.
  uri: /^[a-z][a-z0-9+.-]*:(?:[a-z0-9\-._~:/?#[\]@!$&'()*+,;=]|%[0-9a-f]{2})+$/i,
  uuid: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i,
  email: /^[^\s@"(),:;<>[\\\]]+@[^\s@"(),:;<>[\\\]]+\.[^\s@"(),:;<>[\\\]]+$/,
};

const patterns = new Map<string, RegExp>();

/** Whether a text matches a `pattern` of JSON Schema, which has the `u` flag. */
export function matches(text: string, pattern: string): boolean {
  // Compiled once: a form asks at each keystroke.
  const known = patterns.get(pattern) ?? new RegExp(pattern, 'u');
  patterns.set(pattern, known);
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
  if (schema.format && !formats[schema.format].test(text)) return [schema.format];
  if (schema.pattern !== undefined && !matches(text, schema.pattern)) return ['pattern'];
  return undefined;
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
function trimmed(value: Value): Value {
  if (typeof value === 'string') return value.trim();
  return typeof value === 'boolean' ? value : value.map((item) => item.trim());
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
    const wrongForm = fault[0] === 'pattern' || fault[0] in formats;
    if (wrongForm && !schemaFault(field.value, trimmed(value as Value))) return ['outerSpace'];
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
