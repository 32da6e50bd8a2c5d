import {holds, report} from './ask.js';
import type {Judged} from './judge.js';
import {caseOf, fieldOf, resolve} from './resolve.js';
import {shellWord, spell} from './spell.js';
import type {
  CompiledField,
  CompiledFile,
  CompiledLine,
  Expression,
  OutputFile,
  OutputLine,
  Piece,
} from './types.js';

/** What writing needs of {@link Judged}. An answer that a file cannot hold is taken out of what is known, and becomes a problem. */
export type Writing = Pick<Judged, 'flow' | 'known' | 'problems'>;

/** Writes an expression for a file, as the piece of a line; in place of an answer that has no encoding there, its placeholder. */
export function writePiece(writing: Writing, expression: Expression, file: CompiledFile): Piece {
  const {value, fields, missing} = resolve(writing, expression);
  const {flow} = writing;
  const text = spell(flow, file, value);
  const guilty = text === undefined ? guiltyField(writing, expression, fields, file) : undefined;
  if (guilty) {
    report(writing, guilty, file.format, {file: file.name});
    writing.known.delete(guilty.id);
    return writePiece(writing, expression, file);
  }
  const secret = fields.some((id) => fieldOf(writing, id)?.secret && writing.known.has(id));
  return {
    // What is left without answers can be written: that is tried when the flow is read.
    text: text ?? '',
    ...(fields.length > 0 && {fields}),
    ...(missing && {missing: true as const}),
    ...(secret && {
      withoutSecrets: spell(flow, file, resolve(writing, expression, true).value) ?? '',
    }),
  };
}

/** The field whose answer leaves an expression without an encoding, when the answers are put in one after another, the last one first. */
function guiltyField(
  writing: Writing,
  expression: Expression,
  fields: readonly string[],
  file: CompiledFile,
): CompiledField | undefined {
  const known = new Map(writing.known);
  for (const id of fields) known.delete(id);
  const guilty = [...fields].reverse().find((id) => {
    const value = writing.known.get(id);
    if (value === undefined) return false;
    known.set(id, value);
    const {value: all} = resolve({...writing, known}, expression);
    return spell(writing.flow, file, all) === undefined;
  });
  return guilty === undefined ? undefined : fieldOf(writing, guilty);
}

/** Writes a command; each answer in it is a word of its own to the shell. */
function writeCommand(writing: Writing, expression: Expression): string {
  if (typeof expression === 'object' && expression !== null) {
    if ('cases' in expression) return writeCommand(writing, caseOf(writing, expression));
    if ('text' in expression)
      return expression.text.map((part) => writeCommand(writing, part)).join('');
  }
  const {value, fields} = resolve(writing, expression, true);
  return fields.length > 0 ? shellWord([value].flat().join(',')) : String(value);
}

/** A line without what joins it to the next one. */
export function writeLine(
  writing: Writing,
  {text, value}: CompiledLine,
  file: CompiledFile,
): Piece[] {
  const pieces: Piece[] = text ? [{text}] : [];
  if (value !== undefined) pieces.push(writePiece(writing, value, file));
  return pieces;
}

function outputLine(pieces: readonly Piece[], key: number): OutputLine {
  return {
    key,
    text: pieces.map((piece) => piece.text).join(''),
    pieces,
    fields: pieces.flatMap((piece) => piece.fields ?? []),
  };
}

function outputFile(file: CompiledFile, writing: Writing): OutputFile {
  const visible = file.lines
    .map((line, key) => ({...line, key}))
    .filter(({when = []}) => when.every((each) => holds(each, writing.known)));
  const lines = visible.map((line, index) => {
    const pieces = writeLine(writing, line, file);
    const next = visible[index + 1];
    const joint = next && !next.closes && line.joint;
    return outputLine(joint ? [...pieces, {text: joint}] : pieces, line.key);
  });
  const join = (text: (piece: Piece) => string) =>
    lines.map((line) => `${line.pieces.map(text).join('')}\n`).join('');
  return {
    id: file.id,
    filename: file.name,
    format: file.format,
    language: file.language,
    help: file.help,
    lines,
    text: join((piece) => piece.text),
    withoutSecrets: join((piece) => piece.withoutSecrets ?? piece.text),
    ...(file.next !== undefined && {next: writeCommand(writing, file.next)}),
  };
}

/** The files that the answers ask for. */
export function write(writing: Writing): OutputFile[] {
  return writing.flow.files
    .filter((file) => holds(file.when, writing.known))
    .map((file) => outputFile(file, writing));
}
