import type {Props} from '@theme/FlowChooser/Status';
import type {ReactNode} from 'react';
import styles from './styles.module.css';

/** Says whether the files can be used as they are, and else what is missing. */
export default function Status({state, status}: Props): ReactNode {
  return <p className={state.evaluation.complete ? styles.complete : styles.status}>{status}</p>;
}
