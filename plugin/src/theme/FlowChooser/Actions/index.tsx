import Translate, {translate} from '@docusaurus/Translate';
import type {Props} from '@theme/FlowChooser/Actions';
import {statusText} from '@theme/FlowChooser/messages';
import {addressOf} from 'docusaurus-plugin-markdoc/client';
import {type ReactNode, useEffect, useState} from 'react';
import styles from './styles.module.css';

/** What can be done with a file and with the settings. Nothing here hands out a file that is not finished. */
export default function Actions({file, state, actions, say}: Props): ReactNode {
  const [notice, setNotice] = useState('');
  const {evaluation} = state;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a notice is about the settings as they were.
  useEffect(() => setNotice(''), [evaluation]);

  function tell(text: string) {
    setNotice(text);
    say(text);
  }

  async function toClipboard(text: string) {
    try {
      await copy(text);
      tell(translate({id: 'theme.FlowChooser.copied', message: 'Copied.'}));
    } catch {
      tell(
        translate({
          id: 'theme.FlowChooser.notCopied',
          message: 'The browser does not allow copying.',
        }),
      );
    }
  }

  /** Hands out a text once it is finished; before that, says what is missing, here and at the fields. */
  function offer(hand: () => unknown, withoutSecrets = false) {
    const isSecret = (id: string) =>
      evaluation.fields.some(({field}) => field.id === id && field.secret);
    const open = evaluation.problems.filter(({field}) => !(withoutSecrets && isSecret(field)));
    if (open.length === 0) return hand();
    actions.touch();
    return tell(
      translate(
        {id: 'theme.FlowChooser.unfinished', message: 'Not finished yet. {status}'},
        {status: statusText(state, open)},
      ),
    );
  }

  return (
    <>
      <div className={styles.actions}>
        <button
          type="button"
          className={`${styles.file} button button--primary button--sm`}
          onClick={() => offer(() => toClipboard(file.text))}
        >
          <Translate id="theme.FlowChooser.copy">Copy</Translate>
        </button>
        {file.text !== file.withoutSecrets && (
          <button
            type="button"
            className={`${styles.file} ${styles.quiet} button button--sm`}
            onClick={() => offer(() => toClipboard(file.withoutSecrets), true)}
          >
            <Translate id="theme.FlowChooser.copyWithoutSecrets">Copy without secrets</Translate>
          </button>
        )}
        <button
          type="button"
          className={`${styles.file} ${styles.quiet} button button--sm`}
          onClick={() => offer(() => download(file.filename, file.text))}
        >
          <Translate id="theme.FlowChooser.download">Download</Translate>
        </button>
        <button
          type="button"
          className={`${styles.settings} button button--link button--sm`}
          onClick={() => toClipboard(`${location.href.replace(/#.*/s, '')}#${addressOf(state)}`)}
        >
          <Translate id="theme.FlowChooser.copyLink">Copy a link to these settings</Translate>
        </button>
        <button
          type="button"
          className={`${styles.settings} button button--link button--sm`}
          onClick={actions.startOver}
        >
          <Translate id="theme.FlowChooser.startOver">Start over</Translate>
        </button>
      </div>
      <p className={styles.notice}>{notice}</p>
    </>
  );
}

async function copy(text: string): Promise<void> {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  // On pages without HTTPS.
  const area = document.createElement('textarea');
  area.value = text;
  document.body.append(area);
  area.select();
  const isCopied = document.execCommand('copy');
  area.remove();
  if (!isCopied) throw new Error();
}

function download(filename: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text]));
  link.download = filename;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href));
}
