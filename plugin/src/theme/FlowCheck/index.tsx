import Translate, {translate} from '@docusaurus/Translate';
import type {Props} from '@theme/FlowCheck';
import Result from '@theme/FlowCheck/Result';
import {css} from '@theme/FlowCheck/styles';
import clsx from 'clsx';
import {checkText} from 'docusaurus-plugin-markdoc/theme';
import {type DragEvent, type ReactNode, useEffect, useId, useRef, useState} from 'react';

type CheckResult = Awaited<ReturnType<typeof checkText>>;

/** In bytes; configurations have some thousands. */
const maxFileSize = 2 ** 20;

/** One element for every rendering, so that React leaves it alone at each keystroke. */
// biome-ignore lint/security/noDangerouslySetInnerHtml: as text, React would escape the selectors.
const sheet = <style dangerouslySetInnerHTML={{__html: css}} />;

/** Takes a configuration file and says what is wrong with it. All of that happens in the page. */
export default function FlowCheck({flow, load}: Props): ReactNode {
  const id = useId();
  const [text, setText] = useState('');
  const [result, setResult] = useState<CheckResult>();
  const [failure, setFailure] = useState('');
  const [dragged, setDragged] = useState(false);
  const [isReady, setReady] = useState(false);
  const input = useRef<HTMLTextAreaElement>(null);
  const summary = useRef<HTMLParagraphElement>(null);
  // Without JavaScript there is nothing to be used.
  useEffect(() => setReady(true), []);
  // What had the focus is gone once the form gives way to the result, or the other way round.
  const before = useRef(result);
  useEffect(() => {
    if (result !== before.current) (result ? summary : input).current?.focus();
    before.current = result;
  }, [result]);

  async function check(content: string) {
    setText(content);
    setFailure('');
    try {
      setResult(await checkText(load, content));
    } catch {
      setFailure(
        translate({
          id: 'theme.FlowCheck.failed',
          message: 'The check could not be loaded. Are you online?',
        }),
      );
    }
  }

  async function readFile(file: File | undefined) {
    if (!file) return;
    // Read as text, what is no configuration could keep the page busy for long.
    const content = file.size > maxFileSize ? undefined : await file.text().catch(() => undefined);
    if (content !== undefined) return check(content);
    setFailure(
      translate({
        id: 'theme.FlowCheck.unreadable',
        message: 'This file cannot be read, or is too large for a configuration.',
      }),
    );
  }

  function drop(event: DragEvent) {
    event.preventDefault();
    setDragged(false);
    void readFile(event.dataTransfer.files[0]);
  }

  function again(content: string) {
    setText(content);
    setResult(undefined);
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: this is no group of inputs under a legend.
    <div
      className={clsx('flow-check', dragged && 'flow-check--dragged')}
      role="group"
      aria-label={translate({id: 'theme.FlowCheck.title', message: 'Check my configuration'})}
      data-flow-check={flow}
      onDragOver={(event) => {
        event.preventDefault();
        setDragged(true);
      }}
      onDragLeave={() => setDragged(false)}
      onDrop={drop}
    >
      {sheet}
      {result ? (
        <Result
          id={id}
          flow={flow}
          result={result}
          summary={summary}
          onEdit={() => again(text)}
          onClear={() => again('')}
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
            ref={input}
            id={`${id}text`}
            className="flow-check__text"
            rows={8}
            wrap="off"
            spellCheck={false}
            autoComplete="off"
            autoCapitalize="off"
            aria-describedby={`${id}help`}
            disabled={!isReady}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onPaste={(event) => {
              const {target} = event;
              // Once the browser has put the text in.
              if (text === '') setTimeout(() => check((target as HTMLTextAreaElement).value));
            }}
          />
          <div className="flow-check__actions">
            <button
              type="button"
              className="button button--primary button--sm"
              disabled={!isReady || text.trim() === ''}
              onClick={() => check(text)}
            >
              <Translate id="theme.FlowCheck.check">Check</Translate>
            </button>
            <input
              type="file"
              className="flow-check__file"
              disabled={!isReady}
              aria-label={translate({id: 'theme.FlowCheck.file', message: 'Choose a file'})}
              onChange={(event) => void readFile(event.target.files?.[0])}
            />
          </div>
        </>
      )}
      <p className={failure ? 'flow-check__failure' : 'flow-check__spoken'} role="status">
        {failure}
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
