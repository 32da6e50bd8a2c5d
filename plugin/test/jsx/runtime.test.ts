import {compile, evaluate} from '@mdx-js/mdx';
import {createElement} from 'react';
import * as runtime from 'react/jsx-runtime';
import {renderToStaticMarkup} from 'react-dom/server';
import {expect, test} from 'vitest';
import remarkMarkdoc from '../../src/remark.js';

const remarkPlugins = [remarkMarkdoc];
const page = '- *A*\n- B';

async function compiled(development: boolean): Promise<string> {
  return String(await compile(page, {remarkPlugins, development}));
}

test('a page looks up the functions of the JSX runtime once', async () => {
  const code = await compiled(false);
  expect(code).toContain(
    'import {jsx as imported_jsx, jsxs as imported_jsxs} from "react/jsx-runtime";\n' +
      'const _jsx = imported_jsx, _jsxs = imported_jsxs;\n',
  );
  expect(code.match(/imported_jsx\b/g)).toHaveLength(2);
  expect(code.match(/\b_jsx\(/g)).toHaveLength(5);
});

test('in development, too', async () => {
  const code = await compiled(true);
  expect(code).toContain(
    'import {jsxDEV as imported_jsxDEV} from "react/jsx-dev-runtime";\nconst _jsxDEV = imported_jsxDEV;\n',
  );
});

test('where the runtime is handed over, it is left alone', async () => {
  const {default: Page} = await evaluate(page, {...runtime, remarkPlugins});
  expect(renderToStaticMarkup(createElement(Page))).toBe(
    '<ul>\n<li><em>A</em></li>\n<li>B</li>\n</ul>',
  );
});
