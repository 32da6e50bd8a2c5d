import {checkValue, regExp} from './check.js';
import {encode, shellWord} from './formats/index.js';
import {answerProblem} from './messages.js';
import type {
  AnswerProblem,
  Answers,
  CompiledChoice,
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

/** The answers of one evaluation: which apply, what they are, and what expressions make of them. */
class Context {
  readonly known: Known = new Map();
  readonly problems = new Map<string, AnswerProblem>();
  readonly #flow: CompiledFlow;

  constructor(flow: CompiledFlow) {
    this.#flow = flow;
  }

  /** Notes what is wrong with a field; its first problem is the one to solve first. */
  report(problem: AnswerProblem): void {
    if (!this.problems.has(problem.field)) this.problems.set(problem.field, problem);
  }

  field(id: string) {
    return this.#flow.fields.find((field) => field.id === id);
  }

  /**
   * @param withoutSecrets put the placeholder in place of each secret
   */
  resolve(expression: Expression, withoutSecrets = false): Resolved {
    if (typeof expression !== 'object' || expression === null) {
      return {value: expression, fields: [], missing: false};
    }
    if ('ref' in expression) return this.#reference(expression.ref, withoutSecrets);
    if ('cases' in expression) {
      const match = expression.cases.find(([when]) => holds(when, this.known));
      return match
        ? this.resolve(match[1], withoutSecrets)
        : {value: '', fields: [], missing: false};
    }
    const parts = ('text' in expression ? expression.text : expression.list).map((part) =>
      this.resolve(part, withoutSecrets),
    );
    const values = parts.flatMap((part) => part.value);
    return {
      value: 'text' in expression ? values.map(String).join('') : values,
      fields: [...new Set(parts.flatMap((part) => part.fields))],
      missing: parts.some((part) => part.missing),
    };
  }

  #reference(name: string, withoutSecrets: boolean): Resolved {
    const field = this.field(name);
    const value = this.known.get(name);
    if (!field) return {value: value ?? '', fields: [], missing: false};
    const list = field.value.type === 'array';
    const missing = value === undefined && !field.optional;
    const hide = missing || (withoutSecrets && field.secret);
    const shown = hide ? field.placeholder : (value ?? '');
    return {
      value: list ? [shown].flat().filter((item) => item !== '') : shown,
      fields: [name],
      missing,
    };
  }

  /** Writes an expression for a file, as the piece of a line. */
  piece(expression: Expression, file: CompiledFile): Piece {
    const {value, fields, missing} = this.resolve(expression);
    const text = encode(file.format, value, file.then);
    if (text === undefined) return this.#refuse(expression, fields, file);
    const secret = fields.some((id) => this.field(id)?.secret && this.known.has(id));
    return {
      text,
      ...(fields.length > 0 && {fields}),
      ...(missing && {missing: true as const}),
      ...(secret && {
        withoutSecrets: encode(file.format, this.resolve(expression, true).value, file.then) ?? '',
      }),
    };
  }

  /**
   * The value has no encoding in this file: says so at the field that it came from, and puts the placeholder in its place.
   */
  #refuse(expression: Expression, fields: readonly string[], file: CompiledFile): Piece {
    const guilty =
      fields.find((id) => {
        const value = this.known.get(id);
        return value !== undefined && encode(file.format, value, file.then) === undefined;
      }) ?? fields[0];
    const field = guilty === undefined ? undefined : this.field(guilty);
    // Literals are proven at build time, so only an answer can bring us here.
    if (!field) throw new Error(`A literal of ${file.name} cannot be written as ${file.format}`);
    this.report(answerProblem(field.id, 'dotenv', {label: field.label, file: file.name}));
    this.known.delete(field.id);
    return this.piece(expression, file);
  }

  /** Writes a command; each answer in it is a word of its own to the shell. */
  command(expression: Expression): string {
    if (typeof expression === 'object' && expression !== null && 'text' in expression) {
      return expression.text.map((part) => this.command(part)).join('');
    }
    const {value, fields} = this.resolve(expression, true);
    return fields.length > 0 ? shellWord([value].flat().join(',')) : String(value);
  }
}

function question(
  choice: CompiledChoice,
  answers: Answers,
  fixed: {readonly [choice: string]: string},
  context: Context,
): Question {
  const options = choice.options.filter((option) => holds(option.when, context.known));
  const chosen = own(fixed, choice.id) ?? own(answers.choices, choice.id);
  const option = options.find(({id}) => id === chosen);
  if (chosen !== undefined && !option) {
    const expected = options.map(({id}) => id).join(', ');
    context.report(
      answerProblem(choice.id, 'option', {label: choice.label, item: String(chosen), expected}),
    );
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

function fieldState(flow: CompiledFlow, index: number, answers: Answers, context: Context) {
  const field = flow.fields[index] as CompiledFlow['fields'][number];
  const given = own<Value>(field.secret ? answers.secrets : answers.values, field.id);
  const value = given === undefined ? field.default : given;
  if (isEmpty(value)) {
    if (!field.optional) {
      context.report(answerProblem(field.id, 'missing', {label: field.label}));
    }
    return {field, value};
  }
  const problem = checkValue(field, value, flow.forbidden);
  if (problem) context.report(problem);
  // A half-typed value is shown as far as it goes; one that no file may hold leaves the placeholder standing.
  const harmful = ['type', 'lineBreak', 'control', 'forbidden', 'maxLength', 'maxItems'];
  if (value !== undefined && !(problem && harmful.includes(problem.id))) {
    context.known.set(field.id, value);
  }
  return {field, value};
}

function isBroken(rule: CompiledRule, context: Context): boolean {
  if (!holds(rule.when, context.known)) return false;
  const expressions = rule.different ?? (rule.matches ? [rule.matches.value] : []);
  const sides = expressions.map((expression) => context.resolve(expression));
  // A rule speaks once the answers it is about are there and right in themselves.
  const ready = sides.every(
    (side) => !side.missing && side.fields.every((id) => !context.problems.has(id)),
  );
  if (!ready) return false;
  const texts = sides.flatMap((side) => String(side.value));
  return rule.matches ? !regExp(rule.matches.pattern).test(texts[0] ?? '') : texts[0] === texts[1];
}

function outputLine(
  line: CompiledLine,
  key: number,
  last: boolean,
  file: CompiledFile,
  context: Context,
): OutputLine {
  const pieces: Piece[] = line.text ? [{text: line.text}] : [];
  if (line.value !== undefined) pieces.push(context.piece(line.value, file));
  if (line.comma && !last) pieces.push({text: ','});
  return {
    key,
    text: pieces.map((piece) => piece.text).join(''),
    pieces,
    fields: pieces.flatMap((piece) => piece.fields ?? []),
    ...(line.value !== undefined && {value: context.resolve(line.value).value}),
  };
}

function outputFile(file: CompiledFile, context: Context): OutputFile {
  const visible = [...file.lines.entries()].filter(([, line]) =>
    (line.when ?? []).every((when) => holds(when, context.known)),
  );
  const lines = visible.map(([key, line], index) => {
    const next = visible[index + 1]?.[1].text.trimStart();
    const last = next === undefined || /^[\]}]/.test(next);
    return outputLine(line, key, last, file, context);
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
    ...(file.next !== undefined && {next: context.command(file.next)}),
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
  const context = new Context(flow);

  const questions: Question[] = [];
  for (const choice of flow.choices) {
    if (!holds(choice.when, context.known)) continue;
    const asked = question(choice, answers, fixed, context);
    context.known.set(choice.id, asked.value);
    questions.push(asked);
  }

  const states: Omit<FieldState, 'problem'>[] = [];
  for (const [index, field] of flow.fields.entries()) {
    if (holds(field.when, context.known)) states.push(fieldState(flow, index, answers, context));
  }

  for (const rule of flow.rules) {
    if (!isBroken(rule, context)) continue;
    const label = context.field(rule.field)?.label ?? rule.field;
    context.report(answerProblem(rule.field, 'rule', {label, reason: rule.message}));
  }

  const files = flow.files
    .filter((file) => holds(file.when, context.known))
    .map((file) => outputFile(file, context));

  const ids = [...questions.map(({choice}) => choice.id), ...states.map(({field}) => field.id)];
  const problems = ids.flatMap((id) => context.problems.get(id) ?? []);
  return {
    questions,
    fields: states.map((state) => {
      const problem = context.problems.get(state.field.id);
      return problem ? {...state, problem} : state;
    }),
    problems,
    complete: problems.length === 0,
    files,
  };
}
