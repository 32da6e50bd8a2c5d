import {translate} from '@docusaurus/Translate';
import type {PartProps} from '@theme/FlowChooser';
import {memo, type ReactNode} from 'react';

/** The questions that the page leaves open: for each a group of cards, with a radio button in each. */
export default function Questions({id, state, dispatch}: PartProps): ReactNode {
  return state.evaluation.questions
    .filter(({fixed}) => !fixed)
    .map((question) => (
      <Question key={question.choice.id} {...question} id={id} dispatch={dispatch} />
    ));
}

/** Typing into a field leaves the questions alone. */
const Question = memo(function Question({
  id,
  choice,
  options,
  value,
  dispatch,
}: Pick<PartProps, 'id' | 'dispatch'> &
  PartProps['state']['evaluation']['questions'][number]): ReactNode {
  return (
    <fieldset className="flow-chooser__question">
      <legend>{choice.label}</legend>
      {choice.help && <small>{choice.help}</small>}
      <div>
        {options.map((option) => {
          const optionId = `${id}${choice.id}-${option.id}`;
          return (
            <label key={option.id}>
              <input
                type="radio"
                name={id + choice.id}
                value={option.id}
                checked={option.id === value}
                aria-labelledby={`${optionId}-label`}
                aria-describedby={`${optionId}-help`}
                onChange={() => dispatch({type: 'choose', choice: choice.id, option: option.id})}
              />
              <strong id={`${optionId}-label`}>{option.label}</strong>
              <small id={`${optionId}-help`}>
                {option.help && <span>{option.help}</span>}
                {option.recommended && (
                  <span>
                    <b className="badge badge--secondary">
                      {translate({id: 'theme.FlowChooser.recommended', message: 'Recommended'})}
                    </b>{' '}
                    {option.recommended}
                  </span>
                )}
              </small>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
});
