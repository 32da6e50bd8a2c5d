import {createHash} from 'node:crypto';
import type {Variable} from '@markdoc/markdoc';
import {ask} from '../flow/ask.js';
import type {
  CompiledChoice,
  CompiledField,
  CompiledFlow,
  ReaderValue,
  When,
} from '../flow/types.js';
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
  if ((!field && !choice) || rest.length > 0) {
    const known = [...flow.choices, ...flow.fields.filter(({secret}) => !secret)];
    return undefinedAt(
      known.map((each) => each.id),
      name,
    );
  }
  return field ? {flow, field} : {flow, choice: choice as CompiledChoice};
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

/** Every variable in a value that leads to what the reader has entered. */
export function readerVariables(value: unknown): Variable[] {
  return variablesIn(value).filter(({path}) => path[0] === readerRoot);
}

/** What the reader may have chosen: for each choice that matters an option, or nothing yet. */
export interface ReaderState {
  /** The attribute selectors by which a page is told to be in this state. */
  readonly selector: string;
  /** What `$flows` stands for in this state. */
  readonly flows: {readonly [flow: string]: {readonly [choice: string]: string}};
  /** The labels of what was chosen; `undefined` where something was not. */
  readonly labels: readonly string[] | undefined;
}

/** More states than that are no condition that an author can have meant. */
const maxStates = 512;

/**
 * Every state in which the choices can be that these references lead to.
 *
 * @returns `undefined` where there are too many.
 */
export function readerStates(references: readonly Reference[]): ReaderState[] | undefined {
  const choices = new Map<string, {flow: CompiledFlow; choice: CompiledChoice; named: boolean}>();
  const add = (flow: CompiledFlow, choice: CompiledChoice, named: boolean) => {
    const key = `${flow.id}.${choice.id}`;
    if (choices.has(key) && !named) return;
    choices.set(key, {flow, choice, named});
    // Whether it is asked, and what there is to choose, can depend on other choices.
    for (const when of [choice.when, ...choice.options.map((option) => option.when)]) {
      for (const each of choicesIn(when, flow)) if (each !== choice) add(flow, each, false);
    }
  };
  for (const each of references)
    if ('choice' in each && each.choice) add(each.flow, each.choice, true);

  const all = [...choices.values()];
  if (all.reduce((count, {choice}) => count * (choice.options.length + 1), 1) > maxStates) {
    return undefined;
  }
  let chosen: (string | undefined)[][] = [[]];
  for (const {choice} of all) {
    const options = [undefined, ...choice.options.map(({id}) => id)];
    chosen = chosen.flatMap((before) => options.map((option) => [...before, option]));
  }
  return chosen.map((options) => stateOf(all, options));
}

function choicesIn(when: When | undefined, flow: CompiledFlow): CompiledChoice[] {
  return Object.keys(when ?? {}).flatMap((name) => flow.choices.find(({id}) => id === name) ?? []);
}

function stateOf(
  choices: readonly {flow: CompiledFlow; choice: CompiledChoice; named: boolean}[],
  options: readonly (string | undefined)[],
): ReaderState {
  const selectors = choices.map(({flow, choice}, at) => {
    const is = (option: string | undefined) =>
      `[${marksAttribute}~=${JSON.stringify(choiceMark(flow.id, choice.id, String(option)))}]`;
    // What was stored once may be no option any more: then nothing is chosen.
    return options[at] === undefined
      ? choice.options.map(({id}) => `:not(${is(id)})`).join('')
      : is(options[at]);
  });
  const flows: {[flow: string]: {[choice: string]: string}} = {};
  for (const {flow} of choices) {
    const given = choices.flatMap((each, at) =>
      each.flow === flow && options[at] !== undefined ? [[each.choice.id, options[at]]] : [],
    );
    flows[flow.id] ??= effective(flow, Object.fromEntries(given));
  }
  const named = choices.flatMap((each, at) => (each.named ? [{...each, option: options[at]}] : []));
  return {
    selector: `html[${marksAttribute}]${selectors.join('')}`,
    flows,
    labels: named.every(({option}) => option !== undefined)
      ? named.flatMap(
          ({choice, option}) => choice.options.find(({id}) => id === option)?.label ?? [],
        )
      : undefined,
  };
}

/** The choices as they hold where the reader has made these. */
function effective(
  flow: CompiledFlow,
  choices: {readonly [choice: string]: string},
): {[choice: string]: string} {
  const {questions} = ask(flow, {choices});
  return Object.fromEntries(questions.map(({choice, value}) => [choice.id, value]));
}

/** A name for a set of states, the same on every page. */
export function stateKey(selectors: readonly string[]): string {
  return createHash('sha256').update(selectors.join()).digest('hex').slice(0, 8);
}
