import Link from '@docusaurus/Link';
import styles from './Callout.module.css';

export function Callout({title, level, children}) {
  return (
    <aside className={styles.callout} data-level={level}>
      <strong>{title}</strong>
      {children}
      <Link to="/second">More</Link>
    </aside>
  );
}
