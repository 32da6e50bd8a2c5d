import {translate} from '@docusaurus/Translate';
import Check from '@theme/FlowChooser/Check';
import Fields from '@theme/FlowChooser/Fields';
import Files from '@theme/FlowChooser/Files';
import Questions from '@theme/FlowChooser/Questions';
import Static from '@theme/FlowChooser/Static';
import Status from '@theme/FlowChooser/Status';
import type {CompiledFlow} from 'docusaurus-plugin-markdoc/flow';
import {
  chooserSheet,
  type FlowAction,
  type FlowState,
  forgetAnswers,
  type LoadFlow,
  problemText,
  statusText,
  useFlow,
  WaitingSheet,
} from 'docusaurus-plugin-markdoc/theme';
import {
  type Dispatch,
  type ReactNode,
  useCallback,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';

export interface Props {
  readonly flow: CompiledFlow;
  /** Choices that the page has made: they are not asked for. */
  readonly fixed?: {readonly [choice: string]: string};
  /** Loads what the check of an existing file needs; without it, there is no such check. */
  readonly check?: LoadFlow;
}

/** What the chooser's parts know. */
export interface PartProps {
  /** The start of every id in this chooser. */
  readonly id: string;
  readonly state: FlowState;
  /** Takes what the reader does. It stays the same from one rendering to the next. */
  readonly dispatch: Dispatch<FlowAction>;
  /** Whether the files can be used, and else what is missing. */
  readonly status: string;
  /** The field in which the reader is. */
  readonly focused: string | undefined;
  /** Has a text read out. */
  say(text: string): void;
}

/** A form that hands out a configuration: questions, fields, and the files that come of them. */
export default function FlowChooser({flow, fixed, check}: Props): ReactNode {
  const [state, dispatch] = useFlow(flow, fixed);
  const [focused, setFocused] = useState<string>();
  const id = useId();
  const {evaluation, touched, refused} = state;
  const status = statusText(state);
  const message = evaluation.problems.find(({field}) => field === focused && touched.has(field));
  const [spoken, say] = useAnnouncement(message ? `${problemText(message)} ${status}` : status);
  const parts = {id, state, dispatch, status, focused, say};

  return (
    // biome-ignore lint/a11y/useSemanticElements: this is no group of inputs under a legend.
    <div
      className="flow-chooser"
      role="group"
      aria-labelledby={`${id}title`}
      data-flow-chooser={flow.id}
    >
      {chooserSheet}
      <div id={`${id}title`} className="flow-chooser__title">
        {flow.title}
      </div>
      <noscript>
        <Static flow={flow} fixed={fixed} />
      </noscript>
      {!state.restored && <WaitingSheet flow={flow.id} />}
      <div className="flow-chooser__form">
        {flow.summary && <p className="flow-chooser__summary">{flow.summary}</p>}
        {refused.length > 0 && (
          <div className="alert alert--warning" role="note">
            {translate({
              id: 'theme.FlowChooser.refused',
              message: 'Not everything in this link could be used:',
            })}
            <ul className="margin-bottom--none">
              {Array.from(new Set(refused.map((problem) => problemText(problem)))).map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </div>
        )}
        <Questions {...parts} />
        <Fields {...parts} onFocus={setFocused} />
        <Status {...parts} />
        <Files {...parts} />
        {check && <Check {...parts} check={check} />}
        {flow.versions && (
          <p className="flow-chooser__versions">
            {translate(
              {id: 'theme.FlowChooser.versions', message: 'For {versions}.'},
              {versions: flow.versions},
            )}
          </p>
        )}
        <p className="flow-chooser__versions">
          {translate({
            id: 'theme.FlowChooser.memory',
            message:
              'Other pages show what you enter: your browser keeps values until you close this tab, your choices until your next visit, and no secrets.',
          })}{' '}
          <button
            type="button"
            className="clean-btn"
            onClick={() => {
              forgetAnswers();
              say(translate({id: 'theme.FlowChooser.forgotten', message: 'Forgotten.'}));
            }}
          >
            {translate({id: 'theme.FlowChooser.forget', message: 'Forget my values'})}
          </button>
        </p>
        <div className="flow-chooser__spoken" role="status">
          <span key={spoken.count}>{spoken.text}</span>
        </div>
      </div>
    </div>
  );
}

/** What is read out: what is said now, or a text that has changed, once it has stood still for a moment. */
function useAnnouncement(text: string) {
  // The same text is read again where it comes in a new element: hence the count.
  const [spoken, setSpoken] = useState({text: '', count: 0});
  const say = useCallback(
    (said: string) => setSpoken(({count}) => ({text: said, count: count + 1})),
    [],
  );
  const last = useRef(text);
  useEffect(() => {
    const timer = setTimeout(() => {
      if (text !== last.current) say(text);
      last.current = text;
    }, 800);
    return () => clearTimeout(timer);
  }, [text, say]);
  return [spoken, say] as const;
}
