import Link from '@docusaurus/Link';
import {isSafeAddress} from 'docusaurus-plugin-markdoc/client';
import type {ReactNode} from 'react';
import styles from './styles.module.css';

interface Props {
  color?: string;
  icon?: string;
  bold: string;
  href: string;
  children?: ReactNode;
}

/** `{% inlineCallout %}`: a link with an icon, a title and a sentence. */
export function InlineCallout({color, icon = '', bold, href, children}: Props): ReactNode {
  const [hue] = color?.split('-') ?? [];
  return (
    <Link to={isSafeAddress(href) ? href : undefined} className={styles.callout} data-hue={hue}>
      <svg viewBox="0 0 24 24" aria-hidden="true" className={styles.icon}>
        <path d={icons[icon] ?? arrow} />
      </svg>
      <div className={styles.text}>
        <strong>{bold}</strong>
        {children}
      </div>
    </Link>
  );
}

/** `{% inlineCalloutContainer %}` */
export function InlineCalloutContainer({children}: {children?: ReactNode}): ReactNode {
  return <div className={styles.container}>{children}</div>;
}

const arrow = 'M4 12h16m-6-6 6 6-6 6';

/** Drawn for this site, under the names that OpenMetadata's pages use. */
const icons: {readonly [name: string]: string} = {
  // An arrow that leads back.
  MdArrowBack: 'M20 12H4m6-6-6 6 6 6',
  // Containers on a ship.
  celebration: 'M3 13h18l-2 6H6zM5 13V9h4v4m0 0V9h4v4m0 0V9h4v4M9 9V5h4v4',
  // Two servers.
  storage: 'M4 4h16v6H4zm0 10h16v6H4zM8 7h.01M8 17h.01',
  // A wheel with its spokes.
  fit_screen:
    'M12 3l7.8 4.5v9L12 21l-7.8-4.5v-9zM12 9.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5zM12 9.5V3m2.2 7.8 5.6-3.3m-5.6 5.7 5.6 3.3m-10-3.3-5.6 3.3M12 14.5V21m-2.2-10.2L4.2 7.5',
};
