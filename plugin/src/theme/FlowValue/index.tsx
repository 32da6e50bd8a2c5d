import {translate} from '@docusaurus/Translate';
import useIsBrowser from '@docusaurus/useIsBrowser';
import FlowNotice from '@theme/FlowNotice';
import clsx from 'clsx';
import type {ReaderValue} from 'docusaurus-plugin-markdoc/flow';
import {readValue, useStoredValues, valueProperty} from 'docusaurus-plugin-markdoc/theme';
import type {CSSProperties, ReactNode} from 'react';
import styles from './styles.module.css';

export interface Props {
  readonly value: ReaderValue;
}

/** A value that the reader has entered in a chooser; until then, the example. */
export default function FlowValue({value}: Props): ReactNode {
  const {flow, field, example} = value;
  const entered = readValue(useStoredValues(), value);
  const isEntered = entered !== undefined;
  // Until React takes over, styles show the value that the script in the head has found: see `client/reader-script.ts`.
  const name = valueProperty(flow, field.id);
  const before = {'--value': `var(${name})`, '--example': `var(${name}-example)`} as CSSProperties;
  const title = isEntered
    ? translate({id: 'theme.FlowValue.entered', message: '{label}, as you entered it'}, field)
    : translate({id: 'theme.FlowValue.example', message: 'An example: {label}'}, field);
  return (
    <>
      <var
        className={clsx(styles.value, isEntered && styles.entered)}
        style={useIsBrowser() ? undefined : before}
        title={title}
        data-flow-value={`${flow}.${field.id}`}
        data-reader-values
      >
        <span>{isEntered ? [entered].flat().join(', ') : example}</span>
      </var>
      <FlowNotice isShowing={isEntered} />
    </>
  );
}
