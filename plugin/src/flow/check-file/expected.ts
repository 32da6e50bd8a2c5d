import {evaluate} from '../evaluate.js';
import type {
  Answers,
  CompiledField,
  CompiledFile,
  CompiledFlow,
  Expression,
  OutputFile,
} from '../types.js';
import {fromBase64} from './base64.js';
import {type Entry, isChildOf, nameOf, parentOf, pathKey, type Reading} from './entries.js';
import {mask} from './mask.js';
import {readEnv} from './read-env.js';
import {readYaml, readYamlValue} from './read-yaml.js';
import {finding} from './rules.js';
import {type Checks, checkOf} from './types.js';

/** A key that a flow writes for some answers: what a file is compared with. */
export interface Expected extends Entry {
  /** What its value is made of. */
  readonly expression: Expression;
  /** How the flow writes it, with secrets masked. */
  readonly text: string;
  /** The fields without a value, whose placeholders stand in that text. */
  readonly open: readonly CompiledField[];
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

/** A file as a flow writes it, read once more. */
interface Written {
  readonly flow: CompiledFlow;
  readonly file: CompiledFile;
  readonly output: OutputFile;
  readonly entries: readonly Entry[];
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
  const written = {flow, file, output, entries};
  return entries.map((entry) => {
    const {line, items = [], isMap} = entry;
    const reason = commentAbove(line, written);
    return {
      ...entry,
      expression: expressionOf(entry, written),
      text: isMap ? blockText(entry, written) : textOf(entry, written),
      open: isMap ? [] : openIn(entry, written),
      reason,
      itemReasons: items.map((item) =>
        item.line > line ? commentAbove(item.line, written) : reason,
      ),
    };
  });
}

/** The expression of a compiled line; a line without one holds a constant. */
function expressionAt(line: number, {output, file}: Written): Expression | undefined {
  const key = output.lines[line - 1]?.key;
  return key === undefined ? undefined : file.lines[key]?.value;
}

function expressionOf(entry: Entry, written: Written): Expression {
  const own = expressionAt(entry.line, written);
  if (own !== undefined) return own;
  const {value, items = []} = entry;
  if (!Array.isArray(value)) return (value as Expression) ?? '';
  return {
    list: value.map((each, index) => expressionAt(items[index]?.line ?? 0, written) ?? each),
  };
}

/** A line as it may be shown. */
function shown(line: number, {flow, output}: Written): string {
  const secrets = flow.fields.filter(({secret}) => secret);
  const pieces = output.lines[line - 1]?.pieces ?? [];
  return pieces
    .map(({text, fields = [], withoutSecrets}) =>
      secrets
        .filter(({id}) => withoutSecrets !== undefined && fields.includes(id))
        .reduce((all, {placeholder}) => all.replaceAll(placeholder, mask), withoutSecrets ?? text),
    )
    .join('')
    .trim();
}

/** The lines of the items of a list that are not on the line of its key. */
function linesBelow({line, items = []}: Entry): number[] {
  return items.map((item) => item.line).filter((each) => each > line);
}

function textOf(entry: Entry, written: Written): string {
  const first = shown(entry.line, written);
  const below = linesBelow(entry).map((line) => shown(line, written).replace(/^- /, ''));
  return below.length === 0 ? first : `${first} [${below.join(', ')}]`;
}

/** The fields without a value whose placeholders stand in the lines of a key. */
function openIn(entry: Entry, {flow, output}: Written): CompiledField[] {
  const pieces = [entry.line, ...linesBelow(entry)].flatMap(
    (line) => output.lines[line - 1]?.pieces ?? [],
  );
  return flow.fields.filter(({id, placeholder}) =>
    pieces.some(
      ({missing, fields, text}) => missing && fields?.includes(id) && text.includes(placeholder),
    ),
  );
}

/** A block on one line, where it is a small one: with those of its keys whose values are known. */
function blockText(block: Entry, written: Written): string {
  const first = shown(block.line, written);
  const children = written.entries.filter((each) => isChildOf(each, block.path));
  const closed = children.filter((child) => openIn(child, written).length === 0);
  if (closed.length === 0 || children.some(({isMap}) => isMap)) return `${first} …`;
  const texts = closed.map((child) => textOf(child, written));
  const rest = closed.length < children.length ? ['…'] : [];
  return `${first} {${[...texts, ...rest].join(', ')}}`;
}

/** The comment right above a line, where it is a sentence. */
function commentAbove(line: number, written: Written): string {
  const comments: string[] = [];
  for (let above = line - 1; shown(above, written).startsWith('#'); above--) {
    comments.unshift(shown(above, written));
  }
  const words = comments.map((comment) => comment.replace(/^#\s*/, '')).join(' ');
  return words.endsWith('.') ? words : '';
}
