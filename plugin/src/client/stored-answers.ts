import {findFault} from '../flow/fault.js';
import type {
  CompiledField,
  CompiledFlow,
  ReaderValue,
  ShareableAnswers,
  Value,
} from '../flow/index.js';

type Record<T> = {readonly [name: string]: T};

function isRecord(value: unknown): value is Record<unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * What is kept of the reader's answers, as text: the choices, or the values, of each flow by their names. Anybody can have written it.
 */
function parseStored(text: string | null): Record<unknown> {
  try {
    const data: unknown = JSON.parse(text ?? '{}');
    return isRecord(data) ? data : {};
  } catch {
    return {};
  }
}

function own<T>(record: Record<T>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

/** What is stored for one flow. */
function storedFor(flow: string, text: string | null): Record<unknown> {
  const stored = own(parseStored(text), flow);
  return isRecord(stored) ? stored : {};
}

/** The value of a field among what is given; `undefined` where there is none, or not a right one. */
function rightValue(
  given: Record<unknown>,
  field: CompiledField,
  forbidden: CompiledFlow['forbidden'],
): Value | undefined {
  const value = own(given, field.id);
  return value === undefined || findFault(field, value, forbidden) ? undefined : (value as Value);
}

/** The value of a field among what is stored; `undefined` where there is none, or not a right one. */
export function readValue(
  text: string | null,
  {flow, field, forbidden}: Pick<ReaderValue, 'flow' | 'field' | 'forbidden'>,
): Value | undefined {
  return rightValue(storedFor(flow, text), field, forbidden);
}

/** What is right of the answers that are given: known choices with their options, known fields with right values, no secret. */
function rightAnswers(
  flow: CompiledFlow,
  chosen: Record<unknown>,
  given: Record<unknown>,
): ShareableAnswers {
  const choices: {[choice: string]: string} = {};
  for (const {id, options} of flow.choices) {
    const option = options.find((each) => each.id === own(chosen, id));
    if (option) choices[id] = option.id;
  }
  const values: {[field: string]: Value} = {};
  for (const field of flow.fields) {
    const value = field.secret ? undefined : rightValue(given, field, flow.forbidden);
    if (value !== undefined) values[field.id] = value;
  }
  return {choices, values};
}

/** Reads the answers to a flow from what is stored. */
export function readAnswers(
  flow: CompiledFlow,
  choices: string | null,
  values: string | null,
): ShareableAnswers {
  return rightAnswers(flow, storedFor(flow.id, choices), storedFor(flow.id, values));
}

/** The answers to a flow that may be stored. */
export function storableAnswers(
  flow: CompiledFlow,
  {choices = {}, values = {}}: ShareableAnswers,
): ShareableAnswers {
  return rightAnswers(flow, choices, values);
}

/**
 * Puts the answers to one flow into what is stored.
 *
 * @returns The new text; `null` where nothing is left.
 */
export function writeAnswers(
  text: string | null,
  flow: string,
  answers: Record<unknown>,
): string | null {
  const {[flow]: _, ...others} = parseStored(text);
  const all = Object.keys(answers).length > 0 ? {...others, [flow]: answers} : others;
  return Object.keys(all).length > 0 ? JSON.stringify(all) : null;
}
