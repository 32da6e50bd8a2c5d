/** The place where a text stops making sense, and why. Lines and columns start with 1. */
export interface TextFault {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** The fault at an offset of a text. */
export function faultAt(text: string, offset: number, message: string): TextFault {
  const before = text.slice(0, offset).split('\n');
  return {line: before.length, column: (before.at(-1) ?? '').length + 1, message};
}
