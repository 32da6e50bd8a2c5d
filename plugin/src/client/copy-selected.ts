/** Puts a text on the clipboard on pages without HTTPS, where browsers have no `navigator.clipboard`; only these load it. */
export function copySelected(text: string): void {
  const area = document.createElement('textarea');
  area.value = text;
  document.body.append(area);
  area.select();
  const isCopied = document.execCommand('copy');
  area.remove();
  if (!isCopied) throw new Error('The browser does not allow copying');
}
