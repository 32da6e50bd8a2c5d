type ContentKind = 'docs' | 'blog' | 'pages';

/** The plugins that read pages, as sites name them: in short, in full, or resolved to a path. */
const contentPlugin =
  /^(?:@docusaurus\/)?content-(docs|blog|pages)$|@docusaurus[\\/]plugin-content-(docs|blog|pages)\b/;

/** Which pages the plugin of this name reads; `undefined` for a plugin of another kind. */
export function contentKind(name: unknown): ContentKind | undefined {
  const [, short, full] = (typeof name === 'string' && contentPlugin.exec(name)) || [];
  return (short ?? full) as ContentKind | undefined;
}
