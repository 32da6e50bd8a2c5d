/**
 * Whether an address can do nothing but lead somewhere: no script, no data that a browser would run.
 *
 * Browsers ignore control characters and spaces in front of and inside of a scheme, so they are ignored here too.
 */
export function isSafeAddress(address: string): boolean {
  const [, scheme] = /^([a-z][a-z0-9+.-]*):/i.exec(address.replace(/[\p{Cc}\s]/gu, '')) ?? [];
  return scheme === undefined || safeSchemes.includes(scheme.toLowerCase());
}

/** `pathname:` is Docusaurus's mark for an address that it leaves alone. */
const safeSchemes = ['http', 'https', 'mailto', 'tel', 'pathname'];
