import {useHistory, useLocation} from '@docusaurus/router';
import useIsomorphicLayoutEffect from '@docusaurus/useIsomorphicLayoutEffect';
import {useEffect, useMemo, useReducer, useRef} from 'react';
import type {Answers, CompiledField, CompiledFlow} from '../flow/index.js';
import {type FlowState, flowReducer, settingsIn, startFlow} from './flow-state.js';
import {recallAnswers, rememberAnswers, useForgetting} from './reader-values.js';

/** What a reader can do to a chooser. The functions stay the same from one rendering to the next. */
export interface FlowActions {
  choose(choice: string, option: string): void;
  /** Takes what stands in a field's input, on each keystroke. */
  enter(field: CompiledField, input: string | boolean): void;
  /** The reader has left this field; without a name, is through with all of them. */
  touch(field?: string): void;
  /** Adds answers that the reader has in an existing file. */
  take(answers: Answers): void;
  /** Shows secrets, or hides them. */
  show(shown: boolean): void;
  startOver(): void;
}

/**
 * Joins a flow to React: what the reader enters goes in, the evaluation with its files comes out.
 *
 * Once the page has been hydrated, what the reader answered before is taken over, or the settings in the page's address where it has some
 * (see `addressOf`). These do not stay there, or they would come back with the next reload in place of what was entered since. What the reader enters here is kept for other pages, but for secrets.
 *
 * @param flow a compiled flow
 * @param fixed choices that the page has made
 */
export function useFlow(
  flow: CompiledFlow,
  fixed: FlowState['fixed'] = {},
): readonly [FlowState, FlowActions] {
  const [state, dispatch] = useReducer(flowReducer, undefined, () => startFlow(flow, fixed));
  const history = useHistory();
  const {hash} = useLocation();

  const current = useRef(fixed);
  useIsomorphicLayoutEffect(() => {
    current.current = fixed;
  });

  useIsomorphicLayoutEffect(() => {
    // While the site is being written, the flow can change under the page.
    if (flow !== state.flow) dispatch({type: 'reset', flow, fixed: current.current});
  }, [flow, state.flow]);
  const settings = settingsIn(flow, hash);
  useIsomorphicLayoutEffect(() => {
    const recall = () => dispatch({type: 'recall', answers: recallAnswers(flow)});
    if (settings === undefined) return recall();
    let isCurrent = true;
    // Few readers come with a link: what reads it is loaded for them only.
    import('../flow/decode-share.js').then(({decodeShare}) => {
      if (!isCurrent) return;
      dispatch({type: 'open', ...decodeShare(flow, settings)});
      history.replace({...history.location, hash: ''});
    }, recall);
    return () => {
      isCurrent = false;
    };
  }, [flow, settings, history]);

  const kept = useRef(state.answers);
  useEffect(() => {
    if (kept.current === state.answers) return;
    kept.current = state.answers;
    rememberAnswers(state.flow, state.answers);
  }, [state.flow, state.answers]);

  const actions = useMemo<FlowActions>(
    () => ({
      choose: (choice, option) => dispatch({type: 'choose', choice, option}),
      enter: (field, input) => dispatch({type: 'enter', field, input}),
      touch: (field) => dispatch(field === undefined ? {type: 'touch'} : {type: 'touch', field}),
      take: (answers) => dispatch({type: 'take', answers}),
      show: (shown) => dispatch({type: 'show', shown}),
      startOver: () => dispatch({type: 'reset', fixed: current.current}),
    }),
    [],
  );
  useForgetting(actions.startOver);
  return [state, actions];
}
