import {CodeBlockContextProvider} from '@docusaurus/theme-common/internal';
import CodeBlockContainer from '@theme/CodeBlock/Container';
import CodeBlockContent from '@theme/CodeBlock/Content';
import type {Props} from '@theme/FlowChooser/Code';
import {type ReactNode, useMemo, useRef} from 'react';
import styles from './styles.module.css';

/** The grammar by which Prism colours each of our formats. */
const languages = {dotenv: 'ini', yaml: 'yaml', json: 'json'} as const;

/**
 * A file in the theme's own code block, put together from its parts: the whole of it would read comments in the file as instructions, and
 * brings along a copy button that copies what is displayed.
 */
export default function Code({file, marked, shown}: Props): ReactNode {
  const codeBlockRef = useRef<HTMLPreElement>(null);
  const code = file.lines
    .map(({pieces}) =>
      pieces
        .map(({text, withoutSecrets, missing}) =>
          withoutSecrets === undefined || missing || shown ? text : '••••••••',
        )
        .join(''),
    )
    .join('\n');
  const marks = file.lines.flatMap(({key}, index) => (marked.has(key) ? index : [])).join();

  const metadata = useMemo(() => {
    const language = languages[file.format];
    const lines = marks === '' ? [] : marks.split(',');
    return {
      codeInput: code,
      code,
      className: `language-${language}`,
      language,
      title: undefined,
      lineNumbersStart: undefined,
      lineClassNames: Object.fromEntries(lines.map((line) => [line, [styles.marked ?? '']])),
    };
  }, [code, marks, file.format]);
  const wordWrap = useMemo(
    () => ({codeBlockRef, isEnabled: false, isCodeScrollable: false, toggle() {}}),
    [],
  );

  return (
    <CodeBlockContextProvider metadata={metadata} wordWrap={wordWrap}>
      <CodeBlockContainer as="div" className={metadata.className}>
        <CodeBlockContent />
      </CodeBlockContainer>
    </CodeBlockContextProvider>
  );
}
