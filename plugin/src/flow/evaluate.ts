import type {Choices} from './ask.js';
import {judge} from './judge.js';
import type {Answers, CompiledFlow, Evaluation} from './types.js';
import {write} from './write.js';

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
 *   choices: {security: 'tls'},
 *   values: {host: 'mail.example.com', user: 'jane', …},
 * });
 * if (complete) for (const file of files) console.log(file.filename, file.text);
 */
export function evaluate(
  flow: CompiledFlow,
  answers: Answers = {},
  fixed: Choices = {},
): Evaluation {
  const judged = judge(flow, answers, fixed);
  // Writing comes before the problems are gathered: that an answer cannot be written is one.
  const files = write(judged);
  const problems = [...flow.choices, ...flow.fields].flatMap(
    ({id}) => judged.problems.get(id) ?? [],
  );
  return {
    questions: judged.questions,
    fields: judged.fields.map((state) => ({
      ...state,
      problem: judged.problems.get(state.field.id),
    })),
    problems,
    complete: problems.length === 0,
    files,
  };
}
