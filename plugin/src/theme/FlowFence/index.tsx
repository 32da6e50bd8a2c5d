import {translate} from '@docusaurus/Translate';
import FlowNotice from '@theme/FlowNotice';
import type {ReaderText} from 'docusaurus-plugin-markdoc/flow';
import {isSafeInFence, readValue, useStoredValues} from 'docusaurus-plugin-markdoc/theme';
import {Children, cloneElement, type ReactElement, type ReactNode} from 'react';
import styles from './styles.module.css';

export interface Props {
  /** What stands in the fence. */
  readonly text: ReaderText;
  /** The fence, with the examples. */
  readonly children: ReactNode;
}

/**
 * A fence with values that the reader has entered in a chooser; until then, with the examples.
 *
 * A value that could mean something else than itself, to whatever reads the text in the fence, stays out of it.
 */
export default function FlowFence({text, children}: Props): ReactNode {
  const stored = useStoredValues();
  const labels = {
    entered: new Set<string>(),
    example: new Set<string>(),
    refused: new Set<string>(),
  };
  const filled = text.map((part) => {
    if (typeof part === 'string') return part;
    const {field, example} = part;
    const value = readValue(stored, part);
    const isSafe =
      value === undefined || typeof value === 'boolean' || isSafeInFence(String(value));
    labels[value === undefined ? 'example' : isSafe ? 'entered' : 'refused'].add(field.label);
    return value === undefined || !isSafe ? example : String(value);
  });
  const list = (names: Set<string>) => ({names: Array.from(names).join(', ')});
  const notes = [
    labels.entered.size > 0 &&
      translate(
        {id: 'theme.FlowFence.entered', message: 'Your values: {names}.'},
        list(labels.entered),
      ),
    labels.example.size > 0 &&
      translate(
        {id: 'theme.FlowFence.example', message: 'Examples: {names}.'},
        list(labels.example),
      ),
    labels.refused.size > 0 &&
      translate(
        {
          id: 'theme.FlowFence.refused',
          message:
            'Not filled in: {names}. Such a value needs quotes or escapes, depending on where it stands.',
        },
        list(labels.refused),
      ),
  ];
  return (
    <div className={styles.fence} data-reader-values>
      {withText(children, `${filled.join('')}\n`)}
      <p className={styles.note}>{notes.filter(Boolean).join(' ')}</p>
      <FlowNotice isShowing={labels.entered.size > 0} />
    </div>
  );
}

/** What Markdown makes of a fence, `pre` with `code` in it, with another text. */
function withText(children: ReactNode, text: string): ReactNode {
  const pre = Children.only(children) as ReactElement<{children: ReactElement}>;
  return cloneElement(pre, undefined, cloneElement(pre.props.children, undefined, text));
}
