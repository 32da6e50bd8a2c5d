import type {AnswerMessageId} from './answer-messages.js';
import {findFault, matches} from './fault.js';
import {encode, shellWord} from './formats/index.js';
import {problemOf} from './messages.js';
import type {
  AnswerProblem,
  Answers,
  CompiledChoice,
  CompiledField,
  CompiledFile,
  CompiledFlow,
  CompiledLine,
  CompiledRule,
  Evaluation,
  Expression,
  FieldState,
  OutputFile,
  OutputLine,
  Piece,
  Question,
  Scalar,
  Value,
  When,
} from './types.js';

/** What an expression has come to, and what went into it. */
interface Resolved {
  readonly value: Scalar | readonly Scalar[];
  readonly fields: readonly string[];
  readonly missing: boolean;
}

/** The names that hold so far. A field without a usable value has none. */
type Known = Map<string, Value>;

/** An own property, so that a name such as `constructor` finds nothing. */
function own<T>(record: {readonly [name: string]: T} | undefined, name: string): T | undefined {
  return record && Object.hasOwn(record, name) ? record[name] : undefined;
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

function holds(when: When | undefined, known: Known): boolean {
  return Object.entries(when ?? {}).every(([name, wanted]) => {
    const value = known.get(name);
    return [wanted]
      .flat()
      .some((each) =>
        typeof each === 'boolean' ? each === (value !== false && !isEmpty(value)) : each === value,
      );
  });
}

/** One evaluation: what is known so far, and what was found wrong. */
interface Run {
  readonly flow: CompiledFlow;
  readonly known: Known;
  readonly problems: Map<string, AnswerProblem>;
}

/** Notes what is wrong with a field or a choice; its first problem is the one to solve first. */
function report(
  {flow, problems}: Run,
  {id, label}: CompiledField | CompiledChoice,
  message: AnswerMessageId,
  params?: {readonly [name: string]: string},
): void {
  if (!problems.has(id)) {
    problems.set(id, problemOf(flow.messages, id, message, {label, ...params}));
  }
}

function fieldOf({flow}: Run, id: string): CompiledField | undefined {
  return flow.fields.find((field) => field.id === id);
}

/**
 * What an expression comes to.
 *
 * @param withoutSecrets put the placeholder in place of each secret
 */
function resolve(run: Run, expression: Expression, withoutSecrets = false): Resolved {
  if (typeof expression !== 'object' || expression === null) {
    return {value: expression, fields: [], missing: false};
  }
  if ('ref' in expression) return reference(run, expression.ref, withoutSecrets);
  if ('cases' in expression) return resolve(run, caseOf(run, expression), withoutSecrets);
  const isText = 'text' in expression;
  const parts = (isText ? expression.text : expression.list).map((part) =>
    resolve(run, part, withoutSecrets),
  );
  const values = parts.flatMap((part) => part.value);
  return {
    value: isText ? values.map(String).join('') : values,
    fields: Array.from(new Set(parts.flatMap((part) => part.fields))),
    missing: parts.some((part) => part.missing),
  };
}

/** The first case that holds; where none does, there is nothing. */
function caseOf({known}: Run, {cases}: Extract<Expression, {cases: unknown}>): Expression {
  const match = cases.find(([when]) => holds(when, known));
  return match ? match[1] : '';
}

function reference(run: Run, name: string, withoutSecrets: boolean): Resolved {
  const field = fieldOf(run, name);
  const value = run.known.get(name);
  if (!field) return {value: value ?? '', fields: [], missing: false};
  const missing = value === undefined && !field.optional;
  const hide = missing || (withoutSecrets && field.secret);
  const shown = hide ? field.placeholder : (value ?? '');
  const list = field.value.type === 'array';
  return {
    value: list ? [shown].flat().filter((item) => item !== '') : shown,
    fields: [name],
    missing,
  };
}

/** Writes an expression for a file, as the piece of a line; in place of an answer that has no encoding there, its placeholder. */
function writePiece(run: Run, expression: Expression, file: CompiledFile): Piece {
  const {value, fields, missing} = resolve(run, expression);
  const text = encode(file.format, value, file.then);
  const guilty = text === undefined ? guiltyField(run, expression, fields, file) : undefined;
  if (guilty) {
    report(run, guilty, 'dotenv', {file: file.name});
    run.known.delete(guilty.id);
    return writePiece(run, expression, file);
  }
  const secret = fields.some((id) => fieldOf(run, id)?.secret && run.known.has(id));
  return {
    // What is left without answers can be written: that is tried when the flow is read.
    text: text ?? '',
    ...(fields.length > 0 && {fields}),
    ...(missing && {missing: true as const}),
    ...(secret && {
      withoutSecrets: encode(file.format, resolve(run, expression, true).value, file.then) ?? '',
    }),
  };
}

/**
 * The field because of which an expression has no encoding: the one without which it has, or else one that has none by itself.
 */
function guiltyField(
  run: Run,
  expression: Expression,
  fields: readonly string[],
  file: CompiledFile,
): CompiledField | undefined {
  const answered = fields.filter((id) => run.known.has(id));
  const isWritable = (value: Resolved['value']) =>
    encode(file.format, value, file.then) !== undefined;
  const helps = answered.find((id) => {
    const known = new Map(run.known);
    known.delete(id);
    return isWritable(resolve({...run, known}, expression).value);
  });
  const alone = answered.find((id) => !isWritable(run.known.get(id) ?? ''));
  const guilty = helps ?? alone ?? answered[0];
  return guilty === undefined ? undefined : fieldOf(run, guilty);
}

/** Writes a command; each answer in it is a word of its own to the shell. */
function writeCommand(run: Run, expression: Expression): string {
  if (typeof expression === 'object' && expression !== null) {
    if ('cases' in expression) return writeCommand(run, caseOf(run, expression));
    if ('text' in expression)
      return expression.text.map((part) => writeCommand(run, part)).join('');
  }
  const {value, fields} = resolve(run, expression, true);
  return fields.length > 0 ? shellWord([value].flat().join(',')) : String(value);
}

function question(
  choice: CompiledChoice,
  answers: Answers,
  fixed: {readonly [choice: string]: string},
  run: Run,
): Question {
  const options = choice.options.filter((option) => holds(option.when, run.known));
  const chosen = own(fixed, choice.id) ?? own(answers.choices, choice.id);
  const option = options.find(({id}) => id === chosen);
  if (chosen !== undefined && !option) {
    const expected = options.map(({id}) => id).join(', ');
    report(run, choice, 'option', {item: String(chosen), expected});
  }
  const fallback = options.find(({recommended}) => recommended) ?? options[0];
  return {
    choice,
    options,
    value: (option ?? fallback)?.id ?? '',
    fixed: own(fixed, choice.id) !== undefined,
    answered: option !== undefined,
  };
}

function fieldState(field: CompiledField, answers: Answers, run: Run) {
  const given = own<Value>(field.secret ? answers.secrets : answers.values, field.id);
  const value = given === undefined ? field.default : given;
  if (isEmpty(value)) {
    if (!field.optional) report(run, field, 'missing');
    return {field, value};
  }
  const fault = findFault(field, value, run.flow.forbidden);
  if (fault) report(run, field, ...fault);
  // A half-typed value is shown as far as it goes; one that no file may hold leaves the placeholder standing.
  const harmful = ['type', 'lineBreak', 'control', 'forbidden', 'maxLength', 'maxItems'];
  if (value !== undefined && !(fault && harmful.includes(fault[0]))) {
    run.known.set(field.id, value);
  }
  return {field, value};
}

function isBroken(rule: CompiledRule, run: Run): boolean {
  if (!holds(rule.when, run.known)) return false;
  const expressions = rule.different ?? (rule.matches ? [rule.matches.value] : []);
  const sides = expressions.map((expression) => resolve(run, expression));
  // A rule speaks once the answers it is about are there and right in themselves.
  const ready = sides.every(
    (side) => !side.missing && side.fields.every((id) => !run.problems.has(id)),
  );
  if (!ready) return false;
  const texts = sides.flatMap((side) => String(side.value));
  return rule.matches ? !matches(texts[0] ?? '', rule.matches.pattern) : texts[0] === texts[1];
}

function outputLine(
  line: CompiledLine,
  key: number,
  last: boolean,
  file: CompiledFile,
  run: Run,
): OutputLine {
  const pieces: Piece[] = line.text ? [{text: line.text}] : [];
  if (line.value !== undefined) pieces.push(writePiece(run, line.value, file));
  if (line.comma && !last) pieces.push({text: ','});
  return {
    key,
    text: pieces.map((piece) => piece.text).join(''),
    pieces,
    fields: pieces.flatMap((piece) => piece.fields ?? []),
    ...(line.value !== undefined && {value: resolve(run, line.value).value}),
  };
}

function outputFile(file: CompiledFile, run: Run): OutputFile {
  const visible = Array.from(file.lines.entries()).filter(([, line]) =>
    (line.when ?? []).every((when) => holds(when, run.known)),
  );
  const lines = visible.map(([key, line], index) => {
    const next = visible[index + 1]?.[1].text.trimStart();
    const last = next === undefined || /^[\]}]/.test(next);
    return outputLine(line, key, last, file, run);
  });
  const join = (text: (piece: Piece) => string) =>
    lines.map((line) => `${line.pieces.map(text).join('')}\n`).join('');
  return {
    id: file.id,
    filename: file.name,
    format: file.format,
    ...(file.help !== undefined && {help: file.help}),
    lines,
    text: join((piece) => piece.text),
    withoutSecrets: join((piece) => piece.withoutSecrets ?? piece.text),
    ...(file.next !== undefined && {next: writeCommand(run, file.next)}),
  };
}

/**
 * Answers in; out come the questions, the fields that apply, the problems, and the files.
 *
 * The function is pure and quick enough to be called on each keystroke. It never throws for an answer, whatever that is: an
 * answer of the wrong type or one that may not be written is a problem at its field, and its placeholder stands in the files.
 *
 * @param flow a compiled flow
 * @param answers what the reader chose and entered; answers to unknown or hidden fields are ignored
 * @param fixed choices that the page has made
 * @example
 * const {complete, files} = evaluate(flow, {
 *   choices: {clientType: 'public', deployment: 'docker'},
 *   values: {domain: 'acme.eu.auth0.com', clientId: 'abc', …},
 * });
 * if (complete) for (const file of files) console.log(file.filename, file.text);
 */
export function evaluate(
  flow: CompiledFlow,
  answers: Answers = {},
  fixed: {readonly [choice: string]: string} = {},
): Evaluation {
  const run: Run = {flow, known: new Map(), problems: new Map()};

  const questions: Question[] = [];
  for (const choice of flow.choices) {
    if (!holds(choice.when, run.known)) continue;
    const asked = question(choice, answers, fixed, run);
    run.known.set(choice.id, asked.value);
    questions.push(asked);
  }

  const states: Omit<FieldState, 'problem'>[] = [];
  for (const field of flow.fields) {
    if (holds(field.when, run.known)) states.push(fieldState(field, answers, run));
  }

  for (const rule of flow.rules) {
    if (!isBroken(rule, run)) continue;
    const field = fieldOf(run, rule.field);
    if (field) report(run, field, 'rule', {reason: rule.message});
  }

  const files = flow.files
    .filter((file) => holds(file.when, run.known))
    .map((file) => outputFile(file, run));

  const ids = [...questions.map(({choice}) => choice.id), ...states.map(({field}) => field.id)];
  const problems = ids.flatMap((id) => run.problems.get(id) ?? []);
  return {
    questions,
    fields: states.map((state) => {
      const problem = run.problems.get(state.field.id);
      return problem ? {...state, problem} : state;
    }),
    problems,
    complete: problems.length === 0,
    files,
  };
}
