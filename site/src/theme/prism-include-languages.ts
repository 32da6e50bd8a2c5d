import includeOriginalLanguages from '@theme-original/prism-include-languages';
import type * as PrismNamespace from 'prismjs';

/** Teaches the code blocks `markdoc`: Markdown in which tags stand out. */
export default function includeLanguages(Prism: typeof PrismNamespace): void {
  includeOriginalLanguages(Prism);
  const tag: PrismNamespace.GrammarValue = {
    // Ends at the first `%}` outside a string.
    pattern: /\{%(?:"(?:\\[\s\S]|[^"\\])*"|(?!%\})[\s\S])*%\}/,
    greedy: true,
    inside: {
      punctuation: /^\{%|%\}$|[[\]{},:=]|\//,
      string: {pattern: /"(?:\\[\s\S]|[^"\\])*"/, greedy: true},
      function: {pattern: /(^\s*\/?\s*)[a-z][\w-]*/i, lookbehind: true},
      boolean: /\b(?:true|false|null)\b/,
      number: /-?\b\d+(?:\.\d+)?\b/,
      'attr-name': /[a-z][\w-]*(?==)/i,
      selector: /[#.][\w-]+/,
      variable: /[$@][\w.]+/,
    },
  };
  // Without headings that are underlined: a `---` below an item stands between two rows of a table.
  const title = [Prism.languages.markdown?.['title' as 'rest']]
    .flat()
    .slice(1) as unknown as PrismNamespace.GrammarValue;
  Prism.languages.markdoc = Prism.languages.extend('markdown', {title});
  Prism.languages.insertBefore(
    'markdoc',
    Object.keys(Prism.languages.markdown ?? {})[0] as string,
    {
      'markdoc-tag': tag,
    },
  );
}
