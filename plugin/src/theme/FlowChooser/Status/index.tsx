import type {PartProps} from '@theme/FlowChooser';
import type {ReactNode} from 'react';

/** Says whether the files can be used as they are, and else what is missing. */
export default function Status({state, status}: PartProps): ReactNode {
  const kind = state.evaluation.complete ? 'success' : 'secondary';
  return <p className={`alert alert--${kind} margin-bottom--none`}>{status}</p>;
}
