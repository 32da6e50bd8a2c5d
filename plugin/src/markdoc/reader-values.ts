import {createHash} from 'node:crypto';
import type {Variable} from '@markdoc/markdoc';
import {ask} from '../flow/ask.js';
import type {CompiledChoice, CompiledField, CompiledFlow, ReaderValue} from '../flow/types.js';
import {Markdoc} from '../markdoc.js';
import {didYouMean} from '../nearest.js';
import {type Complaint, rules} from '../problems.js';
import {choiceMark, marksAttribute} from '../reader-names.js';

/** The variable under which a page has what its reader has entered: `$flows.mail.host`. */
export const readerRoot = 'flows';

/** How the flows of a site are found. */
export interface FlowFinder {
  /** The flow with this id: what the page imports to have it, itself, and its choices, if they are right. */
  findFlow(
    id: string,
  ):
    | {source: string; flow: CompiledFlow; choices: readonly CompiledChoice[] | undefined}
    | undefined;
  /** The ids of the site's flows. */
  flowIds(): string[];
}

/** What `$flows.mail.host` leads to, or what is wrong with it. */
export type Reference =
  | {readonly flow: CompiledFlow; readonly field: CompiledField; readonly choice?: never}
  | {readonly flow: CompiledFlow; readonly choice: CompiledChoice; readonly field?: never}
  | Complaint;

/** Follows the path of a variable to a field or a choice. */
export function findReference(path: readonly unknown[], flows: FlowFinder): Reference {
  const [, id, name, ...rest] = path.map(String);
  const undefinedAt = (known: readonly string[], key: string | undefined): Complaint => {
    const all = known.length > 0 ? `There are ${known.join(', ')}.` : rules['flow-not-found'];
    const help = key === undefined ? all : didYouMean(key, known, all);
    return {rule: 'variable-undefined', message: `Undefined variable: '${path.join('.')}'`, help};
  };
  const flow = id === undefined ? undefined : flows.findFlow(id)?.flow;
  if (!flow) return undefinedAt(flows.flowIds(), id);
  const field = flow.fields.find((each) => each.id === name);
  const choice = flow.choices.find((each) => each.id === name);
  if (field?.secret) {
    const message = `'${path.join('.')}' is a secret: it stays on the page where it was typed`;
    return {rule: 'value-at-run-time', message, help: 'Write a placeholder in its place.'};
  }
  if (field && rest.length === 0) return {flow, field};
  if (choice && rest.length === 0) return {flow, choice};
  const known = [...flow.choices, ...flow.fields.filter(({secret}) => !secret)].map(({id}) => id);
  return undefinedAt(known, name);
}

/** What the page is to know of the field that a variable in a text leads to, or what is wrong with it. */
export function valueInText(path: readonly unknown[], flows: FlowFinder): ReaderValue | Complaint {
  const reference = findReference(path, flows);
  if ('rule' in reference) return reference;
  if (!reference.choice) return readerValue(reference.flow, reference.field);
  const {id, options} = reference.choice;
  const help = `Decide by it: {% if equals($${readerRoot}.${reference.flow.id}.${id}, "${options[0]?.id}") %} … {% /if %}.`;
  return {rule: 'value-at-run-time', message: `'${id}' is a choice, and no text`, help};
}

function readerValue(flow: CompiledFlow, field: CompiledField): ReaderValue {
  const {id, label, value, placeholder, example} = field;
  return {
    flow: flow.id,
    field: {id, label},
    ...(value.type === 'array' && {list: true}),
    example: example === undefined ? placeholder : [example].flat().join(', '),
  };
}

/** Every variable in a value. */
export function variablesIn(value: unknown): Variable[] {
  if (value === null || typeof value !== 'object') return [];
  if (Markdoc.Ast.isVariable(value)) return [value];
  const inner = Markdoc.Ast.isFunction(value) ? value.parameters : value;
  return Object.values(inner).flatMap(variablesIn);
}

/** What the reader may have chosen: for each choice that matters an option, or nothing yet. */
export interface ReaderState {
  /** The attribute selectors by which a page is told to be in this state. */
  readonly selector: string;
  /** What `$flows` stands for in this state. */
  readonly flows: {readonly [flow: string]: {readonly [choice: string]: string}};
  /** What was chosen, in words; `undefined` where something was not. */
  readonly label: string | undefined;
}

/** More states than that are no condition that an author can have meant. */
const maxStates = 512;

/**
 * Every state in which the choices can be that these references lead to.
 *
 * @returns `undefined` where there are too many.
 */
export function readerStates(references: readonly Reference[]): ReaderState[] | undefined {
  const choices = new Map<string, Asked>();
  const add = (flow: CompiledFlow, choice: CompiledChoice, named: boolean) => {
    const key = `${flow.id}.${choice.id}`;
    if (choices.has(key) && !named) return;
    choices.set(key, {flow, choice, named});
    // Whether it is asked, and what there is to choose, can depend on other choices.
    const conditions = [choice, ...choice.options].map(({when}) => when ?? {});
    for (const id of conditions.flatMap(Object.keys)) {
      const other = flow.choices.find((each) => each.id === id);
      if (other && other !== choice) add(flow, other, false);
    }
  };
  for (const each of references) {
    if ('choice' in each && each.choice) add(each.flow, each.choice, true);
  }
  let states: Chosen[][] = [[]];
  for (const each of choices.values()) {
    const options = [undefined, ...each.choice.options];
    states = states.flatMap((before) => options.map((option) => [...before, {...each, option}]));
    if (states.length > maxStates) return undefined;
  }
  return states.map(stateOf);
}

/** A choice, and whether a condition names it. */
interface Asked {
  readonly flow: CompiledFlow;
  readonly choice: CompiledChoice;
  readonly named: boolean;
}

interface Chosen extends Asked {
  readonly option: CompiledChoice['options'][number] | undefined;
}

function stateOf(chosen: readonly Chosen[]): ReaderState {
  const selectors = chosen.map(({flow, choice, option}) => {
    const is = ({id}: {id: string}) =>
      `[${marksAttribute}~=${JSON.stringify(choiceMark(flow.id, choice.id, id))}]`;
    // What was stored once may be no option any more: then nothing is chosen.
    return option ? is(option) : choice.options.map((each) => `:not(${is(each)})`).join('');
  });
  const flows = [...new Set(chosen.map(({flow}) => flow))].map((flow) => {
    const own = chosen.filter((each) => each.flow === flow);
    const given = own.flatMap(({choice, option}) => (option ? [[choice.id, option.id]] : []));
    const {questions} = ask(flow, {choices: Object.fromEntries(given)});
    // The choices as they hold where the reader has made these.
    return [flow.id, Object.fromEntries(questions.map(({choice, value}) => [choice.id, value]))];
  });
  const labels = chosen.flatMap(({named, option}) => (named ? [option?.label] : []));
  return {
    selector: `html[${marksAttribute}]${selectors.join('')}`,
    flows: Object.fromEntries(flows),
    label: labels.includes(undefined) ? undefined : labels.join(', '),
  };
}

/** A name for a set of states, the same on every page. */
export function stateKey(selectors: readonly string[]): string {
  return createHash('sha256').update(selectors.join()).digest('hex').slice(0, 8);
}
