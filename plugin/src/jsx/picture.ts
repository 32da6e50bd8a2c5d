import type {Properties} from 'hast';
import type {Image} from 'mdast';
import {box, type MarkdocBox} from './box.js';

/** `300` is pixels, as in HTML. */
export function cssLength(value: string): string | undefined {
  if (/^\d+(\.\d+)?$/.test(value)) return `${value}px`;
  return /^\d+(\.\d+)?(px|%|em|rem|ch|vw|vh)$/.test(value) ? value : undefined;
}

/**
 * Docusaurus sets the picture's own width and height, over whatever stands there, and keeps no attributes: the author's go to a box around it.
 *
 * @param sizes Declarations of CSS.
 */
export function boxed(picture: Image, sizes: string[], properties: Properties): Image | MarkdocBox {
  if (sizes.length === 0 && Object.keys(properties).length === 0) return picture;
  const className = [sizes.length > 0 ? 'markdoc-image' : [], properties.className ?? []].flat();
  const hProperties: Properties = {
    ...properties,
    ...(className.length > 0 && {className: className.map(String)}),
    ...(sizes.length > 0 && {style: sizes.join(';')}),
  };
  return box('span', hProperties, [picture]);
}
