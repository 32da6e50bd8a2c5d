/**
 * Puts a text on the clipboard.
 *
 * @throws an error where the browser does not allow it
 */
export async function copyText(text: string): Promise<void> {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const {copySelected} = await import('./copy-selected.js');
  copySelected(text);
}
