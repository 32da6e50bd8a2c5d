import Translate, {translate} from '@docusaurus/Translate';
import CodeBlock from '@theme/CodeBlock';
import Actions from '@theme/FlowChooser/Actions';
import Code from '@theme/FlowChooser/Code';
import type {Props} from '@theme/FlowChooser/Files';
import {type KeyboardEvent, memo, type ReactNode, useMemo, useState} from 'react';
import styles from './styles.module.css';

const MemoizedCodeBlock = memo(CodeBlock);

/** The files, one at a time, and what can be done with them. */
export default function Files(props: Props): ReactNode {
  const {id, state, shown, focused} = props;
  const {files} = state.evaluation;
  const [selected, setSelected] = useState<string>();
  const file = files.find((each) => each.id === selected) ?? files[0];

  const changed = file && state.changed.get(file.id);
  const marked = useMemo(
    () =>
      new Set([
        ...Array.from(changed ?? []),
        ...(file?.lines ?? []).flatMap(({key, fields}) =>
          focused !== undefined && fields.includes(focused) ? key : [],
        ),
      ]),
    [changed, file, focused],
  );
  if (!file) return null;

  const select = (event: KeyboardEvent) => {
    const step = {ArrowRight: 1, ArrowLeft: -1}[event.key];
    const index = files.indexOf(file) + (step ?? 0);
    const next = files.at(index % files.length);
    if (!step || !next) return;
    event.preventDefault();
    setSelected(next.id);
    document.getElementById(`${id}tab-${next.id}`)?.focus();
  };

  return (
    <div>
      <div
        className={`tabs ${styles.tabs}`}
        role="tablist"
        aria-label={translate({id: 'theme.FlowChooser.files', message: 'Files'})}
        onKeyDown={select}
      >
        {files.map((each) => (
          <button
            key={each.id}
            id={`${id}tab-${each.id}`}
            type="button"
            role="tab"
            aria-selected={each === file}
            aria-controls={`${id}files`}
            tabIndex={each === file ? 0 : -1}
            className={`clean-btn tabs__item ${each === file ? 'tabs__item--active' : ''}`}
            onClick={() => setSelected(each.id)}
          >
            {each.filename}
          </button>
        ))}
      </div>
      <div id={`${id}files`} role="tabpanel" aria-labelledby={`${id}tab-${file.id}`}>
        {file.help && <p className={styles.help}>{file.help}</p>}
        <Code file={file} marked={marked} shown={shown} />
        <Actions {...props} file={file} />
        {file.next && (
          <>
            <p className={styles.next}>
              <Translate id="theme.FlowChooser.next">Then run:</Translate>
            </p>
            <MemoizedCodeBlock language="bash">{file.next}</MemoizedCodeBlock>
          </>
        )}
      </div>
    </div>
  );
}
