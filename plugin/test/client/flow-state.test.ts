import {describe, expect, it} from 'vitest';
import {
  addressOf,
  type FlowAction,
  type FlowState,
  flowReducer,
  inputOf,
  settingsIn,
  startFlow,
} from '../../src/client/flow-state.js';
import {decodeShare} from '../../src/flow/decode-share.js';
import {spellingsOf} from '../../src/flow/formats/index.js';
import {flowMessages} from '../../src/flow/index.js';
import type {CompiledField, CompiledFlow} from '../../src/flow/types.js';

const flow: CompiledFlow = {
  messages: flowMessages,
  formats: spellingsOf('dotenv', 'yaml', 'json'),
  id: 'demo',
  title: 'Demo',
  choices: [
    {
      id: 'type',
      label: 'Type',
      options: [
        {id: 'private', label: 'Private', recommended: 'It is safer.'},
        {id: 'public', label: 'Public'},
      ],
    },
  ],
  fields: [
    {
      id: 'host',
      label: 'Host',
      placeholder: '<host>',
      value: {type: 'string', patterns: {hostname: '^[a-z.]+$'}},
    },
    {
      id: 'key',
      label: 'Key',
      placeholder: '<key>',
      secret: true,
      when: {type: 'private'},
      value: {type: 'string', minLength: 1},
    },
    {
      id: 'admins',
      label: 'Admins',
      placeholder: '<admins>',
      value: {type: 'array', items: {type: 'string'}},
    },
  ],
  rules: [],
  forbidden: [],
  files: [
    {
      id: 'env',
      name: '.env',
      language: 'ini',
      format: 'dotenv',
      lines: [
        {text: 'TYPE=', value: {ref: 'type'}},
        {text: 'HOST=', value: {ref: 'host'}},
        {text: 'KEY=', value: {ref: 'key'}, when: [{type: 'private'}]},
        {text: 'ADMINS=', value: {ref: 'admins'}},
      ],
    },
  ],
};
const [host, key, admins] = flow.fields as [CompiledField, CompiledField, CompiledField];

function after(...actions: FlowAction[]): FlowState {
  return actions.reduce(flowReducer, startFlow(flow));
}

/** What a link brings along, as `useFlow` reads it. */
const open = (address: string): FlowAction => ({
  type: 'open',
  ...decodeShare(flow, settingsIn(flow, address) ?? ''),
});
const enter = (field: CompiledField, input: string): FlowAction => ({type: 'enter', field, input});

describe('a chooser', () => {
  it('knows what was before the last change, if something was', () => {
    const start = startFlow(flow);
    expect(start.before).toBeUndefined();
    expect(flowReducer(start, enter(host, 'a.example')).before).toBe(start.evaluation);
  });

  it('has the same questions while the reader types', () => {
    const before = after({type: 'choose', choice: 'type', option: 'public'});
    const typed = flowReducer(before, enter(host, 'a'));
    expect(typed.evaluation.questions).toBe(before.evaluation.questions);
    const chosen = flowReducer(typed, {type: 'choose', choice: 'type', option: 'private'});
    expect(chosen.evaluation.questions.map(({value}) => value)).toEqual(['private']);
  });

  it('keeps what is typed into a list as it is typed', () => {
    const state = after(enter(admins, 'jane, '));
    expect(state.answers.values?.admins).toEqual(['jane']);
    expect(inputOf(state, admins, ['jane'])).toBe('jane, ');
    expect(inputOf(after(enter(admins, 'jane\njohn')), admins, ['jane', 'john'])).toBe(
      'jane\njohn',
    );
  });

  it('keeps a secret apart from what may be put into an address', () => {
    const state = after(enter(host, 'a.example'), enter(key, 'SENTINEL'));
    expect(state.answers.values).toEqual({host: 'a.example'});
    expect(state.answers.secrets).toEqual({key: 'SENTINEL'});
    expect(addressOf(state)).toBe('flow=demo&type=private&host=a.example');
    expect(JSON.stringify(after(enter(key, 'SENTINEL'), {type: 'reset'}))).not.toContain(
      'SENTINEL',
    );
  });

  it('puts what the page has decided into an address', () => {
    expect(addressOf(startFlow(flow, {type: 'public'}))).toBe('flow=demo&type=public');
  });

  it('starts over with what the page decides now', () => {
    const decided = startFlow(flow, {type: 'public'});
    const again = flowReducer(decided, {type: 'reset', fixed: {type: 'private'}});
    expect(addressOf(again)).toBe('flow=demo&type=private');
    expect(flowReducer(decided, {type: 'reset', fixed: {}}).fixed).toEqual({});
    expect(flowReducer(decided, {type: 'reset'}).fixed).toEqual({type: 'public'});
  });

  it('opens its own address, and leaves others alone', () => {
    const before = after(enter(host, 'a.example'), enter(admins, 'jane, john'));
    const opened = flowReducer(startFlow(flow), open(`#${addressOf(before)}`));
    expect(opened.answers.values).toEqual(before.answers.values);
    expect(opened.before).toBeUndefined();
    expect(opened.refused).toEqual([]);
    for (const address of ['', '#a-heading', '#flow=other&host=b.example', '#flow=demo']) {
      expect(settingsIn(flow, address)).toBeUndefined();
    }
  });

  it('keeps the secret that was typed when an address is opened, and takes none from it', () => {
    const state = after(enter(key, 'SENTINEL'), open('#flow=demo&host=b.example&key=INJECTED'));
    expect(state.answers.secrets).toEqual({key: 'SENTINEL'});
    expect(state.refused.map(({id}) => id)).toEqual(['secret']);
  });

  it('takes back what the reader answered before, once', () => {
    const recall: FlowAction = {type: 'recall', answers: {values: {host: 'a.example'}}};
    const state = after(recall);
    expect(startFlow(flow).restored).toBe(false);
    expect(state.restored).toBe(true);
    expect([...state.touched]).toEqual(['host']);
    expect(state.before).toBeUndefined();
    const later = flowReducer(state, enter(host, 'b.example'));
    expect(flowReducer(later, recall)).toBe(later);
    // Starting over is no reason to wait for answers, another flow is.
    expect(flowReducer(later, {type: 'reset'}).restored).toBe(true);
    expect(flowReducer(later, {type: 'reset', flow}).restored).toBe(false);
  });

  it('adds what is in an existing file to what is there, and says what is wrong with it', () => {
    const state = after(enter(host, 'a.example'), enter(admins, 'jane, '), {
      type: 'take',
      answers: {choices: {type: 'public'}, values: {admins: ['john']}, secrets: {key: 'x'}},
    });
    expect(state.answers).toEqual({
      choices: {type: 'public'},
      values: {host: 'a.example', admins: ['john']},
      secrets: {key: 'x'},
    });
    expect(inputOf(state, admins, ['john'])).toBe('john');
    expect([...state.touched]).toEqual(['host', 'admins']);
    expect(state.before).toBeDefined();
  });

  it('knows the fields that the reader has been to', () => {
    const state = after({type: 'touch', field: 'host'});
    expect([...state.touched]).toEqual(['host']);
    expect(flowReducer(state, {type: 'touch', field: 'host'})).toBe(state);
    expect([...flowReducer(state, {type: 'touch'}).touched]).toEqual(['host', 'key', 'admins']);
  });
});
