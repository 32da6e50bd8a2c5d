import clsx from 'clsx';
import type {ReactNode} from 'react';
import styles from './styles.module.css';

export interface Props {
  readonly id?: string;
  readonly className?: string;
  readonly icon?: string;
  /** The box with the link, and that with the text. */
  readonly children?: ReactNode;
}

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
