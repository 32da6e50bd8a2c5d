// @vitest-environment happy-dom
/** The check of an existing file, as its reader uses it. */
import FlowCheck from '@theme/FlowCheck';
import {createElement} from 'react';
import {expect, test, vi} from 'vitest';
import {takeAnswers} from '../../src/client/hand-over.js';
import {html, page, textOf} from './support.js';

const result = {
  recognised: {file: 'env', filename: 'mail.env', choices: {}},
  findings: [
    {
      rule: 'syntax',
      level: 'error',
      params: {reason: 'why'},
      message: 'This cannot be read: why',
      remedy: 'Correct this line.',
      line: 2,
      column: 1,
      endColumn: 2,
    },
  ],
  lines: ['A=1', 'B', ''],
  answers: {values: {host: 'x'}},
};
const checkFile = vi.fn(() => result);
const load = async () => ({default: checkFile}) as never;
const check = (given: () => Promise<never> = load) =>
  page(createElement(FlowCheck, {flow: 'mail', check: given}));

test('cannot be used as long as there is no script', () => {
  const markup = html(FlowCheck, {flow: 'mail', check: load});
  expect(markup).toMatch(/<textarea[^>]* disabled=""/);
  expect(textOf(markup)).toContain('needs JavaScript');
});

test('checks what is pasted, says what is wrong, and has the focus there', async () => {
  const {root, paste} = await check();
  const before = document.activeElement;
  expect(before).toBe(document.body);
  await paste(root.querySelector('textarea'), 'A=1\nB\n');
  expect(checkFile).toHaveBeenLastCalledWith('A=1\nB\n');
  expect(document.activeElement?.textContent).toBe('This is mail.env. Errors: 1.');
  expect(root.querySelector('li')?.textContent).toBe(
    'Line 2 This cannot be read: whyCorrect this line.',
  );
  // The line feed at the end is no line.
  expect(root.querySelectorAll('pre > span')).toHaveLength(2);
});

test('goes back to the text, or to none, and has the focus there', async () => {
  const {root, paste, press} = await check();
  await paste(root.querySelector('textarea'), 'B');
  await press('Edit the text');
  expect(document.activeElement).toBe(root.querySelector('textarea'));
  expect(root.querySelector('textarea')?.value).toBe('B');
  await press('Check');
  await press('Check another file');
  expect(root.querySelector('textarea')?.value).toBe('');
});

test('says so where it cannot be loaded, and keeps the text', async () => {
  const {root, paste} = await check(() => Promise.reject(new Error('offline')));
  await paste(root.querySelector('textarea'), 'B');
  expect(root.querySelector('[role=status]')?.textContent).toContain('could not be loaded');
  expect(root.querySelector('textarea')?.value).toBe('B');
});

test('hands values over to a chooser of its flow, where the page has one', async () => {
  const alone = await check();
  await alone.paste(alone.root.querySelector('textarea'), 'B');
  expect(alone.root.textContent).not.toContain('Take these values over');

  const take = vi.fn();
  const leave = takeAnswers('mail', take);
  const {root, paste, press} = await check();
  await paste(root.querySelector('textarea'), 'B');
  await press('Take these values over');
  expect(take).toHaveBeenCalledExactlyOnceWith(result.answers);
  expect(root.textContent).toContain('The values are in the form above.');
  leave();
});
