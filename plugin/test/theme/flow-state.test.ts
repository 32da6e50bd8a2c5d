import {describe, expect, it} from 'vitest';
import {
  addressOf,
  type FlowAction,
  type FlowState,
  flowReducer,
  inputOf,
  startFlow,
} from '../../src/client/flow-state.js';
import type {CompiledField, CompiledFlow} from '../../src/flow/types.js';

const flow: CompiledFlow = {
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
    {id: 'host', label: 'Host', placeholder: '<host>', value: {type: 'string', format: 'hostname'}},
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

const enter = (field: CompiledField, input: string): FlowAction => ({type: 'enter', field, input});
const changedLines = (state: FlowState) => [...(state.changed.get('env') ?? [])];

describe('a chooser', () => {
  it('marks the lines that the last change touched, and none at the start', () => {
    expect(startFlow(flow).changed.size).toBe(0);
    expect(changedLines(after(enter(host, 'a.example')))).toEqual([1]);
    expect(changedLines(after({type: 'choose', choice: 'type', option: 'public'}))).toEqual([0]);
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
    const opened = flowReducer(startFlow(flow), {type: 'open', address: `#${addressOf(before)}`});
    expect(opened.answers.values).toEqual(before.answers.values);
    expect(opened.changed.size).toBe(0);
    expect(opened.refused).toEqual([]);
    for (const address of ['', '#a-heading', '#flow=other&host=b.example', '#flow=demo']) {
      expect(flowReducer(before, {type: 'open', address})).toBe(before);
    }
  });

  it('keeps the secret that was typed when an address is opened, and takes none from it', () => {
    const address = '#flow=demo&host=b.example&key=INJECTED';
    const state = after(enter(key, 'SENTINEL'), {type: 'open', address});
    expect(state.answers.secrets).toEqual({key: 'SENTINEL'});
    expect(state.refused.map(({id}) => id)).toEqual(['secret']);
  });

  it('knows the fields that the reader has been to', () => {
    const state = after({type: 'touch', field: 'host'});
    expect([...state.touched]).toEqual(['host']);
    expect(flowReducer(state, {type: 'touch', field: 'host'})).toBe(state);
    expect([...flowReducer(state, {type: 'touch'}).touched]).toEqual(['host', 'key', 'admins']);
  });
});
