import type {Node} from '@markdoc/markdoc';
import type {Code} from 'mdast';
import type {Point, Position} from 'unist';
import type {ReaderText, ReaderValue} from '../flow/types.js';
import {Markdoc} from '../markdoc.js';
import {type Problem, problem} from '../problems.js';
import {
  maximumDepth,
  readTag,
  type TagAttribute,
  tagsTooDeepMessage,
  tooDeepAt,
  tooDeepMessage,
  valuesOf,
} from '../syntax/index.js';
import {type FlowFinder, readerRoot, valueInText, variablesIn} from './reader-values.js';
import {
  asText,
  type Evaluated,
  isKnownLater,
  type Scope,
  truthy,
  valueKnownLater,
} from './values.js';

/** What is written in a tag behind a fence's opening: ```` ```js {% title="a.js" process=true %} ````. */
interface FenceTag {
  readonly attributes: readonly TagAttribute[];
  /** What is wrong with it. */
  readonly fault?: Problem;
}

/**
 * Reads the tag behind a fence's opening, where there is one.
 *
 * It is read from the text of the page: in the tree, Markdown's escapes have taken the backslashes out of its strings.
 */
export function fenceTag(fence: Code, source: string): FenceTag | undefined {
  const {start} = fence.position ?? {};
  if (start?.offset === undefined) return undefined;
  const [line = ''] = /^[^\r\n]*/.exec(source.slice(start.offset)) ?? [];
  const opening = line.trimEnd();
  const begin = opening.indexOf('{%');
  if (begin < 0 || !opening.endsWith('%}')) return undefined;
  const pointAt = (at: number): Point => ({
    line: start.line,
    column: start.column + begin + at,
    offset: (start.offset ?? 0) + begin + at,
  });
  const fault = (message: string, at: number) => {
    const place = {start: pointAt(at), end: pointAt(at)};
    return {attributes: [], fault: problem('parse-error', message, place)};
  };
  const tag = readTag(opening.slice(begin));
  if (tag.kind === 'error') return fault(tag.message, tag.offset);
  if (tag.kind !== 'annotation') return fault('Expected attributes, as in title="a.js"', 0);
  const attributes = tag.attributes.map(({start, end, ...attribute}) => ({
    ...attribute,
    position: {start: pointAt(start), end: pointAt(end)},
  }));
  const named = attributes.filter(({kind}) => kind === 'attribute');
  const first = new Map(named.toReversed().map((each) => [each.name, each]));
  const again = named.find((each) => first.get(each.name) !== each);
  if (!again) return {attributes};
  const message = `Attribute '${again.name}' already set`;
  return {attributes, fault: problem('duplicate-attribute', message, again.position)};
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
  evaluate: Evaluate,
): ReaderText | undefined {
  const count = problems.length;
  const tag = fenceTag(fence, context.source);
  if (tag?.fault) problems.push(tag.fault);
  const {process, check, ...attributes} = valuesOf(
    (tag?.attributes ?? []).map((attribute) => {
      const {name, value, position} = attribute;
      const evaluated = evaluate(value, position);
      if (evaluated.known) return {...attribute, value: evaluated.value};
      problems.push(valueKnownLater(`Attribute '${name}'`, evaluated, position));
      return attribute;
    }),
  );
  // Not half of it: where something is wrong, the fence stays as it was written.
  if (problems.length > count) return undefined;
  if (tag) {
    const info = [fence.lang, fence.meta].filter(Boolean).join(' ');
    const [before = ''] = info.split('{%', 1);
    const [lang, ...meta] = before.trim().split(' ');
    const options = Object.entries(attributes).flatMap(([name, value]) => {
      if (value === true) return [name];
      if (typeof value !== 'string' && typeof value !== 'number') return [];
      // Docusaurus knows no escapes in them.
      const quote = String(value).includes('"') ? "'" : '"';
      return [`${name}=${quote}${value}${quote}`];
    });
    fence.lang = lang || null;
    fence.meta = [...meta, ...options].join(' ') || null;
  }
  if (process === false || (process !== true && !asksForVariable(fence))) return undefined;
  const text = evaluateText(fence, context, problems, evaluate);
  if (problems.length > count) return undefined;
  fence.value = text.map((part) => (typeof part === 'string' ? part : part.example)).join('');
  return text.some((part) => typeof part !== 'string') ? text : undefined;
}

/** Whether a fence has a variable in a tag. One in the language `markdoc` is about tags, and shows them. */
function asksForVariable({lang, value}: Code): boolean {
  // Markdoc looks for the end of a tag that has none from each opening delimiter anew.
  const text = value.slice(0, value.lastIndexOf('%}') + 2);
  if (lang === 'markdoc' || !text.includes('{%') || tooDeepAt(text) !== undefined) return false;
  return Markdoc.parseTags(text).some(({meta}) => variablesIn(meta).length > 0);
}

/** What a fence needs of the page. */
interface FenceContext extends FlowFinder {
  readonly scope: Scope;
  /** The text of the page. */
  readonly source: string;
}

/** Evaluates a value that stands in a place; what is wrong with it is among the problems then. */
type Evaluate = (value: unknown, position: Position | undefined, optional?: boolean) => Evaluated;

/** The text of a fence with its variables, functions and conditions evaluated. Markdoc takes it apart, and leaves out what no condition holds for. */
function evaluateText(
  fence: Code,
  context: FenceContext,
  problems: Problem[],
  evaluate: Evaluate,
): ReaderText {
  // Markdoc counts the lines of what is in a fence from its opening.
  const placeOf = (line = 0, column = 1): Position => {
    const place = {line: (fence.position?.start.line ?? 1) + line, column};
    return {start: place, end: place};
  };
  const nesting = nestingFault(fence.value, placeOf);
  if (nesting) {
    problems.push(nesting);
    return [];
  }
  const mark = '`'.repeat(
    Math.max(3, ...(fence.value.match(/`+/g) ?? []).map(({length}) => length + 1)),
  );
  const ast = Markdoc.parse(`${mark}\n${fence.value}\n${mark}`);
  const readers = takeReaderValues(ast, context);
  for (const {lines, ...fault} of readers.faults) {
    problems.push(problem(fault.rule, fault.message, placeOf(lines[0]), fault.help));
  }
  for (const {type, attributes, lines, location} of ast.walk()) {
    for (const [name, value] of Object.entries(attributes)) {
      if (value === null || typeof value !== 'object') continue;
      const isText = type === 'text';
      const evaluated = evaluate(value, placeOf(lines[0], location?.start.character), !isText);
      if (!evaluated.known) continue;
      attributes[name] = isText ? asText(evaluated.value) : truthy(evaluated.value);
    }
  }
  const config = {tags: {if: Markdoc.tags.if, else: Markdoc.tags.else}};
  for (const {error, lines, location} of Markdoc.validate(ast, config)) {
    problems.push(problem(error.id, error.message, placeOf(lines[0], location?.start.character)));
  }
  const [pre] = [Markdoc.transform(ast.children, config)].flat();
  return textOf(pre)
    .replace(/\n$/, '')
    .split(hole)
    .map((part, at) => (at % 2 === 0 ? part : (readers.values[Number(part)] ?? '')));
}

/** What is nested in a fence more deeply than Markdoc's parser can follow, which calls itself for each level. */
function nestingFault(text: string, placeOf: (line: number) => Position): Problem | undefined {
  const bracket = tooDeepAt(text);
  if (bracket !== undefined) {
    const line = text.slice(0, bracket).split('\n').length;
    return problem('parse-error', tooDeepMessage, placeOf(line));
  }
  let depth = 0;
  for (const {type, map} of Markdoc.parseTags(text)) {
    if (type === 'tag_open') depth++;
    else if (type === 'tag_close') depth--;
    if (depth > maximumDepth) {
      return problem('tag-nesting', tagsTooDeepMessage, placeOf(map?.[0] ?? 0));
    }
  }
  return undefined;
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
