import {evaluate} from '../evaluate.js';
import type {Answers, CompiledFile, CompiledFlow, Expression, OutputFile} from '../types.js';
import {fromBase64} from './base64.js';
import {type Entry, isChildOf, nameOf, parentOf, pathKey, type Reading} from './entries.js';
import {readEnv} from './read-env.js';
import {readYaml, readYamlValue} from './read-yaml.js';
import {finding} from './rules.js';
import {type Checks, checkOf} from './types.js';

/** A key that a flow writes for some answers: what a file is compared with. */
export interface Expected extends Entry {
  /** What its value is made of. */
  readonly expression: Expression;
  /** How the flow writes it, with placeholders for secrets. */
  readonly text: string;
  /** What the flow's author has to say about it: the comment above it, where that is a sentence. */
  readonly reason: string;
  /** The same for each item of a list. */
  readonly itemReasons: readonly string[];
}

/** The keys of a file by their paths. */
export type ByPath<E extends Entry = Entry> = ReadonlyMap<string, E>;

export function byPath<E extends Entry>(entries: readonly E[]): ByPath<E> {
  return new Map(entries.map((each) => [pathKey(each.path), each]));
}

/**
 * Reads a text as a file of a flow.
 *
 * @param file how the target reads it
 */
export function readAs(
  {format, then}: Pick<CompiledFile, 'format' | 'then'>,
  text: string,
  checks?: Checks[string],
): Reading {
  if (format === 'dotenv') return readEnv(text, then !== undefined);
  const reading = readYaml(text);
  const decoded = reading.entries.map((entry) => decode(entry, checks));
  return {...reading, entries: then ? decoded.map(readAgain) : decoded};
}

/** An entry with its value as it was before it was encoded. */
function decode(entry: Entry, checks?: Checks[string]): Entry {
  const parent = parentOf(entry);
  if (checkOf(checks, parent)?.encoding === undefined || typeof entry.value !== 'string')
    return entry;
  const {value: _, ...rest} = entry;
  const value = fromBase64(entry.value);
  if (value !== undefined) return {...rest, value};
  const params = {key: nameOf(entry), parent: nameOf({path: parent})};
  const fault = finding('needs-base64', entry.at, params);
  return {...rest, isOpen: true, faults: [fault]};
}

/** An entry with what the target reads in its value. */
function readAgain(entry: Entry): Entry {
  if (typeof entry.value !== 'string') return entry;
  const {value: _, source: __, ...rest} = entry;
  const read = readYamlValue(entry.value);
  if (!('reason' in read)) return {...rest, ...read};
  const params = {key: nameOf(entry), reason: read.reason};
  const fault = finding('value-syntax', entry.at, params);
  return {...rest, isOpen: true, faults: [fault]};
}

/** What a flow writes into a file for these answers; `undefined` where it does not write that file. */
export function expectedIn(
  flow: CompiledFlow,
  answers: Answers,
  fileId: string,
): Expected[] | undefined {
  const output = evaluate(flow, answers).files.find(({id}) => id === fileId);
  const file = flow.files.find(({id}) => id === fileId);
  if (!output || !file) return undefined;
  // What the flow has written is read the same way as what the reader has: so every key has its line, and every line its expression.
  const {entries} = readAs(file, output.text);
  return entries.map((entry) => {
    const {line, items = [], isMap} = entry;
    const reason = commentAbove(line, output);
    return {
      ...entry,
      expression: expressionOf(entry, output, file),
      text: isMap ? blockText(entry, entries, output) : textOf(entry, output),
      reason,
      itemReasons: items.map((item) =>
        item.line > line ? commentAbove(item.line, output) : reason,
      ),
    };
  });
}

/** The expression of a compiled line; a line without one holds a constant. */
function expressionAt(
  line: number,
  output: OutputFile,
  file: CompiledFile,
): Expression | undefined {
  const key = output.lines[line - 1]?.key;
  return key === undefined ? undefined : file.lines[key]?.value;
}

function expressionOf(entry: Entry, output: OutputFile, file: CompiledFile): Expression {
  const own = expressionAt(entry.line, output, file);
  if (own !== undefined) return own;
  const {value, items = []} = entry;
  if (!Array.isArray(value)) return (value as Expression) ?? '';
  return {
    list: value.map((each, index) => expressionAt(items[index]?.line ?? 0, output, file) ?? each),
  };
}

/** A line as it may be shown. */
function shown(output: OutputFile, line: number): string {
  const pieces = output.lines[line - 1]?.pieces ?? [];
  return pieces
    .map(({text, withoutSecrets}) => withoutSecrets ?? text)
    .join('')
    .trim();
}

function textOf({line, items}: Entry, output: OutputFile): string {
  const first = shown(output, line);
  const below = (items ?? []).filter((item) => item.line > line);
  if (below.length === 0) return first;
  return `${first} [${below.map((item) => shown(output, item.line).replace(/^- /, '')).join(', ')}]`;
}

/** A block on one line, where it is a small one. */
function blockText(block: Entry, entries: readonly Entry[], output: OutputFile): string {
  const first = shown(output, block.line);
  const children = entries.filter((each) => isChildOf(each, block.path));
  if (children.length === 0 || children.some(({isMap}) => isMap)) return `${first} …`;
  return `${first} {${children.map((child) => textOf(child, output)).join(', ')}}`;
}

/** The comment right above a line, where it is a sentence. */
function commentAbove(line: number, output: OutputFile): string {
  const comments: string[] = [];
  for (let above = line - 1; shown(output, above).startsWith('#'); above--) {
    comments.unshift(shown(output, above));
  }
  const words = comments.map((comment) => comment.replace(/^#\s*/, '')).join(' ');
  return words.endsWith('.') ? words : '';
}
