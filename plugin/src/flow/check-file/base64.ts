const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/**
 * Decodes a text in UTF-8 from base64. The engine knows neither browsers nor Node, which have this in different ways.
 *
 * @returns `undefined` where it is no such thing
 */
export function fromBase64(encoded: string): string | undefined {
  const text = encoded.replace(/\s/g, '');
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return undefined;
  const bits = Array.from(text.replace(/=/g, ''), (letter) =>
    alphabet.indexOf(letter).toString(2).padStart(6, '0'),
  ).join('');
  const bytes = bits.match(/.{8}/g) ?? [];
  try {
    return decodeURIComponent(
      bytes.map((byte) => `%${Number.parseInt(byte, 2).toString(16).padStart(2, '0')}`).join(''),
    );
  } catch {
    return undefined;
  }
}
