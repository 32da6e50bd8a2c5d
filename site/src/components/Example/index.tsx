import {Children, type ReactNode} from 'react';
import styles from './styles.module.css';

/** Shows its first child, a code block, as the source, and everything after it as the result. */
export default function Example({children}: {children?: ReactNode}): ReactNode {
  const [source, ...result] = Children.toArray(children).filter((child) => child !== '\n');
  return (
    <div className={styles.example}>
      <div className={styles.layout}>
        <div className={styles.source}>{source}</div>
        <div className={styles.result}>
          <p className={styles.label}>Result</p>
          {result}
        </div>
      </div>
    </div>
  );
}
