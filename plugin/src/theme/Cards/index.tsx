import clsx from 'clsx';
import type {ReactNode} from 'react';
import styles from './styles.module.css';

export interface Props {
  readonly id?: string;
  readonly className?: string;
  /** One `Card` after another. */
  readonly children?: ReactNode;
}

/** Cards, as many side by side as there is room for. */
export default function Cards({className, ...props}: Props): ReactNode {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: Safari takes a list without markers for no list.
    <ul role="list" {...props} className={clsx('clean-list', styles.cards, className)} />
  );
}
