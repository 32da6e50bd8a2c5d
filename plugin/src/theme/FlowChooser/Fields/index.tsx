import {translate} from '@docusaurus/Translate';
import type {PartProps} from '@theme/FlowChooser';
import Field from '@theme/FlowChooser/Field';
import type {CompiledField, CompiledFlow} from 'docusaurus-plugin-markdoc/flow';
import {inputOf, problemText} from 'docusaurus-plugin-markdoc/theme';
import {memo, type ReactNode} from 'react';

export interface Props extends PartProps {
  onFocus(field: string | undefined): void;
}

/** Typing into one field leaves the others alone. */
const MemoizedField = memo(Field);

/** The fields that apply. Each says what is wrong with it once the reader has left it. */
export default function Fields({id, state, dispatch, onFocus}: Props): ReactNode {
  return (
    // biome-ignore lint/a11y/useSemanticElements: the label is for those who do not see that these belong together.
    <div
      className="flow-chooser__fields"
      role="group"
      aria-label={translate({id: 'theme.FlowChooser.fields', message: 'Values'})}
      onFocus={({target}) => onFocus((target as HTMLInputElement).name || undefined)}
      onBlur={({target}) => {
        const {name} = target as HTMLInputElement;
        // Readers look values up in other windows. Then the field keeps the focus, and is not finished.
        if (!name || document.activeElement === target) return;
        onFocus(undefined);
        dispatch({type: 'touch', field: name});
      }}
    >
      {state.evaluation.fields.map(({field, value, problem}) => (
        <MemoizedField
          key={field.id}
          id={id + field.id}
          field={field}
          input={inputOf(state, field, value)}
          message={problem && state.touched.has(field.id) ? problemText(problem) : ''}
          longest={longestMessage(field, state.flow)}
          shown={state.shown}
          dispatch={dispatch}
        />
      ))}
    </div>
  );
}

/** The longest of the messages that are known beforehand: room is kept for it. */
function longestMessage({id, expects = ''}: CompiledField, {rules}: CompiledFlow): string {
  const messages = rules.flatMap(({field, message}) => (field === id ? message : []));
  return messages.reduce((a, b) => (a.length < b.length ? b : a), expects);
}
