import type {OutputFile} from 'docusaurus-plugin-markdoc/flow';
import {useCodeBlock, usePrismTheme} from 'docusaurus-plugin-markdoc/theme';
import {Highlight} from 'prism-react-renderer';
import {memo, type ReactNode} from 'react';

export interface Props {
  readonly file: OutputFile;
  /** Those of its lines that are marked. */
  readonly marked: OutputFile['lines'];
  /** Secrets are shown. */
  readonly shown: boolean;
}

/**
 * A file in the page's own code block, with elements for its lines: only those that change are coloured anew on a keystroke, and the
 * theme's copy button, which copies what is displayed, is not among what is shown for elements.
 */
export default function Code({file, marked, shown}: Props): ReactNode {
  const CodeBlock = useCodeBlock();
  const language = file.language;
  return (
    <CodeBlock className={`language-${language}`}>
      {file.lines.map((line) => (
        <Line
          key={line.key}
          text={textOf(line, shown)}
          language={language}
          isMarked={marked.includes(line)}
        />
      ))}
    </CodeBlock>
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
        <div
          {...getLineProps({
            line: tokens,
            className: isMarked ? 'flow-chooser__marked' : undefined,
          })}
        >
          {tokens.map((token, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: nothing else tells one token from another.
            <span key={index} {...getTokenProps({token})} />
          ))}
        </div>
      )}
    </Highlight>
  );
});
