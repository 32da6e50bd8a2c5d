import type {Props} from '@theme/Steps';
import clsx from 'clsx';
import type {ReactNode} from 'react';
import styles from './styles.module.css';

/** A list of steps; each is an item that begins with a heading. */
export default function Steps({className, ...props}: Props): ReactNode {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: Safari takes a list without markers for no list.
    <ol role="list" {...props} className={clsx(styles.steps, className)} />
  );
}
