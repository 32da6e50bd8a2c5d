import type {Code} from 'mdast';
import type {Node} from 'unist';
import type {ReaderText} from '../flow/types.js';
import {box} from '../jsx/box.js';
import {undefinedAttribute} from '../markdoc/validate.js';
import {nearest} from '../nearest.js';
import type {Problem} from '../problems.js';
import {fenceTag, type TagAttribute, valuesOf} from '../syntax/index.js';
import {idAndClasses} from '../tags/tag.js';
import type {Evaluator} from './evaluator.js';
import {asksForVariable, evaluateText, type FenceContext} from './fence-text.js';

/** What came of a fence beside its language, its options and its text. */
export interface ProcessedFence {
  /** Its attributes, as they were evaluated. */
  readonly attributes: readonly TagAttribute[];
  /** Its text, where there are values in it that the reader enters; the fence itself has the examples. */
  readonly text?: ReaderText | undefined;
}

/**
 * Reads the attributes of a fence, and evaluates what it holds, as Markdoc does: its variables, functions and conditions.
 *
 * Its attributes become what Docusaurus's code block understands: `title="a.js"`, `showLineNumbers`. Unlike in Markdoc, a fence that says
 * neither `process=true` nor `process=false` is processed only if it asks for a variable. Other tags in fences are there to be shown, and
 * other template languages have the same delimiters. `check` is for `markdoc:check` alone.
 */
export function processFence(fence: Code, context: FenceContext, page: Evaluator): ProcessedFence {
  const {problems} = page;
  const count = problems.length;
  const tag = fenceTag(fence, context.source);
  if (tag?.fault) problems.push(tag.fault);
  // A schema of the site's own says by itself what it knows.
  if (!context.nodeSchemas?.has('fence')) problems.push(...slips(tag?.attributes ?? []));
  const attributes = page.evaluateAll(tag?.attributes ?? [], problems);
  // Not half of it: where something is wrong, the fence stays as it was written.
  if (problems.length > count) return {attributes: []};
  const {process, check, id, class: classes, ...options} = valuesOf(attributes);
  if (tag) setOptions(fence, options);
  if (process === false || (process !== true && !asksForVariable(fence))) return {attributes};
  const text = evaluateText(fence, context, page);
  if (problems.length > count) return {attributes: []};
  fence.value = text.map((part) => (typeof part === 'string' ? part : part.example)).join('');
  return text.some((part) => typeof part !== 'string') ? {attributes, text} : {attributes};
}

/** What is known of a fence. */
const fenceOptions = ['title', 'showLineNumbers', 'process', 'check'];

/** Misspelt attributes. The site's code block can have options of its own: only what differs in a single letter is none of these. */
function slips(attributes: readonly TagAttribute[]): Problem[] {
  return attributes.flatMap(({name, position}) => {
    const meant = fenceOptions.includes(name) ? undefined : nearest(name, fenceOptions, 1);
    if (meant === undefined) return [];
    return [undefinedAttribute(name, position, `Did you mean '${meant}'?`)];
  });
}

/** Writes attributes behind the language, as Docusaurus's code block reads them. */
function setOptions(fence: Code, attributes: Record<string, unknown>): void {
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

/** What a fence is shown in, where it has an id or classes: Docusaurus's code block has no place for them. */
export function boxOf(attributes: readonly TagAttribute[], shown: Node): Node {
  const hProperties = idAndClasses(attributes);
  if (Object.keys(hProperties).length === 0) return shown;
  return box('div', hProperties, [shown]);
}
