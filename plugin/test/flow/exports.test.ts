import {expect, it} from 'vitest';
import * as flow from '../../src/flow/index.js';

it('has a small door', () => {
  expect(Object.keys(flow).sort()).toEqual([
    'checkValue',
    'combinations',
    'decodeShare',
    'encode',
    'encodeShare',
    'evaluate',
    'flowMessages',
    'formatMessage',
    'parseAnswers',
    'parseList',
  ]);
});
