import Translate from '@docusaurus/Translate';
import type {Props} from '@theme/Admonition';
import AdmonitionLayout from '@theme/Admonition/Layout';
import clsx from 'clsx';
import type {ReactNode} from 'react';
import styles from './Important.module.css';

/** An admonition for what must not be overlooked. */
export default function AdmonitionTypeImportant({className, ...props}: Props): ReactNode {
  const title = (
    <Translate
      id="theme.admonition.important"
      description="The default label used for the Important admonition"
    >
      important
    </Translate>
  );
  return (
    <AdmonitionLayout
      icon={<ImportantIcon />}
      title={title}
      {...props}
      className={clsx('alert', styles.important, className)}
    />
  );
}

/** An exclamation mark in a speech bubble. */
function ImportantIcon(): ReactNode {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true">
      <path d="M2.5 1A1.5 1.5 0 0 0 1 2.5v8A1.5 1.5 0 0 0 2.5 12H4v2.6c0 .4.5.6.8.3L7.7 12h5.8a1.5 1.5 0 0 0 1.5-1.5v-8A1.5 1.5 0 0 0 13.5 1h-11Zm4.6 2h1.8v4.4H7.1V3ZM8 8.4a1 1 0 1 1 0 2 1 1 0 0 1 0-2Z" />
    </svg>
  );
}
