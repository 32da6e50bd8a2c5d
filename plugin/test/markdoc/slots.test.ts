/** Slots of a tag whose component is one that Docusaurus's theme gives to all pages. */
import {createElement, type ReactNode} from 'react';
import {renderToStaticMarkup} from 'react-dom/server';
import {expect, test} from 'vitest';
import {formats} from '../support/parse.js';
import {loadPage} from './trees.js';

const source = `{% box text="t" %}
{% slot "top" %}
*A*
{% /slot %}
B
{% /box %}`;

const Box = ({top, text, children}: {top: ReactNode; text: string; children: ReactNode}) =>
  createElement('section', {title: text}, createElement('header', null, top), children);

test.each(formats)('%s: the component gets its slots', async (format) => {
  const {Page, problems} = await loadPage(source, format);
  expect(problems).toEqual([]);
  const html = renderToStaticMarkup(createElement(Page, {components: {Box}}));
  expect(html.replace(/\n/g, '')).toBe(
    '<section title="t"><header><p><em>A</em></p></header><p>B</p></section>',
  );
});
