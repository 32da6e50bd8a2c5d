import Translate from '@docusaurus/Translate';
import type {Props} from '@theme/FlowChooser/Questions';
import type {ReactNode} from 'react';
import styles from './styles.module.css';

/** The questions that the page leaves open: for each a group of cards, with a radio button in each. */
export default function Questions({id, state, actions}: Props): ReactNode {
  return state.evaluation.questions
    .filter(({fixed}) => !fixed)
    .map(({choice, options, value}) => (
      <fieldset key={choice.id} className={styles.question}>
        <legend>{choice.label}</legend>
        {choice.help && <p className={styles.help}>{choice.help}</p>}
        <div className={styles.options}>
          {options.map((option) => {
            const optionId = `${id}${choice.id}-${option.id}`;
            return (
              <label key={option.id} className={styles.option}>
                <input
                  type="radio"
                  name={id + choice.id}
                  value={option.id}
                  checked={option.id === value}
                  aria-labelledby={`${optionId}-label`}
                  aria-describedby={`${optionId}-help`}
                  onChange={() => actions.choose(choice.id, option.id)}
                />
                <span>
                  <span className={styles.heading}>
                    <strong id={`${optionId}-label`}>{option.label}</strong>
                  </span>
                  <span id={`${optionId}-help`} className={styles.help}>
                    {option.help && <span>{option.help}</span>}
                    {option.recommended && (
                      <span>
                        <span className={styles.recommended}>
                          <Translate id="theme.FlowChooser.recommended">Recommended</Translate>
                        </span>{' '}
                        {option.recommended}
                      </span>
                    )}
                  </span>
                </span>
              </label>
            );
          })}
        </div>
      </fieldset>
    ));
}
