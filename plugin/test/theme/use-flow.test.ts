// @vitest-environment happy-dom
import {createElement} from 'react';
import {afterEach, expect, test} from 'vitest';
import {useFlow} from '../../src/client/use-flow.js';
import {location} from '../support/browser/router.js';
import {flow, page} from './support.js';

function Probe({fixed}: {readonly fixed: {readonly [choice: string]: string}}) {
  const [{evaluation, answers, restored}] = useFlow(flow, fixed);
  const [question] = evaluation.questions;
  return JSON.stringify([question?.value, question?.fixed, answers.values?.host ?? '', restored]);
}
const probe = (fixed = {}) => createElement(Probe, {fixed});

afterEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

test('takes back what was stored before, under the names of before', async () => {
  localStorage.setItem('markdoc.choices', '{"flow":{"security":"none"}}');
  sessionStorage.setItem('markdoc.values', '{"flow":{"host":"mx.example.org"}}');
  const {root} = await page(probe());
  expect(root.textContent).toBe('["none",false,"mx.example.org",true]');
});

test('opens a link of before, and takes it out of the address', async () => {
  location.hash = '#flow=flow&security=none&host=mx.example.org';
  const {root} = await page(probe());
  await expect.poll(() => root.textContent).toBe('["none",false,"mx.example.org",true]');
  expect(location.hash).toBe('');
});

test('follows what the page decides, and keeps what was entered', async () => {
  sessionStorage.setItem('markdoc.values', '{"flow":{"host":"mx.example.org"}}');
  const {root, show} = await page(probe());
  expect(root.textContent).toBe('["tls",false,"mx.example.org",true]');
  await show(probe({security: 'none'}));
  expect(root.textContent).toBe('["none",true,"mx.example.org",true]');
  // The same decision, in another object.
  await show(probe({security: 'none'}));
  expect(root.textContent).toBe('["none",true,"mx.example.org",true]');
});
