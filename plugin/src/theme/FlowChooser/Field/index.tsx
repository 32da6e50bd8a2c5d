import {translate} from '@docusaurus/Translate';
import type {PartProps} from '@theme/FlowChooser';
import type {CompiledField} from 'docusaurus-plugin-markdoc/flow';
import type {ComponentProps, ReactNode} from 'react';

export interface Props {
  readonly id: string;
  readonly field: CompiledField;
  /** What stands in the input. */
  readonly input: string | boolean;
  /** What is wrong, where it is to be said. */
  readonly message: string;
  /** The longest message that may come. */
  readonly longest: string;
  readonly shown: boolean;
  readonly dispatch: PartProps['dispatch'];
}

/** One field: label, input, help or what is wrong, and where to find the value. */
export default function Field({
  id,
  field,
  input,
  message,
  longest,
  shown,
  dispatch,
}: Props): ReactNode {
  const {label, expects, find, optional, secret, value} = field;
  const help = field.help ?? expects;
  const isList = value.type === 'array';
  const listHelp =
    isList &&
    translate({id: 'theme.FlowChooser.list', message: 'Several are separated by commas or lines.'});
  const example =
    field.example === undefined || secret ? undefined : [field.example].flat().join(', ');
  const common = {
    id,
    name: field.id,
    'aria-describedby': `${id}-help ${id}-message`,
    'aria-invalid': message !== '',
    'aria-required': !optional,
    // What browsers remember of a form they write to disk, and what they correct is no prose.
    autoComplete: 'off',
    autoCapitalize: 'none',
    spellCheck: false,
  } satisfies ComponentProps<'input'>;
  const text = {
    ...common,
    className: 'flow-chooser__input',
    placeholder:
      example && translate({id: 'theme.FlowChooser.example', message: 'e.g. {example}'}, {example}),
    onChange: ({target}: {target: {value: string}}) =>
      dispatch({type: 'enter', field, input: target.value}),
  };

  const control = () => {
    if (isList) return <textarea {...text} value={String(input)} rows={1} />;
    if (value.enum) {
      return (
        <select {...text} value={String(input)}>
          <option value="" />
          {value.enum.map((item) => (
            <option key={item}>{item}</option>
          ))}
        </select>
      );
    }
    if (!secret) return <input {...text} value={String(input)} type="text" />;
    return (
      <span>
        <input
          {...text}
          type={shown ? 'text' : 'password'}
          ref={(element) => {
            // As its prop `value`, React would write the secret into the page's HTML, where others may read it.
            if (element && element.value !== input) element.value = String(input);
          }}
        />
        <button
          type="button"
          role="switch"
          aria-checked={shown}
          aria-label={translate(
            {id: 'theme.FlowChooser.showSecret', message: 'Show {label}'},
            {label},
          )}
          className="clean-btn"
          onClick={() => dispatch({type: 'show', shown: !shown})}
        >
          {translate({id: 'theme.FlowChooser.show', message: 'Show'})}
        </button>
      </span>
    );
  };

  return (
    <div className="flow-chooser__field">
      {value.type === 'boolean' ? (
        <label className="flow-chooser__check">
          <input
            {...common}
            type="checkbox"
            checked={input === true}
            onChange={({target}) => dispatch({type: 'enter', field, input: target.checked})}
          />
          {label}
        </label>
      ) : (
        <>
          <label htmlFor={id}>
            {label}
            {optional && (
              <span> {translate({id: 'theme.FlowChooser.optional', message: '(optional)'})}</span>
            )}
          </label>
          {control()}
        </>
      )}
      <div className="flow-chooser__notes" data-longest={longest}>
        <span id={`${id}-help`}>{[help, listHelp].filter(Boolean).join(' ')}</span>
        <span id={`${id}-message`} className="flow-chooser__message">
          {message}
        </span>
      </div>
      {find && (
        <details>
          <summary>
            {translate({id: 'theme.FlowChooser.find', message: 'Where do I find this?'})}
          </summary>
          {find}
        </details>
      )}
    </div>
  );
}
