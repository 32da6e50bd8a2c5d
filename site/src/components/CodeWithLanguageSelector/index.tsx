import TabItem from '@theme/TabItem';
import Tabs from '@theme/Tabs';
import {Children, isValidElement, type ReactElement, type ReactNode} from 'react';
import styles from './styles.module.css';

interface Props {
  title?: string;
  id?: string;
  languagesArray?: readonly string[];
  children?: ReactNode;
}

/** `{% codeWithLanguageSelector %}`: a tab for each fence, under the word behind its three backticks. */
export default function CodeWithLanguageSelector({
  title,
  id,
  languagesArray = [],
  children,
}: Props): ReactNode {
  const fences = Children.toArray(children).filter((child) => isValidElement(child));
  const ordered = fences
    .map((fence) => ({fence, language: languageOf(fence)}))
    .sort((a, b) => rank(a.language, languagesArray) - rank(b.language, languagesArray));
  return (
    <figure id={id} className={styles.selector}>
      {title && <figcaption>{title}</figcaption>}
      <Tabs groupId={languagesArray.join(' ')}>
        {ordered.map(({fence, language}) => (
          <TabItem key={language} value={language} label={language}>
            {fence}
          </TabItem>
        ))}
      </Tabs>
    </figure>
  );
}

/** Fences that the page does not list come last. */
function rank(language: string, languages: readonly string[]): number {
  const index = languages.indexOf(language);
  return index < 0 ? languages.length : index;
}

/** MDX makes a fence `<pre><code className="language-bash">`. */
function languageOf(fence: ReactElement): string {
  const {children} = fence.props as {children?: ReactNode};
  const code = isValidElement<{className?: string}>(children) ? children.props.className : '';
  return /language-(\S+)/.exec(code ?? '')?.[1] ?? 'text';
}
