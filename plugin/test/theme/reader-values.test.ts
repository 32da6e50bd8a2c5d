// @vitest-environment happy-dom
/** What shows a reader's values and choices: as the server writes it, and in the browser with what is stored. */
import FlowBranch from '@theme/FlowBranch';
import FlowFence from '@theme/FlowFence';
import FlowValue from '@theme/FlowValue';
import {createElement} from 'react';
import {afterEach, describe, expect, test} from 'vitest';
import {html, page, textOf} from './support.js';

const host = {flow: 'mail', field: {id: 'host', label: 'Host'}, example: 'smtp.example.com'};
const store = (value: unknown) =>
  sessionStorage.setItem('markdoc.values', JSON.stringify({mail: {host: value}}));

afterEach(() => sessionStorage.clear());

describe('a value', () => {
  test('is the example in what the server writes, with the properties that may show another', () => {
    const markup = html(FlowValue, {value: host});
    expect(textOf(markup)).toBe('smtp.example.com');
    expect(markup).toContain(
      '--value:var(--flow-mail-host);--example:var(--flow-mail-host-example)',
    );
  });

  test('is what the reader has entered, and says so', async () => {
    store('mx.example.org');
    const {root} = await page(createElement(FlowValue, {value: host}));
    expect(root.textContent).toBe('mx.example.org');
    expect(root.querySelector('var')?.title).toBe('Host, as you entered it');
    expect(document.querySelector('aside')).not.toBeNull();
  });

  test('of several entries is text', async () => {
    store(['a', 'b']);
    const {root} = await page(createElement(FlowValue, {value: host}));
    expect(root.textContent).toBe('a, b');
  });

  test('is forgotten where the reader wants it to be', async () => {
    store('mx.example.org');
    const {press} = await page(createElement(FlowValue, {value: host}));
    await press('Forget my values');
    expect(sessionStorage.getItem('markdoc.values')).toBeNull();
    expect(document.querySelector('aside')?.textContent).toContain('Forgotten.');
  });
});

describe('a fence', () => {
  const code = createElement('code', null, 'host: smtp.example.com\n');
  const props = {text: ['host: ', host], children: createElement('pre', null, code)};

  test.each([
    [undefined, 'host: smtp.example.com\n', 'Examples: Host.'],
    ['mx.example.org', 'host: mx.example.org\n', 'Your values: Host.'],
    ['$(reboot)', 'host: smtp.example.com\n', 'Not filled in: Host.'],
    [true, 'host: true\n', 'Your values: Host.'],
  ])('with %j has %j, and says where it is from', async (value, text, note) => {
    if (value !== undefined) store(value);
    const {root} = await page(createElement(FlowFence, props));
    expect(root.querySelector('pre > code')?.textContent).toBe(text);
    expect(root.querySelector('p')?.textContent).toContain(note);
  });
});

describe('a branch', () => {
  const branch = (more: object) => {
    const props = {branch: 'b', hidden: ['html[a]', 'html[b]'], label: 'TLS', ...more};
    return html(FlowBranch, {...props, children: createElement('h2', {id: 'x'}, 'Title')});
  };

  test('is hidden with its entries in the contents list where the reader has chosen something else', () => {
    const [, css] = /<style>(.*?)<\/style>/.exec(branch({})) ?? [];
    expect(css).toBe(
      'html[a] [data-flow-branch="b"],html[b] [data-flow-branch="b"]{display:none}' +
        'html[a] .table-of-contents li:has(> a[href="#x"]),html[b] .table-of-contents li:has(> a[href="#x"]){display:none}',
    );
  });

  test('says for whom it is', () => {
    expect(textOf(branch({}))).toBe('For TLS: Title');
    expect(textOf(branch({label: ''}))).toBe('Otherwise: Title');
  });

  test('is a part of its paragraph where it stands in one', () => {
    expect(branch({inline: true})).toMatch(/^<span /);
    expect(branch({})).toMatch(/^<div /);
  });
});
