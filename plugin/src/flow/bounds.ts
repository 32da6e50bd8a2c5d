/**
 * The bounds of every value, whatever its schema says: far above what a configuration holds, and low enough that no
 * address or paste can make a page slow.
 */
export const maxValueLength = 2000;
export const maxListLength = 100;

/**
 * Whether a text is one line of well-formed Unicode, as every value is.
 *
 * U+0085, U+2028 and U+2029 are line breaks to some parsers and not to others.
 */
export function isLine(text: string): boolean {
  return !/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\ufffe\uffff]/u.test(text);
}
