import {translate} from '@docusaurus/Translate';
import type {PartProps} from '@theme/FlowChooser';
import type {OutputFile} from 'docusaurus-plugin-markdoc/flow';
import {addressOf, copyText, statusText} from 'docusaurus-plugin-markdoc/theme';
import {type ReactNode, useState} from 'react';

export interface Props extends PartProps {
  readonly file: OutputFile;
}

/** What can be done with a file and with the settings. Nothing here hands out a file that is not finished. */
export default function Actions({file, state, dispatch, say}: Props): ReactNode {
  const {evaluation} = state;
  const [notice, setNotice] = useState({text: '', evaluation});

  function tell(text: string) {
    setNotice({text, evaluation});
    say(text);
  }

  async function toClipboard(text: string) {
    try {
      await copyText(text);
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
    dispatch({type: 'touch'});
    return tell(
      translate(
        {id: 'theme.FlowChooser.unfinished', message: 'Not finished yet. {status}'},
        {status: statusText(state, open)},
      ),
    );
  }

  return (
    <>
      <div className="flow-chooser__actions">
        <Action kind="button--primary" onClick={() => offer(() => toClipboard(file.text))}>
          {translate({id: 'theme.FlowChooser.copy', message: 'Copy'})}
        </Action>
        {file.text !== file.withoutSecrets && (
          <Action onClick={() => offer(() => toClipboard(file.withoutSecrets), true)}>
            {translate({
              id: 'theme.FlowChooser.copyWithoutSecrets',
              message: 'Copy without secrets',
            })}
          </Action>
        )}
        <Action onClick={() => offer(() => download(file.filename, file.text))}>
          {translate({id: 'theme.FlowChooser.download', message: 'Download'})}
        </Action>
      </div>
      <div className="flow-chooser__actions">
        <Action
          kind="button--link"
          onClick={() => toClipboard(`${location.href.replace(/#.*/s, '')}#${addressOf(state)}`)}
        >
          {translate({id: 'theme.FlowChooser.copyLink', message: 'Copy a link to these settings'})}
        </Action>
        <Action kind="button--link" onClick={() => dispatch({type: 'reset'})}>
          {translate({id: 'theme.FlowChooser.startOver', message: 'Start over'})}
        </Action>
      </div>
      {/* A notice is about the settings as they were. */}
      <p className="flow-chooser__notice">{notice.evaluation === evaluation && notice.text}</p>
    </>
  );
}

/** One of Infima's buttons. */
function Action({
  kind = 'button--outline button--primary',
  ...props
}: {
  readonly kind?: string;
  readonly onClick: () => void;
  readonly children: ReactNode;
}): ReactNode {
  return <button type="button" className={`button button--sm ${kind}`} {...props} />;
}

function download(filename: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text]));
  link.download = filename;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href));
}
