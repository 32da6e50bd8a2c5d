// What browsers and Node share; the types of neither are known here.
declare function btoa(binary: string): string;
declare function atob(encoded: string): string;
declare class TextEncoder {
  encode(text: string): Uint8Array;
}
declare class TextDecoder {
  constructor(label: string, options: {readonly fatal: boolean; readonly ignoreBOM: boolean});
  decode(bytes: Uint8Array): string;
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
    const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    return new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes);
  } catch {
    return undefined;
  }
}
