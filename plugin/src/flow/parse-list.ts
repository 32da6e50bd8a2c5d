/**
 * Reads a list as people type it: separated by commas or one entry a line.
 *
 * @example
 * parseList('jane, john\nadmin') // ['jane', 'john', 'admin']
 */
export function parseList(text: string): string[] {
  return text
    .split(/[,\n\r]/)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}
