import type {Props} from '@theme/FlowChooser';
import {combinations, evaluate} from 'docusaurus-plugin-markdoc/flow';
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
      {combinations(flow, fixed).map((choices) => {
        const {questions, files} = evaluate(flow, {choices}, fixed);
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
