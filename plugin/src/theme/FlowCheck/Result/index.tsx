import Translate, {translate} from '@docusaurus/Translate';
import clsx from 'clsx';
import {
  type CheckResult,
  findingTexts,
  summaryText,
  usePrismTheme,
  useTaker,
} from 'docusaurus-plugin-markdoc/theme';
import {type ReactNode, type RefCallback, useState} from 'react';

export interface Props {
  /** The start of every id in this check. */
  readonly id: string;
  readonly flow: string;
  readonly result: CheckResult;
  /** The sentence that says how it went: it gets the focus. */
  readonly summary: RefCallback<HTMLElement>;
  /** The reader wants to change the text. */
  onEdit(): void;
  onClear(): void;
}

/** What is wrong with a file, and the file itself with its secrets masked. */
export default function Result({id, flow, result, summary, onEdit, onClear}: Props): ReactNode {
  const {recognised, findings, lines, answers} = result;
  const [isTaken, setTaken] = useState(false);
  const take = useTaker(flow);
  // The listing has the colours of the page's code blocks.
  const {plain} = usePrismTheme();
  // Where a line has both, the error shows.
  const mildFirst = [...findings].sort((a, b) => b.level.localeCompare(a.level));
  const levels = new Map(mildFirst.map(({line, level}) => [line, level]));
  const lineId = (line: number) => `${id}line-${line}`;
  const isRight = findings.length === 0;
  // A text file ends in a line feed, which is no line.
  const shown = lines.at(-1) === '' ? lines.slice(0, -1) : lines;

  return (
    <>
      <p
        ref={summary}
        tabIndex={-1}
        className={clsx('flow-check__summary', isRight && 'flow-check__summary--right')}
      >
        {summaryText(result)}
      </p>
      <ul className="flow-check__findings">
        {findings.map((finding) => {
          const {line, level, rule, column} = finding;
          const {message, remedy} = findingTexts(finding);
          return (
            <li key={`${line}:${column}:${rule}:${message}`} className={`flow-check__${level}`}>
              <p>
                <a href={`#${lineId(line)}`}>
                  {translate({id: 'theme.FlowCheck.line', message: 'Line {line}'}, {line})}
                </a>{' '}
                {level === 'warning' && (
                  <strong>
                    <Translate id="theme.FlowCheck.warning">Warning:</Translate>{' '}
                  </strong>
                )}
                {message}
              </p>
              <p className="flow-check__remedy">{remedy}</p>
            </li>
          );
        })}
      </ul>
      <div className="flow-check__actions">
        {recognised && take && (
          <button
            type="button"
            className="button button--primary button--sm"
            onClick={() => {
              take(answers);
              setTaken(true);
            }}
          >
            <Translate id="theme.FlowCheck.takeOver">Take these values over</Translate>
          </button>
        )}
        <button
          type="button"
          className="button button--outline button--primary button--sm"
          onClick={onEdit}
        >
          <Translate id="theme.FlowCheck.edit">Edit the text</Translate>
        </button>
        <button type="button" className="button button--link button--sm" onClick={onClear}>
          <Translate id="theme.FlowCheck.another">Check another file</Translate>
        </button>
        <span role="status" className="flow-check__taken">
          {isTaken && (
            <Translate id="theme.FlowCheck.taken">
              The values are in the form above. Choices that this page has made stay as they are.
            </Translate>
          )}
        </span>
      </div>
      {lines.length > 0 && (
        <section
          className="flow-check__listing"
          style={plain}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and must with the keyboard alone.
          tabIndex={0}
          aria-label={translate({
            id: 'theme.FlowCheck.listing',
            message: 'The file, its secrets masked',
          })}
        >
          <pre>
            {shown.map((line, index) => {
              const level = levels.get(index + 1);
              return (
                <span
                  // biome-ignore lint/suspicious/noArrayIndexKey: a line is its number.
                  key={index}
                  id={lineId(index + 1)}
                  className={level && `flow-check__${level}`}
                >
                  <span className="flow-check__number">{index + 1}</span>
                  {line}
                  {'\n'}
                </span>
              );
            })}
          </pre>
        </section>
      )}
    </>
  );
}
