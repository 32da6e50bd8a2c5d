import Translate, {translate} from '@docusaurus/Translate';
import type {Props} from '@theme/FlowNotice';
import {forgetAnswers, useSpeaker} from 'docusaurus-plugin-markdoc/client';
import {type ReactNode, useEffect, useState} from 'react';
import {createPortal} from 'react-dom';
import styles from './styles.module.css';

/** Says, once on a page that shows values of the reader's, that it does, and lets them be forgotten. */
export default function FlowNotice({isShowing}: Props): ReactNode {
  return useSpeaker(isShowing) ? createPortal(<Notice />, document.body) : null;
}

function Notice(): ReactNode {
  // A live region is read out when something comes into it, but not when it comes itself.
  const [isThere, setThere] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setThere(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return (
    <aside
      className={styles.notice}
      aria-label={translate({id: 'theme.FlowNotice.label', message: 'Your values'})}
      data-shown={isThere}
    >
      <span role="status">
        {isThere && (
          <Translate id="theme.FlowNotice.shown">
            This page shows values that you entered.
          </Translate>
        )}
      </span>{' '}
      <button type="button" className="clean-btn" onClick={forgetAnswers}>
        <Translate id="theme.FlowNotice.forget">Forget my values</Translate>
      </button>
    </aside>
  );
}
