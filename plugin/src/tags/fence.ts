import type {Node} from '@markdoc/markdoc';
import type {Code} from 'mdast';
import type {ReaderText, ReaderValue} from '../flow/types.js';
import {Markdoc} from '../markdoc.js';
import {type Problem, problem} from '../problems.js';
import {type FlowFinder, readerRoot, valueInText, variablesIn} from './reader-values.js';
import {isKnownLater, type Scope} from './values.js';

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
 * Reads the attributes of a fence, and evaluates what it holds, as Markdoc does: its variables, functions and conditions.
 *
 * Its attributes become what Docusaurus's code block understands: `title="a.js"`, `showLineNumbers`. Unlike in Markdoc, a fence that says
 * neither `process=true` nor `process=false` is processed only if it asks for a variable. Other tags in fences are there to be shown, and
 * other template languages have the same delimiters. `check` is for `markdoc:check` alone.
 *
 * @returns The text, where there are values in it that the reader enters; the fence itself has the examples.
 */
export function processFence(
  fence: Code,
  context: FenceContext,
  problems: Problem[],
): ReaderText | undefined {
  const found = fenceAttributes(fence);
  if (found?.error !== undefined) {
    problems.push(problem('parse-error', found.error, fence.position));
    return undefined;
  }
  const {process, check, ...attributes} = found?.attributes ?? {};
  if (found) {
    const [lang, ...meta] = found.rest.split(' ');
    const options = Object.entries(attributes).flatMap(([name, value]) => {
      if (value === true) return [name];
      return value === false || value === null || typeof value === 'object'
        ? []
        : [`${name}=${JSON.stringify(String(value))}`];
    });
    fence.lang = lang || null;
    fence.meta = [...meta, ...options].join(' ') || null;
  }
  if (process === false || (process !== true && !asksForVariable(fence))) return undefined;
  const before = problems.length;
  const text = evaluateText(fence, context, problems);
  // Not half of it: where something is wrong, the fence stays as it was written.
  if (problems.length > before) return undefined;
  fence.value = text.map((part) => (typeof part === 'string' ? part : part.example)).join('');
  return text.some((part) => typeof part !== 'string') ? text : undefined;
}

/** Whether a fence has a variable in a tag. One in the language `markdoc` is about tags, and shows them. */
function asksForVariable({lang, value}: Code): boolean {
  if (lang === 'markdoc' || !value.includes('{%')) return false;
  return Markdoc.parseTags(value).some(({meta}) => variablesIn(meta).length > 0);
}

/** What a fence needs of the page. */
interface FenceContext extends FlowFinder {
  readonly scope: Scope;
}

/** The text of a fence with its variables, functions and conditions evaluated, by Markdoc itself. */
function evaluateText(fence: Code, context: FenceContext, problems: Problem[]): ReaderText {
  const {scope} = context;
  const mark = '`'.repeat(
    Math.max(3, ...(fence.value.match(/`+/g) ?? []).map(({length}) => length + 1)),
  );
  const ast = Markdoc.parse(`${mark}\n${fence.value}\n${mark}`);
  // Markdoc counts the lines of what is in a fence from its opening.
  const placeOf = (lines: readonly number[], column = 1) => {
    const line = (fence.position?.start.line ?? 1) + (lines[0] ?? 0);
    const place = {line, column};
    return {start: place, end: place};
  };
  const readers = takeReaderValues(ast, context);
  for (const {lines, ...fault} of readers.faults) {
    problems.push(problem(fault.rule, fault.message, placeOf(lines), fault.help));
  }
  const config = {
    variables: {...scope.variables},
    functions: scope.functions,
    tags: {if: Markdoc.tags.if, else: Markdoc.tags.else},
  };
  for (const {error, lines, location} of Markdoc.validate(ast, config)) {
    problems.push(problem(error.id, error.message, placeOf(lines, location?.start.character)));
  }
  const [pre] = [Markdoc.transform(ast.children, config)].flat();
  return textOf(pre)
    .replace(/\n$/, '')
    .split(hole)
    .map((part, at) => (at % 2 === 0 ? part : (readers.values[Number(part)] ?? '')));
}

/** Stands for a value of the reader's while Markdoc evaluates a fence. No page has the character: a parser replaces it. */
const hole = /\0(\d+)\0/;

interface ReaderValues {
  readonly values: readonly ReaderValue[];
  readonly faults: readonly (Omit<Problem, 'level' | 'position'> & {lines: readonly number[]})[];
}

/**
 * Takes the reader's values out of the text of a fence, and leaves holes. Anywhere else they are mistakes; and so is everywhere what else only the
 * reader's page knows.
 */
function takeReaderValues(ast: Node, context: FenceContext): ReaderValues {
  const values: ReaderValue[] = [];
  const faults: ReaderValues['faults'][number][] = [];
  for (const node of ast.walk()) {
    for (const [name, value] of Object.entries(node.attributes)) {
      for (const variable of variablesIn(value)) {
        if (!isKnownLater(variable.path, context.scope)) continue;
        const {path} = variable;
        const found = path[0] === readerRoot ? valueInText(path, context) : valueOfPage(path);
        const isText = name === 'content' && value === variable;
        if ('rule' in found) faults.push({...found, lines: node.lines});
        else if (isText && found.field.value.type !== 'array') {
          node.attributes[name] = `\0${values.push(found) - 1}\0`;
          continue;
        } else faults.push({...notInFence, lines: node.lines});
        // Markdoc has nothing to add to what is wrong with it.
        node.attributes[name] = name === 'content' ? '' : null;
      }
    }
  }
  return {values, faults};
}

const notInFence = {
  rule: 'value-at-run-time',
  message: 'A fence can show single values that the reader enters, and cannot compute with them',
  help: 'Write {% $flows.auth0.domain %} where the value is to stand.',
};

function valueOfPage(path: readonly unknown[]) {
  return {
    rule: 'value-at-run-time',
    message: `A fence cannot show '${path.join('.')}': only the reader's page knows it`,
    help: undefined,
  } as const;
}

function textOf(node: unknown): string {
  if (Array.isArray(node)) return node.map(textOf).join('');
  if (Markdoc.Tag.isTag(node)) return textOf(node.children);
  return typeof node === 'string' || typeof node === 'number' ? String(node) : '';
}
