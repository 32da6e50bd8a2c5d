import Translate, {translate} from '@docusaurus/Translate';
import {forgetValues, useSpeaker} from 'docusaurus-plugin-markdoc/theme';
import {type ReactNode, useEffect, useRef, useState} from 'react';
import {createPortal} from 'react-dom';
import styles from './styles.module.css';

export interface Props {
  /** The component to which the notice belongs shows a value of the reader's. */
  readonly isShowing: boolean;
}

/** Says, once on a page that shows values of the reader's, that it does, and lets them be forgotten. */
export default function FlowNotice({isShowing}: Props): ReactNode {
  const isSpeaker = useSpeaker(isShowing);
  // It stays to say so as long as it has the focus, which its button had.
  const [isForgotten, setForgotten] = useState(false);
  if (!isSpeaker && !isForgotten) return null;
  return createPortal(
    <Notice isForgotten={isForgotten} onForgotten={setForgotten} />,
    document.body,
  );
}

function Notice({
  isForgotten,
  onForgotten,
}: {
  readonly isForgotten: boolean;
  onForgotten(isForgotten: boolean): void;
}): ReactNode {
  const box = useRef<HTMLElement>(null);
  // A live region is read out when something comes into it, but not when it comes itself.
  const [isThere, setThere] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setThere(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return (
    <aside
      ref={box}
      tabIndex={-1}
      onBlur={({target}) => target === box.current && onForgotten(false)}
      className={styles.notice}
      aria-label={translate({id: 'theme.FlowNotice.label', message: 'Your values'})}
      data-shown={isThere}
    >
      <span role="status">
        {isForgotten ? (
          <Translate id="theme.FlowNotice.forgotten">Forgotten.</Translate>
        ) : (
          isThere && (
            <Translate id="theme.FlowNotice.shown">
              This page shows values that you entered.
            </Translate>
          )
        )}
      </span>{' '}
      {!isForgotten && (
        <button
          type="button"
          className="clean-btn"
          onClick={() => {
            box.current?.focus();
            onForgotten(true);
            forgetValues();
          }}
        >
          <Translate id="theme.FlowNotice.forget">Forget my values</Translate>
        </button>
      )}
    </aside>
  );
}
