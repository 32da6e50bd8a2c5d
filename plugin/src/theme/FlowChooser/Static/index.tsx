import type {Props} from '@theme/FlowChooser/Static';
import {
  type CompiledFlow,
  type Evaluation,
  evaluate,
  type Question,
} from 'docusaurus-plugin-markdoc/flow';
import type {ReactNode} from 'react';

/**
 * What readers without JavaScript get: the files of every combination of choices, with placeholders, in place of the form.
 *
 * It stands in `noscript`, whose content React renders on the server and never in the browser.
 */
export default function Static({flow, fixed = {}}: Props): ReactNode {
  return (
    <>
      <style>{'.flow-chooser__form{display:none}'}</style>
      {combinations(flow, fixed).map(({questions, files}) => {
        const options = questions.flatMap(({choice, value, fixed: isFixed}) =>
          isFixed ? [] : choice.options.flatMap(({id, label}) => (id === value ? label : [])),
        );
        return (
          <section key={questions.map(({value}) => value).join()}>
            <p>
              <strong>{options.join(', ')}</strong>
            </p>
            {files.map(({id, filename, help, text, next}) => (
              <div key={id}>
                <p>
                  <code>{filename}</code> {help}
                </p>
                <pre>
                  <code>{text}</code>
                </pre>
                {next && (
                  <pre>
                    <code>{next}</code>
                  </pre>
                )}
              </div>
            ))}
          </section>
        );
      })}
    </>
  );
}

/** The evaluation of each combination of choices. */
function combinations(
  flow: CompiledFlow,
  fixed: {readonly [choice: string]: string},
  choices: {readonly [choice: string]: string} = {},
): Evaluation[] {
  const evaluation = evaluate(flow, {choices}, fixed);
  const open: Question | undefined = evaluation.questions.find(({answered}) => !answered);
  if (!open) return [evaluation];
  return open.options.flatMap(({id}) =>
    combinations(flow, fixed, {...choices, [open.choice.id]: id}),
  );
}
