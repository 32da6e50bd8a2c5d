/** The plugins that read pages, as sites name them: in short, in full, or resolved to a path. */
const contentPlugin =
  /(?:^(?:@docusaurus\/)?content-(?=\w+$)|@docusaurus[\\/]plugin-content-)(docs|blog|pages)\b/;

/** Which pages the plugin of this name reads; `undefined` for a plugin of another kind. */
export function contentKind(name: unknown): string | undefined {
  return typeof name === 'string' ? contentPlugin.exec(name)?.[1] : undefined;
}
