import {translate} from '@docusaurus/Translate';
import {useChoiceMarks} from 'docusaurus-plugin-markdoc/theme';
import {Children, isValidElement, type ReactNode} from 'react';
import styles from './styles.module.css';

export interface Props {
  /** The same for all branches that are shown for the same choices. */
  readonly branch: string;
  /** Selectors: where the document matches one of them, the reader has chosen something else. */
  readonly hidden: readonly string[];
  /** For which choices it is. */
  readonly label: string;
  /** It is a part of a paragraph. */
  readonly inline?: boolean;
  readonly children?: ReactNode;
}

/**
 * Content that fits some of the reader's choices.
 *
 * It is always in the page. Styles hide it where the document's attributes say that the reader has chosen something else, and with
 * it its entries in the contents list: before anything is painted, and without React. Where there is no JavaScript, a label
 * says for whom it is.
 */
export default function FlowBranch({branch, hidden, label, inline, children}: Props): ReactNode {
  useChoiceMarks();
  const Box = inline ? 'span' : 'div';
  const Label = inline ? 'span' : 'p';
  return (
    <Box data-flow-branch={branch} data-reader-values>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: selectors from the build; as text, React would escape them. */}
      <style dangerouslySetInnerHTML={{__html: rules(branch, hidden, idsIn(children))}} />
      <Label className={`text--bold ${styles.label}`}>
        {label
          ? translate({id: 'theme.FlowBranch.label', message: 'For {label}:'}, {label})
          : translate({id: 'theme.FlowBranch.otherwise', message: 'Otherwise:'})}{' '}
      </Label>
      {children}
    </Box>
  );
}

/** The rules that hide a branch. What browsers do not know makes them leave out the whole rule, so that each has its own. */
function rules(branch: string, hidden: readonly string[], ids: readonly string[]): string {
  const targets = [
    `[data-flow-branch="${branch}"]`,
    ...ids.map((id) => `.table-of-contents li:has(> a[href=${JSON.stringify(`#${id}`)}])`),
  ];
  return targets
    .map((target) => `${hidden.map((state) => `${state} ${target}`).join()}{display:none}`)
    .join('')
    .replaceAll('<', '\\3c ');
}

/** The ids of everything that MDX has put here, headings among them. */
function idsIn(children: ReactNode): string[] {
  return Children.toArray(children).flatMap((child) => {
    if (!isValidElement<{id?: unknown; children?: ReactNode}>(child)) return [];
    const {id, children: inner} = child.props;
    return [...(typeof id === 'string' ? [id] : []), ...idsIn(inner)];
  });
}
