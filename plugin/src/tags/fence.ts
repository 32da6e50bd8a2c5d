import type {Code} from 'mdast';
import {Markdoc} from '../markdoc.js';
import {type Problem, problem} from '../problems.js';
import type {Scope} from './values.js';

/** A tag in what stands behind a fence's opening: ```` ```js {% title="a.js" process=true %} ```` */
const annotation = /\{%.*%\}\s*$/s;

/**
 * The attributes that stand behind a fence's opening.
 *
 * @returns What else stands there, and the first thing that is wrong with them; `undefined` where there are none.
 */
export function fenceAttributes(
  fence: Code,
): {attributes: Record<string, unknown>; rest: string; error: string | undefined} | undefined {
  const info = [fence.lang, fence.meta].filter(Boolean).join(' ');
  const [written] = annotation.exec(info) ?? [];
  if (!written) return undefined;
  const [node] = Markdoc.parse(`~~~x ${written}\n~~~`).children;
  const {content, language, ...attributes} = node?.attributes ?? {};
  const rest = info.replace(annotation, '').trim();
  return {attributes, rest, error: node?.errors[0]?.message};
}

/**
 * Reads the attributes of a fence, and evaluates what it holds where it says `process=true`.
 *
 * Its attributes become what Docusaurus's code block understands: `title="a.js"`, `showLineNumbers`. Unlike in Markdoc, a
 * fence is processed only where it says so: most pages that show a tag in a fence mean to show it. `check` is for
 * `markdoc:check` alone.
 */
export function processFence(fence: Code, scope: Scope, problems: Problem[]): void {
  const found = fenceAttributes(fence);
  if (!found) return;
  if (found.error !== undefined) {
    problems.push(problem('parse-error', found.error, fence.position));
    return;
  }
  const {process, check, ...attributes} = found.attributes;
  const [lang, ...meta] = found.rest.split(' ');
  const options = Object.entries(attributes).flatMap(([name, value]) => {
    if (value === true) return [name];
    return value === false || value === null || typeof value === 'object'
      ? []
      : [`${name}=${JSON.stringify(String(value))}`];
  });
  fence.lang = lang || null;
  fence.meta = [...meta, ...options].join(' ') || null;
  if (process === true) fence.value = evaluateText(fence, scope, problems);
}

/** The text of a fence with its variables, functions and conditions evaluated, by Markdoc itself. */
function evaluateText(fence: Code, scope: Scope, problems: Problem[]): string {
  const mark = '`'.repeat(
    Math.max(3, ...(fence.value.match(/`+/g) ?? []).map(({length}) => length + 1)),
  );
  const config = {
    variables: {...scope.variables},
    functions: scope.functions,
    tags: {if: Markdoc.tags.if, else: Markdoc.tags.else},
  };
  const ast = Markdoc.parse(`${mark}\n${fence.value}\n${mark}`);
  for (const {error, lines} of Markdoc.validate(ast, config)) {
    // Markdoc counts the lines from the fence, which is where they count from in the page.
    const line = (fence.position?.start.line ?? 1) + Math.max((lines[0] ?? 1) - 1, 0);
    const place = {line, column: 1};
    problems.push(problem(error.id, error.message, {start: place, end: place}));
  }
  const [pre] = [Markdoc.transform(ast.children, config)].flat();
  return textOf(pre).replace(/\n$/, '');
}

function textOf(node: unknown): string {
  if (Array.isArray(node)) return node.map(textOf).join('');
  if (Markdoc.Tag.isTag(node)) return textOf(node.children);
  return typeof node === 'string' || typeof node === 'number' ? String(node) : '';
}
