import type {Props} from '@theme/Cards/Card';
import clsx from 'clsx';
import type {ReactNode} from 'react';
import styles from './styles.module.css';

/** A card. Its first child holds its link, which covers all of it. */
export default function Card({className, icon, children, ...props}: Props): ReactNode {
  return (
    <li {...props} className={clsx('card', styles.card, className)}>
      {icon && (
        <span aria-hidden="true" className={styles.icon}>
          {icon}
        </span>
      )}
      <div className={styles.content}>{children}</div>
    </li>
  );
}
