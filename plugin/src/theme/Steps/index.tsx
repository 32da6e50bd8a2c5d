import clsx from 'clsx';
import type {ReactNode} from 'react';
import styles from './styles.module.css';

export interface Props {
  readonly id?: string;
  readonly className?: string;
  /** Items of a list; each begins with a heading. */
  readonly children?: ReactNode;
}

/** A list of steps; each is an item that begins with a heading. */
export default function Steps({className, ...props}: Props): ReactNode {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: Safari takes a list without markers for no list.
    <ol role="list" {...props} className={clsx(styles.steps, className)} />
  );
}
