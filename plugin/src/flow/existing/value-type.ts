import type {Entry} from './entries.js';
import type {Expected} from './expected.js';
import type {CheckRule} from './rules.js';
import type {KeyCheck, KeySchema} from './types.js';

/** What a value has to be; `number` where the flow writes one, and `undefined` where it writes nothing. */
export type KeyType = KeySchema['type'] | 'number' | undefined;

/** What a value has to be, as its author says or else like what the flow writes. */
export function typeOf({value, isMap}: Expected, check: KeyCheck | undefined): KeyType {
  if (check?.value) return check.value.type;
  if (isMap) return 'object';
  if (Array.isArray(value)) return 'array';
  if (value === null) return undefined;
  return typeof value === 'boolean' || typeof value === 'number'
    ? (typeof value as 'boolean' | 'number')
    : 'string';
}

/** What is wrong with the type of a value, if anything. */
export function typeFault({value, isMap}: Entry, type: KeyType): CheckRule | undefined {
  if (Boolean(isMap) !== (type === 'object')) return isMap ? 'needs-no-block' : 'needs-block';
  if (Array.isArray(value) !== (type === 'array')) {
    return type === 'array' ? 'needs-list' : 'needs-no-list';
  }
  const isOf = (words: RegExp) => words.test(String(value));
  if (type === 'string') {
    return typeof value === 'number' || typeof value === 'boolean' ? 'needs-quotes' : undefined;
  }
  if (type === 'number') {
    return typeof value === 'string' && isOf(/^-?\d+(?:\.\d+)?$/) ? 'needs-no-quotes' : undefined;
  }
  if (type === 'boolean' && typeof value !== 'boolean') {
    return isOf(/^(?:true|false)$/i) ? 'needs-no-quotes' : 'needs-boolean';
  }
  if (type === 'integer' && !Number.isInteger(value)) {
    return isOf(/^\d+$/) ? 'needs-no-quotes' : 'needs-number';
  }
  return undefined;
}
