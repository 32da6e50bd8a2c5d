import {translate} from '@docusaurus/Translate';
import type {PartProps} from '@theme/FlowChooser';
import Actions from '@theme/FlowChooser/Actions';
import Code from '@theme/FlowChooser/Code';
import type {OutputLine} from 'docusaurus-plugin-markdoc/flow';
import {useCodeBlock} from 'docusaurus-plugin-markdoc/theme';
import {type KeyboardEvent, type ReactNode, useMemo, useState} from 'react';

/** The files, one at a time, and what can be done with them. */
export default function Files(props: PartProps): ReactNode {
  const {id, state, focused} = props;
  const {files} = state.evaluation;
  const [selected, setSelected] = useState<string>();
  const file = files.find((each) => each.id === selected) ?? files[0];

  const CodeBlock = useCodeBlock();
  const next = file?.next;
  const command = useMemo(
    // As in a fence, the line ends: without that, it would be code within a sentence.
    () => <CodeBlock className="language-bash">{`${next}\n`}</CodeBlock>,
    [CodeBlock, next],
  );
  if (!file) return null;

  // A file that was not there before has not changed.
  const before = state.before?.files.find((each) => each.id === file.id);
  const isMarked = ({key, text, fields}: OutputLine) =>
    (before && !before.lines.some((line) => line.key === key && line.text === text)) ||
    (focused !== undefined && fields.includes(focused));

  const select = (event: KeyboardEvent) => {
    const step = {ArrowRight: 1, ArrowLeft: -1}[event.key];
    const index = files.indexOf(file) + (step ?? 0);
    const other = files.at(index % files.length);
    if (!step || !other) return;
    event.preventDefault();
    setSelected(other.id);
    document.getElementById(`${id}tab-${other.id}`)?.focus();
  };

  return (
    <div>
      <div
        className="tabs flow-chooser__tabs"
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
            className={`clean-btn tabs__item${each === file ? ' tabs__item--active' : ''}`}
            onClick={() => setSelected(each.id)}
          >
            {each.filename}
          </button>
        ))}
      </div>
      <div id={`${id}files`} role="tabpanel" aria-labelledby={`${id}tab-${file.id}`}>
        {file.help && <p className="flow-chooser__note">{file.help}</p>}
        <Code file={file} marked={file.lines.filter(isMarked)} shown={state.shown} />
        <Actions {...props} file={file} />
        {next && (
          <>
            <p className="flow-chooser__note">
              {translate({id: 'theme.FlowChooser.next', message: 'Then run:'})}
            </p>
            {command}
          </>
        )}
      </div>
    </div>
  );
}
