import {
  type AnswerProblem,
  type Answers,
  type CompiledField,
  type CompiledFlow,
  type Evaluation,
  encodeShare,
  evaluate,
  parseList,
  type ShareableAnswers,
  type SharedAnswers,
  type Value,
} from '../flow/index.js';
import {linkPrefix} from '../reader-names.js';

/** Everything that a chooser remembers. Other pages of the site know of it what `remember.ts` keeps. */
export interface FlowState {
  readonly flow: CompiledFlow;
  /** Choices that the page has made. */
  readonly fixed: {readonly [choice: string]: string};
  readonly answers: Answers;
  /** What the reader or a link has answered before is here; until then, the answers are as the server has rendered them. */
  readonly restored: boolean;
  /** Secrets are shown. */
  readonly shown: boolean;
  /** Lists as they are being typed: `jane, ` is on its way to a second entry. */
  readonly drafts: {readonly [field: string]: string};
  /** The fields that the reader has been to: only these say what is wrong with them. */
  readonly touched: ReadonlySet<string>;
  /** What was left out of the address that the page was opened with. */
  readonly refused: readonly AnswerProblem[];
  readonly evaluation: Evaluation;
  /** What it was before the reader's last change: its lines that are others now are marked. */
  readonly before: Evaluation | undefined;
}

/**
 * What is done to a chooser: by its reader, by a link, or by the page.
 *
 * @example dispatch({type: 'choose', choice: 'security', option: 'tls'})
 */
export type FlowAction =
  | {readonly type: 'choose'; readonly choice: string; readonly option: string}
  | {readonly type: 'enter'; readonly field: CompiledField; readonly input: string | boolean}
  | {readonly type: 'show'; readonly shown: boolean}
  /** The reader has left the field, or without a field: wants to be done. */
  | {readonly type: 'touch'; readonly field?: string}
  /** What the reader answered before. */
  | {readonly type: 'recall'; readonly answers: ShareableAnswers}
  /** What a link brings along. */
  | ({readonly type: 'open'} & SharedAnswers)
  /** What the reader has in an existing file. */
  | {readonly type: 'take'; readonly answers: Answers}
  | ({readonly type: 'reset'} & Partial<Pick<FlowState, 'flow' | 'fixed'>>);

export function startFlow(flow: CompiledFlow, fixed: FlowState['fixed'] = {}): FlowState {
  const evaluation = evaluate(flow, {}, fixed);
  return {
    flow,
    fixed,
    answers: {},
    restored: false,
    shown: false,
    drafts: {},
    touched: new Set(),
    refused: [],
    evaluation,
    before: undefined,
  };
}

/** One step of a chooser: what the reader did, and what becomes of it. */
export function flowReducer(state: FlowState, action: FlowAction): FlowState {
  const {flow, fixed, answers} = state;
  switch (action.type) {
    case 'choose': {
      const choices = {...answers.choices, [action.choice]: action.option};
      return withAnswers(state, {...answers, choices});
    }
    case 'enter': {
      const {field, input} = action;
      const list = field.value.type === 'array' && typeof input === 'string';
      const value = list ? parseList(input) : input;
      const next = field.secret
        ? {...answers, secrets: {...answers.secrets, [field.id]: String(value)}}
        : {...answers, values: {...answers.values, [field.id]: value}};
      const drafts = list ? {...state.drafts, [field.id]: input} : state.drafts;
      return withAnswers({...state, drafts}, next);
    }
    case 'show':
      return {...state, shown: action.shown};
    case 'touch': {
      const shown = state.evaluation.fields.map(({field}) => field.id);
      const fields = action.field === undefined ? shown : [action.field];
      if (fields.every((field) => state.touched.has(field))) return state;
      return {...state, touched: new Set([...Array.from(state.touched), ...fields])};
    }
    case 'recall':
      return state.restored ? state : restore(state, action);
    case 'open':
      return restore(state, action);
    case 'take': {
      const {choices, values, secrets} = action.answers;
      const next = withAnswers(
        {...state, drafts: {}},
        {
          choices: {...answers.choices, ...choices},
          values: {...answers.values, ...values},
          secrets: {...answers.secrets, ...secrets},
        },
      );
      return flowReducer(next, {type: 'touch'});
    }
    case 'reset':
      return {
        ...startFlow(action.flow ?? flow, action.fixed ?? fixed),
        // Another flow is to be restored again.
        restored: state.restored && !action.flow,
      };
  }
}

/** Puts answers in place of those that are here. They are shown with what is wrong with them; secrets that were typed stay. */
function restore(
  state: FlowState,
  {answers, refused = []}: Pick<SharedAnswers, 'answers'> & Partial<SharedAnswers>,
): FlowState {
  const next = withAnswers(
    {...state, drafts: {}},
    {...answers, secrets: state.answers.secrets ?? {}},
  );
  const touched = new Set(Object.keys(answers.values ?? {}));
  return {...next, restored: true, touched, refused, before: undefined};
}

function withAnswers(state: FlowState, answers: Answers): FlowState {
  const made = evaluate(state.flow, answers, state.fixed);
  // Questions are about choices alone. While the reader types they are the same, so that nothing is rendered for them.
  const isTyping = answers.choices === state.answers.choices;
  const evaluation = isTyping ? {...made, questions: state.evaluation.questions} : made;
  return {...state, answers, evaluation, before: state.evaluation};
}

/** What stands in a field's input. */
export function inputOf(
  {answers, drafts}: FlowState,
  field: CompiledField,
  value: Value | undefined,
): string | boolean {
  if (field.secret) return answers.secrets?.[field.id] ?? '';
  if (Array.isArray(value)) return drafts[field.id] ?? value.join(', ');
  return (value as string | boolean | undefined) ?? '';
}

/**
 * The part of an address behind `#` that carries the settings. Servers never see it, and no secret is in it.
 *
 * @example
 * addressOf(state) // 'flow=mail&security=tls&host=smtp.example.com'
 */
export function addressOf({flow, fixed, answers}: FlowState): string {
  const {choices = {}, values = {}} = answers;
  return `${linkPrefix(flow.id)}${encodeShare(flow, {choices: {...choices, ...fixed}, values})}`;
}

/** The settings in what {@link addressOf} wrote; `undefined` where the address is about something else. */
export function settingsIn(flow: CompiledFlow, address: string): string | undefined {
  const prefix = `#${linkPrefix(flow.id)}`;
  return address.startsWith(prefix) ? address.slice(prefix.length) : undefined;
}
