import {Children, Fragment, isValidElement, type ReactNode} from 'react';
import styles from './styles.module.css';

/** Shows its first child, a code block, as the source, and everything after it as the result. */
export default function Example({children}: {children?: ReactNode}): ReactNode {
  const [source, ...result] = blocksOf(children);
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

/** The children without the line ends between them; Docusaurus's `Admonition` puts a fragment around them. */
function blocksOf(children: ReactNode): ReactNode[] {
  return Children.toArray(children).flatMap((child) => {
    if (typeof child === 'string') return child.trim() ? [child] : [];
    if (isValidElement<{children?: ReactNode}>(child) && child.type === Fragment) {
      return blocksOf(child.props.children);
    }
    return [child];
  });
}
