import {translate} from '@docusaurus/Translate';
import type {PartProps} from '@theme/FlowChooser';
import {type LoadFlow, takeAnswers} from 'docusaurus-plugin-markdoc/theme';
import {lazy, type ReactNode, Suspense, useEffect, useState} from 'react';

export interface Props extends PartProps {
  readonly check: LoadFlow;
}

/** Loaded when a reader opens it. */
const FlowCheck = lazy(() => import('@theme/FlowCheck'));

/** The check of an existing file, folded up; what was found there can be taken over into this chooser. */
export default function Check({state, dispatch, check}: Props): ReactNode {
  const {flow} = state;
  const [isOpen, setOpen] = useState(false);

  useEffect(
    () => takeAnswers(flow.id, (answers) => dispatch({type: 'take', answers})),
    [flow, dispatch],
  );

  return (
    <details onToggle={(event) => setOpen((before) => before || event.currentTarget.open)}>
      <summary>
        {translate({id: 'theme.FlowChooser.check', message: 'Check an existing file'})}
      </summary>
      {isOpen && (
        <Suspense fallback={null}>
          <FlowCheck flow={flow.id} check={check} />
        </Suspense>
      )}
    </details>
  );
}
