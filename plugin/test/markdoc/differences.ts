/**
 * Every way in which a page may look different than in Markdoc. `content/partials/authors/markdoc-differences.md` tells authors of each,
 * under the same title and with the reason.
 */
export const differences = {
  mistakes: 'Tags with a mistake',
  'unclosed-delimiters': '`{%` without `%}`',
  'undefined-functions': 'Functions that do not exist',
  'missing-in-conditions': 'Missing variables in conditions',
  'functions-alone': 'A function alone on its line',
  fences: 'Fences without variables',
  'tags-in-fences': 'Tags other than `if` and `else` in fences',
  'fence-annotations': 'An id or a class on a fence',
  'indented-code': 'Indented code in pages without tags',
  'underlined-headings': 'Underlined headings',
  'lists-in-quotations': 'Lists in quotations',
  'github-markdown': 'Bare addresses, lists of tasks and footnotes',
  directives: 'Directives',
  html: 'HTML',
  mdx: 'Braces and angle brackets in MDX',
} as const;

export type Difference = keyof typeof differences;
