import {answerProblem, type FlowMessageId} from './messages.js';
import type {AnswerProblem, CompiledField, Value, ValueFormat, ValueSchema} from './types.js';

/**
 * The bounds of every value, whatever its schema says: far above what a configuration holds, and low enough that no
 * address or paste can make a page slow.
 */
export const MAX_LENGTH = 2000;
export const MAX_ITEMS = 100;

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

/** The regular expression of a JSON Schema `pattern` (which has the `u` flag), made once. */
export function regExp(pattern: string): RegExp {
  const made = patterns.get(pattern) ?? new RegExp(pattern, 'u');
  patterns.set(pattern, made);
  return made;
}

type Fault = [id: FlowMessageId, params?: {readonly [name: string]: string}];

/**
 * Says why a text can be in no file: every value is one line of well-formed Unicode.
 *
 * U+0085, U+2028 and U+2029 are line breaks to some parsers and not to others.
 */
function textFault(text: string): Fault | undefined {
  if (/[\n\r\x85\u2028\u2029]/.test(text)) return ['lineBreak'];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  if (/[\0-\x1f\x7f-\x9f\ufffe\uffff]|\p{Cs}/u.test(text)) return ['control'];
  return undefined;
}

function stringFault(schema: ValueSchema, text: string): Fault | undefined {
  // JSON Schema counts characters, not UTF-16 units.
  const length = Array.from(text).length;
  const max = Math.min(schema.maxLength ?? MAX_LENGTH, MAX_LENGTH);
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
  if (schema.pattern !== undefined && !regExp(schema.pattern).test(text)) return ['pattern'];
  return undefined;
}

function listFault(schema: ValueSchema, list: readonly unknown[]): Fault | undefined {
  const max = Math.min(schema.maxItems ?? MAX_ITEMS, MAX_ITEMS);
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
 * Checks a value against its field alone: its type, its schema, and what no value may contain.
 *
 * @param field a field of a compiled flow
 * @param value anything, from whatever source
 * @param forbidden the flow's `forbidden` texts
 * @returns the first problem, or `undefined` where the value is right
 * @example
 * checkValue(flow.fields[0], 'https://acme.eu.auth0.com')?.message
 * // 'Enter the host name alone, without https:// and without a path, like this: acme.eu.auth0.com'
 */
export function checkValue(
  field: CompiledField,
  value: unknown,
  forbidden: readonly {readonly text: string; readonly message: string}[] = [],
): AnswerProblem | undefined {
  const example = field.example;
  const known = {
    label: field.label,
    example:
      example === undefined || typeof example === 'boolean' ? '' : [example].flat().join(', '),
  };
  const fault = schemaFault(field.value, value);
  if (fault) {
    const [id, params] = fault;
    const wrongForm = id === 'pattern' || id in formats;
    if (wrongForm && !schemaFault(field.value, trimmed(value as Value))) {
      return answerProblem(field.id, 'outerSpace', known);
    }
    return wrongForm && field.expects
      ? answerProblem(field.id, 'expects', {...known, expects: field.expects})
      : answerProblem(field.id, id, {...known, ...params});
  }
  for (const text of [value as Value].flat()) {
    const hit = forbidden.find((each) => String(text).includes(each.text));
    if (hit) return answerProblem(field.id, 'forbidden', {...known, reason: hit.message});
  }
  return undefined;
}
