import {useHistory, useLocation} from '@docusaurus/router';
import useIsomorphicLayoutEffect from '@docusaurus/useIsomorphicLayoutEffect';
import {type Dispatch, useEffect, useReducer} from 'react';
import type {CompiledFlow} from '../flow/index.js';
import {type FlowAction, type FlowState, flowReducer, settingsIn, startFlow} from './flow-state.js';
import {loadOnDemand} from './load-on-demand.js';
import {onForget, recallAnswers, rememberAnswers} from './remember.js';

/**
 * Joins a flow to React: what the reader enters goes in, the evaluation with its files comes out.
 *
 * Once the page has been hydrated, what the reader answered before is taken over, or the settings in the page's address where it has some
 * (see `addressOf`). These do not stay there, or they would come back with the next reload in place of what was entered since. What
 * the reader enters here is kept for other pages, but for secrets.
 *
 * @param flow a compiled flow
 * @param fixed choices that the page has made
 * @returns the chooser's state, and what takes the reader's actions
 */
export function useFlow(
  flow: CompiledFlow,
  fixed: FlowState['fixed'] = {},
): readonly [FlowState, Dispatch<FlowAction>] {
  const [state, dispatch] = useReducer(flowReducer, undefined, () => startFlow(flow, fixed));
  const {answers, restored} = state;
  // While the site is being written, both can change under the page.
  if (flow !== state.flow || JSON.stringify(fixed) !== JSON.stringify(state.fixed)) {
    dispatch({type: 'reset', flow, fixed});
  }

  const history = useHistory();
  const settings = settingsIn(flow, useLocation().hash);
  useIsomorphicLayoutEffect(() => {
    const recall = () => dispatch({type: 'recall', answers: recallAnswers(flow)});
    if (settings === undefined) return recall();
    let isCurrent = true;
    // Few readers come with a link: what reads it is loaded for them only.
    loadOnDemand().then(({decodeShare}) => {
      if (!isCurrent) return;
      dispatch({type: 'open', ...decodeShare(flow, settings)});
      history.replace({...history.location, hash: ''});
    }, recall);
    return () => {
      isCurrent = false;
    };
  }, [flow, state.fixed, settings, history]);

  useEffect(() => {
    if (restored) rememberAnswers(flow, answers);
  }, [flow, answers, restored]);
  useEffect(() => onForget(() => dispatch({type: 'reset'})), []);
  return [state, dispatch];
}
