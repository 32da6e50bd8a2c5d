import type {Point, Position} from 'unist';
import {VFileMessage} from 'vfile-message';

/**
 * Every kind of mistake that is reported, by its stable id, with what to do about it.
 *
 * Where Markdoc has a name for a mistake, it is Markdoc's name. `content/docs/authors/problems.md` has a section for each.
 */
export const rules = {
  // Syntax
  'parse-error': 'Check the quotes, the equals signs and the brackets: {% name key="value" %}.',
  'tag-unclosed':
    'Close the tag with %} in the same paragraph, or write \\{% for the characters themselves.',
  'missing-opening': 'Remove it, or write the opening tag before it.',
  'missing-closing': 'Write the closing tag where its content ends.',
  'tag-misnested':
    'Close the inner tag before the outer one, and each in the place where it was opened.',
  'tag-nesting': 'Move the inner part into a partial, or close what is open.',
  // Tags and attributes
  'tag-undefined': 'Use a tag that exists, or define it in the Markdoc configuration of the site.',
  'tag-placement-invalid':
    'Put a block on lines of its own, and an inline tag into a line of text.',
  'tag-selfclosing-has-children': 'Write {% name /%}, with nothing to close.',
  'attribute-undefined': 'Remove the attribute, or use one that the tag knows.',
  'attribute-missing-required': 'Add the attribute.',
  'attribute-type-invalid': 'Write text in double quotes; numbers, true and false without.',
  'attribute-value-invalid': 'Use one of the values that the attribute takes.',
  'duplicate-attribute': 'Keep one of the two.',
  'address-unsafe': 'Use a path, or an address that starts with https:, http:, mailto: or tel:.',
  'child-invalid': 'Move it out of the tag.',
  'parent-invalid': 'Put it directly into the tag that it is a part of.',
  // Values and annotations
  'variable-undefined': 'Define it, or write default($name, "…") where it may be missing.',
  'function-undefined':
    'Use a function that exists, or define it in the Markdoc configuration of the site.',
  'function-failed': 'Correct the function in the Markdoc configuration of the site.',
  'value-at-run-time': 'Use it in the text, or in a tag with a component of its own.',
  'no-inline-annotations': 'Put the annotation at the end of the text that it is for.',
  'table-syntax': 'Write a row as a list and --- between rows; indent what belongs into a cell.',
  // The site's own tags
  'component-undefined': 'Export the component from the module of components, or correct the name.',
  'transform-async': 'Return the tags themselves.',
  'slot-undefined': 'Use a slot that the tag knows.',
  'slot-missing-required': 'Add the slot: {% slot "name" %} … {% /slot %}.',
  // Files
  'partial-not-found': 'Check the path: it starts in the folder for partials.',
  'partial-outside': 'Move the file into the folder for partials.',
  'partial-cycle': 'Break the circle: move what both need into a third partial.',
  'flow-not-found':
    'Check the id: it is the name of a file in the folder for flows, without .yaml.',
  'image-not-found':
    'Check the path: it starts in a static folder (/images/a.png) or next to the page (./a.png).',
  // What only `markdoc:check` looks at
  'mdx-syntax': 'Correct the MDX; in a page of the format `md`, < and { are plain characters.',
  'front-matter-syntax': 'Correct the YAML between the two lines of ---.',
  'fence-syntax': 'Correct the example, or say {% check=false %} behind the name of its language.',
  'partial-unused': 'Delete the file, or include it.',
} as const;

/** The id of a rule. */
export type RuleId = keyof typeof rules;

/** What is wrong, wherever it is. */
export interface Complaint {
  /** The rule's id, or the id of an error that the site's own Markdoc configuration reports. */
  readonly rule: RuleId | (string & {});
  /** What is wrong, in Markdoc's words where it has them. */
  readonly message: string;
  /** What to do about it: one sentence. */
  readonly help?: string | undefined;
}

/** A mistake of an author. */
export interface Problem extends Complaint {
  /** Where it is; lines and columns start with 1. */
  readonly position: Position | undefined;
  /** Whether a page with it must not be published. */
  readonly level: 'error' | 'warning';
  /** How much it matters to the site owner, where that is told of each problem. */
  readonly severity?: 'error' | 'warning' | 'info';
}

/** Makes a problem, with the rule's own remedy where there is no better one. */
export function problem(
  rule: Problem['rule'],
  message: string,
  position: Position | undefined,
  help: string | undefined = rules[rule as RuleId],
): Problem {
  return {rule, message, help, position, level: 'error'};
}

/** A complaint about what stands in a place. */
export function problemAt(position: Position | undefined, complaint: Complaint): Problem {
  return problem(complaint.rule, complaint.message, position, complaint.help);
}

/** Each problem once: of what is looked at several times, the same may be said each time. */
export function distinct(problems: readonly Problem[]): Problem[] {
  const found = new Map<string, Problem>();
  for (const each of problems) {
    const key = JSON.stringify([each.rule, each.message, each.position?.start]);
    if (!found.has(key)) found.set(key, each);
  }
  return [...found.values()];
}

/** The order in which problems stand in a file. */
export function byPlace(a: Placed, b: Placed): number {
  const [first, second] = [startOf(a), startOf(b)];
  return first.line - second.line || first.column - second.column;
}

/** Where a problem begins; one without a place is told at the beginning of the file. */
export function startOf({position}: Placed): Point {
  return position?.start ?? {line: 1, column: 1};
}

type Placed = Pick<Problem, 'position'>;

/** What is said where a function of the site's has thrown an error. */
export function failureOf(name: string, error: unknown): string {
  return `${name} failed: ${error instanceof Error ? error.message : String(error)}`;
}

/** The problem in the form that unified's reporters know. */
export function toMessage(
  {rule, message, help, position, level}: Problem,
  path: string,
): VFileMessage {
  const result = new VFileMessage(message, {place: position, ruleId: rule, source: 'markdoc'});
  result.fatal = level === 'error';
  result.file = path;
  if (help) result.note = help;
  return result;
}

/**
 * Tells an author everything about the problems of a file.
 *
 * @param path The file, as the author would name it.
 * @param source Its text, for the lines that are shown.
 */
export function formatProblems(problems: readonly Problem[], path: string, source: string): string {
  const lines = source.split(/\r\n?|\n/);
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  const told = problems.map((each) => formatProblem(each, path, lines));
  return [`${count} in ${path}`, ...told].join('\n\n');
}

function formatProblem(
  {rule, message, help, position, severity = 'error'}: Problem,
  path: string,
  lines: string[],
): string {
  const place = position ? `${path}:${position.start.line}:${position.start.column}` : path;
  return [
    `${place}  ${severity === 'error' ? '' : `[${severity}] `}${message}`,
    ...(position ? codeFrame(position, lines) : []),
    ...(help ? [`  ${help}`] : []),
    `  ${rule}`,
  ].join('\n');
}

function codeFrame({start, end}: Position, lines: string[]): string[] {
  const line = lines[start.line - 1] ?? '';
  const gutter = `  ${start.line} | `;
  const to = end.line === start.line ? end.column : line.length + 1;
  const width = Math.max(1, Math.min(to, line.length + 1) - start.column);
  if (line.length > 200) return [];
  // Tabs stay tabs, so that the marks stand under what they mark.
  const indent = line.slice(0, start.column - 1).replace(/[^\t]/g, ' ');
  return [`${gutter}${line}`, `${' '.repeat(gutter.length - 2)}| ${indent}${'^'.repeat(width)}`];
}
