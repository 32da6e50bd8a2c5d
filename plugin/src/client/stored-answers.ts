import {
  type CompiledFlow,
  checkValue,
  type ReaderValue,
  type ShareableAnswers,
  type Value,
} from '../flow/index.js';

/**
 * What is kept of the reader's answers, as text: the choices, or the values, of each flow by their names. Anybody can have written it.
 */
type Stored = {readonly [flow: string]: {readonly [name: string]: unknown}};

type Record<T> = {readonly [name: string]: T};

function isRecord(value: unknown): value is Record<unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What is stored, as far as it has the form. */
function parseStored(text: string | null): Stored {
  try {
    const data: unknown = JSON.parse(text ?? '{}');
    if (!isRecord(data)) return {};
    return Object.fromEntries(
      Object.entries(data).filter((entry): entry is [string, Record<unknown>] =>
        isRecord(entry[1]),
      ),
    );
  } catch {
    return {};
  }
}

function own(record: Record<unknown>, name: string): unknown {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

/** The value of a field among what is stored; `undefined` where there is none, or not a right one. */
export function readValue(
  text: string | null,
  {flow, field, forbidden}: Pick<ReaderValue, 'flow' | 'field' | 'forbidden'>,
): Value | undefined {
  const stored = own(parseStored(text), flow);
  const value = isRecord(stored) ? own(stored, field.id) : undefined;
  return value === undefined || checkValue(field, value, forbidden) ? undefined : (value as Value);
}

/**
 * Reads the answers to a flow from what is stored: known choices with their options, known fields with right values, no secret.
 */
export function readAnswers(
  flow: CompiledFlow,
  choices: string | null,
  values: string | null,
): ShareableAnswers {
  const chosen = parseStored(choices)[flow.id] ?? {};
  return {
    choices: Object.fromEntries(
      flow.choices.flatMap(({id, options}) => {
        const option = options.find((each) => each.id === own(chosen, id));
        return option ? [[id, option.id]] : [];
      }),
    ),
    values: Object.fromEntries(
      flow.fields.flatMap((field) => {
        const {id, secret} = field;
        const value = secret
          ? undefined
          : readValue(values, {flow: flow.id, field, forbidden: flow.forbidden});
        return value === undefined ? [] : [[id, value]];
      }),
    ),
  };
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

/** The answers to a flow that may be stored: right ones, and no secrets. */
export function storableAnswers(flow: CompiledFlow, answers: ShareableAnswers): ShareableAnswers {
  return readAnswers(
    flow,
    JSON.stringify({[flow.id]: answers.choices ?? {}}),
    JSON.stringify({[flow.id]: answers.values ?? {}}),
  );
}

/** Longer than any address, and short enough to be seen as a whole. */
const maxLength = 300;

/** What YAML reads as something else than a text. */
const noText = [
  /^(?:true|false|yes|no|on|off|y|n|null)$/i,
  /^0(?:b[01_]+|o[0-7_]+|x[\da-f_]+)$/i,
  /^\d[\d_]*(?:\.[\d_]*)?(?:e[+-]?\d+)?$/i,
  /^\d[\d_]*(?::[0-5]?\d)+(?:\.[\d_]*)?$/,
  /^\d{4}-\d\d?-\d\d?(?:t.*)?$/i,
];

/**
 * Whether a text means itself wherever it may stand in a file or a command: with and without quotes around it, in shells, YAML, JSON
 * and env files. Such texts are few, and of these are the values that readers show: host names, addresses, ids.
 *
 * @example
 * isSafeInFence('https://acme.eu.auth0.com') // true
 * isSafeInFence('$(reboot)') // false
 */
export function isSafeInFence(text: string): boolean {
  return (
    text.length <= maxLength &&
    // What begins with another character is an option, a file or a directive to some; a colon at the end makes a key.
    /^[A-Za-z0-9/](?:[A-Za-z0-9._:/@+-]*[A-Za-z0-9._/@+-])?$/.test(text) &&
    !noText.some((each) => each.test(text))
  );
}
