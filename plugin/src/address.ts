/**
 * Whether an address can do nothing but lead somewhere: no script, no data that a browser would run. The plugin's own tags refuse other
 * addresses; a component that puts an attribute into `href` or `src` asks here.
 *
 * Browsers ignore control characters and spaces in front of and inside of a scheme, so they are ignored here too. `pathname://` is
 * Docusaurus's mark for an address that it leaves alone, and takes away: what counts is what is left.
 *
 * @example
 * isSafeAddress('/install/server') // true
 * isSafeAddress('javascript:alert(1)') // false
 */
export function isSafeAddress(address: string): boolean {
  const target = address.replace(/[\p{Cc}\s]/gu, '').replace(/pathname:\/\//gi, '');
  const [, scheme] = /^([a-z][a-z0-9+.-]*):/i.exec(target) ?? [];
  return scheme === undefined || safeSchemes.includes(scheme.toLowerCase());
}

const safeSchemes = ['http', 'https', 'mailto', 'tel'];
