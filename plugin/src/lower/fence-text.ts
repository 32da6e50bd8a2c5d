import type {Node} from '@markdoc/markdoc';
import type {Code} from 'mdast';
import type {Position} from 'unist';
import type {ReaderText, ReaderValue} from '../flow/types.js';
import {asText, isKnownLater, type Scope} from '../markdoc/evaluate.js';
import {type FlowFinder, readerRoot, valueInText, variablesIn} from '../markdoc/reader-values.js';
import {Markdoc} from '../markdoc.js';
import {type Complaint, type Problem, problem, problemAt} from '../problems.js';
import {
  maxNesting,
  placesIn,
  scanTags,
  tagsTooDeepMessage,
  tooDeepMessage,
} from '../syntax/index.js';
import type {Evaluator} from './evaluator.js';

/** Whether a fence has a variable in a tag. One in the language `markdoc` is about tags, and shows them. */
export function asksForVariable({lang, value}: Code): boolean {
  if (lang === 'markdoc' || !value.includes('{%') || scanTags(value).tooDeep) return false;
  return Markdoc.parseTags(withoutHopeless(value)).some(({meta}) => variablesIn(meta).length > 0);
}

/** Stands for the second character of an opening delimiter that nothing closes. It is no character, and in no page. */
const unclosed = '\uFFFE';

/** A text without the opening delimiters that nothing closes: Markdoc looks for the end of a tag from each of them anew. */
function withoutHopeless(text: string): string {
  const {hopeless} = scanTags(text);
  if (hopeless.size === 0) return text;
  return text.replace(/\{%/g, (all, at: number) => (hopeless.has(at) ? `{${unclosed}` : all));
}

/** What a fence needs of the page. */
export interface FenceContext extends FlowFinder {
  readonly scope: Scope;
  /** The text of the page. */
  readonly source: string;
  /** The types of nodes for which the site has schemas of its own. */
  readonly nodeSchemas?: ReadonlySet<string> | undefined;
}

/** The text of a fence with its variables, functions and conditions evaluated. Markdoc takes it apart, and leaves out what no condition holds for. */
export function evaluateText(fence: Code, context: FenceContext, page: Evaluator): ReaderText {
  const {problems} = page;
  const inPage = placesIn(fence, context.source);
  // Markdoc counts the lines of what is in a fence from its opening.
  const placeOf = (line = 0, column = 1) => inPage(line, column);
  const written = withoutHopeless(fence.value);
  const nesting = nestingFault(written, placeOf);
  if (nesting) {
    problems.push(nesting);
    return [];
  }
  const mark = '`'.repeat(
    (written.match(/`+/g) ?? []).reduce((most, {length}) => Math.max(most, length + 1), 3),
  );
  const ast = Markdoc.parse(`${mark}\n${written}\n${mark}`);
  const readers = takeReaderValues(ast, context, ({lines}, complaint) =>
    problems.push(problemAt(placeOf(lines[0]), complaint)),
  );
  for (const {type, attributes, lines, location} of ast.walk()) {
    for (const [name, value] of Object.entries(attributes)) {
      if (value === null || typeof value !== 'object') continue;
      const isText = type === 'text';
      const evaluated = page.evaluate(value, placeOf(lines[0], location?.start.character), !isText);
      if (!evaluated.known) continue;
      attributes[name] = isText ? asText(evaluated.value) : Markdoc.truthy(evaluated.value);
    }
  }
  const config = {tags: {if: Markdoc.tags.if, else: Markdoc.tags.else}};
  for (const {error, lines, location} of Markdoc.validate(ast, config)) {
    problems.push(problem(error.id, error.message, placeOf(lines[0], location?.start.character)));
  }
  const [pre] = [Markdoc.transform(ast.children, config)].flat();
  return textOf(pre)
    .replace(/\n$/, '')
    .replaceAll(`{${unclosed}`, '{%')
    .split(hole)
    .map((part, at) => (at % 2 === 0 ? part : (readers[Number(part)] ?? '')));
}

/** What is nested in a fence more deeply than Markdoc's parser can follow, which calls itself for each level. */
function nestingFault(text: string, placeOf: (line: number) => Position): Problem | undefined {
  const {tooDeep} = scanTags(text);
  if (tooDeep !== undefined) {
    const line = text.slice(0, tooDeep).split('\n').length;
    return problem('parse-error', tooDeepMessage, placeOf(line));
  }
  let depth = 0;
  for (const {type, map} of Markdoc.parseTags(text)) {
    if (type === 'tag_open') depth++;
    else if (type === 'tag_close') depth--;
    if (depth > maxNesting) {
      return problem('tag-nesting', tagsTooDeepMessage, placeOf(map?.[0] ?? 0));
    }
  }
  return undefined;
}

/** Stands for a value of the reader's while Markdoc evaluates a fence. No page has the character: a parser replaces it. */
const hole = /\0(\d+)\0/;

/**
 * Takes the reader's values out of the text of a fence, and leaves holes. Anywhere else they are mistakes; and so is everywhere what else only the
 * reader's page knows.
 */
function takeReaderValues(
  ast: Node,
  context: FenceContext,
  report: (node: Node, complaint: Complaint) => void,
): ReaderValue[] {
  const values: ReaderValue[] = [];
  for (const node of ast.walk()) {
    for (const [name, value] of Object.entries(node.attributes)) {
      for (const variable of variablesIn(value)) {
        if (!isKnownLater(variable.path, context.scope)) continue;
        const {path} = variable;
        const found = path[0] === readerRoot ? valueInText(path, context) : valueOfPage(path);
        const isText = name === 'content' && value === variable;
        if ('rule' in found) report(node, found);
        else if (isText && !found.list) {
          node.attributes[name] = `\0${values.push(found) - 1}\0`;
          continue;
        } else report(node, notInFence);
        // Markdoc has nothing to add to what is wrong with it.
        node.attributes[name] = name === 'content' ? '' : null;
      }
    }
  }
  return values;
}

const notInFence: Complaint = {
  rule: 'value-at-run-time',
  message: 'A fence can show single values that the reader enters, and cannot compute with them',
  help: 'Write {% $flows.id.field %} where the value is to stand.',
};

function valueOfPage(path: readonly unknown[]): Complaint {
  const message = `A fence cannot show '${path.join('.')}': only the reader's page knows it`;
  return {rule: 'value-at-run-time', message};
}

function textOf(node: unknown): string {
  if (Array.isArray(node)) return node.map(textOf).join('');
  return Markdoc.Tag.isTag(node) ? textOf(node.children) : asText(node);
}
