import {findFault, own} from '../flow/engine.js';
import type {CompiledFlow, ShareableAnswers, Value} from '../flow/index.js';

/** What may be anything, since anybody can have written it. */
type Stored = {readonly [name: string]: unknown} | undefined;

/** What is kept of the reader's answers: the choices, or the values, of each flow by their names. */
function parseStored(text: string | null): Stored {
  try {
    // Mostly there is nothing, and an error would take longer than the rest of a keystroke's keeping.
    return text ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}

/** What may be stored of answers: known choices with their options, known fields with right values, no secret. */
export function storableAnswers(
  flow: CompiledFlow,
  answers: {readonly choices?: Stored; readonly values?: Stored},
): ShareableAnswers {
  const choices: {[choice: string]: string} = {};
  for (const {id, options} of flow.choices) {
    const option = options.find((each) => each.id === own(answers.choices, id));
    if (option) choices[id] = option.id;
  }
  const values: {[field: string]: Value} = {};
  for (const field of flow.fields) {
    const value = own(answers.values, field.id);
    if (value === undefined || field.secret || findFault(field, value, flow.forbidden)) continue;
    values[field.id] = value as Value;
  }
  return {choices, values};
}

/** Reads the answers to a flow from what is stored. */
export function readAnswers(
  flow: CompiledFlow,
  choices: string | null,
  values: string | null,
): ShareableAnswers {
  return storableAnswers(flow, {
    choices: own(parseStored(choices), flow.id) as Stored,
    values: own(parseStored(values), flow.id) as Stored,
  });
}

/** What is to be stored once the answers to one flow are put into it; `null` where nothing is left. */
export function writeAnswers(
  text: string | null,
  flow: string,
  answers: {readonly [name: string]: unknown} = {},
): string | null {
  const {[flow]: _, ...others} = Object(parseStored(text));
  const all = Object.keys(answers).length > 0 ? {...others, [flow]: answers} : others;
  return Object.keys(all).length > 0 ? JSON.stringify(all) : null;
}
