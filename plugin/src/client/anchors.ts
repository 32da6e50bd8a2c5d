import useBrokenLinks from '@docusaurus/useBrokenLinks';

/** Tells Docusaurus's check of links the ids that authors have given to what it does not know by itself, such as paragraphs and tables. */
export function MarkdocAnchors({ids}: {ids: readonly string[]}): null {
  const {collectAnchor} = useBrokenLinks();
  for (const id of ids) collectAnchor(id);
  return null;
}
