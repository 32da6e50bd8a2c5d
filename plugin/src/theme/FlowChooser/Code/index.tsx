import {usePrismTheme} from '@docusaurus/theme-common';
import useIsBrowser from '@docusaurus/useIsBrowser';
import CodeBlockContainer from '@theme/CodeBlock/Container';
import CodeBlockLine from '@theme/CodeBlock/Line';
import type {Props} from '@theme/FlowChooser/Code';
import {Highlight} from 'prism-react-renderer';
import {memo, type ReactNode} from 'react';
import styles from './styles.module.css';

/** The grammar by which Prism colours each of our formats. */
const languages = {dotenv: 'ini', yaml: 'yaml', json: 'json'} as const;

/**
 * A file in the theme's code block, put together from its parts: only the lines that change are coloured anew on a keystroke, and the
 * theme's copy button, which copies what is displayed, is not among them.
 */
export default function Code({file, marked, shown}: Props): ReactNode {
  const language = languages[file.format];
  // The server colours for light pages. As in the theme's code block, a new element takes over from it on dark ones.
  const key = String(useIsBrowser());
  return (
    <CodeBlockContainer key={key} as="div" className={`language-${language}`}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, with the keyboard too. */}
      <pre tabIndex={0} className={`prism-code thin-scrollbar ${styles.code}`}>
        <code>
          {file.lines.map((line) => (
            <Line
              key={line.key}
              text={textOf(line, shown)}
              language={language}
              isMarked={marked.has(line.key)}
            />
          ))}
        </code>
      </pre>
    </CodeBlockContainer>
  );
}

/** The line as it is displayed: with dots for a secret. */
function textOf({pieces}: Props['file']['lines'][number], shown: boolean): string {
  return pieces
    .map(({text, withoutSecrets, missing}) =>
      withoutSecrets === undefined || missing || shown ? text : '••••••••',
    )
    .join('');
}

const Line = memo(function Line({
  text,
  language,
  isMarked,
}: {
  readonly text: string;
  readonly language: string;
  readonly isMarked: boolean;
}): ReactNode {
  // Some grammars look for the end of the line.
  return (
    <Highlight code={`${text}\n`} language={language} theme={usePrismTheme()}>
      {({tokens: [tokens = []], getLineProps, getTokenProps}) => (
        <CodeBlockLine
          line={tokens}
          classNames={isMarked && styles.marked ? [styles.marked] : undefined}
          showLineNumbers={false}
          getLineProps={getLineProps}
          getTokenProps={getTokenProps}
        />
      )}
    </Highlight>
  );
});
