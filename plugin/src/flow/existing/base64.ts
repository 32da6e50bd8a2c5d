const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

// The engine knows neither browsers nor Node, which have this in different ways.

/** Encodes a text in UTF-8 with base64. */
export function toBase64(text: string): string {
  const bytes = encodeURIComponent(text).match(/%..|./g) ?? [];
  const bits = bytes
    .map((byte) => (byte.length > 1 ? Number.parseInt(byte.slice(1), 16) : byte.charCodeAt(0)))
    .map((byte) => byte.toString(2).padStart(8, '0'))
    .join('');
  const letters = (bits.match(/.{1,6}/g) ?? []).map(
    (six) => alphabet[Number.parseInt(six.padEnd(6, '0'), 2)],
  );
  return letters.join('').padEnd(Math.ceil(letters.length / 4) * 4, '=');
}

/**
 * Decodes a text in UTF-8 from base64.
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
