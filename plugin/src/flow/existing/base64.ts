// What browsers and Node share; the types of neither are known here.
declare function btoa(binary: string): string;
declare function atob(encoded: string): string;
declare class TextEncoder {
  encode(text: string): Uint8Array;
}

/** Encodes a text in UTF-8 with base64. */
export function toBase64(text: string): string {
  return btoa(
    Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''),
  );
}

/**
 * Decodes a text in UTF-8 from base64.
 *
 * @returns `undefined` where it is no such thing
 */
export function fromBase64(encoded: string): string | undefined {
  const text = encoded.replace(/\s/g, '');
  // What `atob` would take without the padding is refused by others.
  if (text.length % 4 !== 0) return undefined;
  try {
    const bytes = Array.from(atob(text), (letter) => letter.charCodeAt(0).toString(16));
    return decodeURIComponent(bytes.map((byte) => `%${byte.padStart(2, '0')}`).join(''));
  } catch {
    return undefined;
  }
}
