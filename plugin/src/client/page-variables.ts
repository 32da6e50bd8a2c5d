import {useDoc, useDocsVersion} from '@docusaurus/plugin-content-docs/client';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';

/** What `$page` and, in a partial, `$markdoc` stand for. */
export interface PageVariables {
  readonly page: {readonly title?: string; readonly version?: string; readonly locale: string};
  readonly markdoc: {readonly frontmatter: {readonly [key: string]: unknown}};
}

/** What is known of the page that is being shown; a partial asks for the page that includes it. */
export function usePageVariables(): PageVariables {
  const {i18n} = useDocusaurusContext();
  const doc = outsideOfDocs(useDoc);
  const version = outsideOfDocs(useDocsVersion);
  return {
    page: {title: doc?.metadata.title, version: version?.label, locale: i18n.currentLocale},
    markdoc: {frontmatter: doc?.frontMatter ?? {}},
  };
}

/** The docs plugin's hooks throw on pages of other plugins. */
function outsideOfDocs<T>(useSomething: () => T): T | undefined {
  try {
    // biome-ignore lint/correctness/useHookAtTopLevel: it is called in every rendering, and either throws in all of them or in none.
    return useSomething();
  } catch {
    return undefined;
  }
}
