import Translate, {translate} from '@docusaurus/Translate';
import useIsBrowser from '@docusaurus/useIsBrowser';
import Result from '@theme/FlowCheck/Result';
import clsx from 'clsx';
import {checkCss, type LoadFlow, useCheck} from 'docusaurus-plugin-markdoc/theme';
import {type ReactNode, useId, useState} from 'react';

export interface Props {
  /** The id of the flow: a chooser with the same one on the page takes values over. */
  readonly flow: string;
  /** Loads what the check needs, the flow included. */
  readonly check: LoadFlow;
}

/** One element for every rendering, so that React leaves it alone at each keystroke. */
// biome-ignore lint/security/noDangerouslySetInnerHtml: as text, React would escape the selectors.
const sheet = <style dangerouslySetInnerHTML={{__html: checkCss}} />;

/** Takes a configuration file and says what is wrong with it. All of that happens in the page. */
export default function FlowCheck({flow, check: load}: Props): ReactNode {
  const id = useId();
  const {text, result, failure, edit, check, checkFile, focus} = useCheck(load);
  const [isDraggedOver, setDraggedOver] = useState(false);
  // Without JavaScript there is nothing to be used.
  const isDisabled = !useIsBrowser();

  return (
    // biome-ignore lint/a11y/useSemanticElements: this is no group of inputs under a legend.
    <div
      className={clsx('flow-check', isDraggedOver && 'flow-check--dragged')}
      role="group"
      aria-label={translate({id: 'theme.FlowCheck.title', message: 'Check my configuration'})}
      data-flow-check={flow}
      onDragOver={(event) => {
        event.preventDefault();
        setDraggedOver(true);
      }}
      onDragLeave={() => setDraggedOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setDraggedOver(false);
        const [file] = event.dataTransfer.files;
        if (file) void checkFile(file);
      }}
    >
      {sheet}
      {result ? (
        <Result
          id={id}
          flow={flow}
          result={result}
          summary={focus}
          onEdit={() => edit(text)}
          onClear={() => edit('')}
        />
      ) : (
        <>
          <label className="flow-check__label" htmlFor={`${id}text`}>
            <Translate id="theme.FlowCheck.label">Your configuration file</Translate>
          </label>
          <p id={`${id}help`} className="flow-check__help">
            <Translate id="theme.FlowCheck.help">
              Paste it, drop it here or choose it. It stays in this page.
            </Translate>
          </p>
          <textarea
            ref={focus}
            id={`${id}text`}
            className="flow-check__text"
            rows={8}
            wrap="off"
            spellCheck={false}
            autoComplete="off"
            autoCapitalize="off"
            aria-describedby={`${id}help`}
            disabled={isDisabled}
            value={text}
            onChange={(event) => edit(event.target.value)}
            onPaste={(event) => {
              const pasted = event.clipboardData.getData('text');
              if (text !== '' || pasted === '') return;
              event.preventDefault();
              void check(pasted);
            }}
          />
          <div className="flow-check__actions">
            <button
              type="button"
              className="button button--primary button--sm"
              disabled={isDisabled || text.trim() === ''}
              onClick={() => check(text)}
            >
              <Translate id="theme.FlowCheck.check">Check</Translate>
            </button>
            <input
              type="file"
              className="flow-check__file"
              disabled={isDisabled}
              aria-label={translate({id: 'theme.FlowCheck.file', message: 'Choose a file'})}
              onChange={({target}) => target.files?.[0] && checkFile(target.files[0])}
            />
          </div>
        </>
      )}
      <p className="flow-check__failure" role="status">
        {failure === 'unloaded' && (
          <Translate id="theme.FlowCheck.failed">
            The check could not be loaded. Are you online?
          </Translate>
        )}
        {failure === 'unreadable' && (
          <Translate id="theme.FlowCheck.unreadable">
            This file cannot be read, or is too large for a configuration.
          </Translate>
        )}
      </p>
      <noscript>
        <Translate id="theme.FlowCheck.noScript">
          The check runs in your browser and needs JavaScript. On the command line there is
          markdoc:flow with --check.
        </Translate>
      </noscript>
    </div>
  );
}
