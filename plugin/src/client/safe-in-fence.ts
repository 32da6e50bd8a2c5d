/** Longer than any address, and short enough to be seen as a whole. */
const maxLength = 300;

/** What YAML reads as something else than a text. */
const noText = [
  /^(?:true|false|yes|no|on|off|y|n|null)$/i,
  /^0(?:b[01_]+|o[0-7_]+|x[\da-f_]+)$/i,
  /^\d[\d_]*(?:\.[\d_]*)?(?:e[+-]?\d+)?$/i,
  /^\d[\d_]*(?::[0-5]?\d)+(?:\.[\d_]*)?$/,
  /^\d{4}-\d\d?-\d\d?(?:t.*)?$/i,
];

/**
 * Whether a text means itself wherever it may stand in a file or a command: with and without quotes around it, in shells, YAML, JSON
 * and env files. Such texts are few, and of these are the values that readers show: host names, addresses, ids.
 *
 * @example
 * isSafeInFence('https://mail.example.com') // true
 * isSafeInFence('$(reboot)') // false
 */
export function isSafeInFence(text: string): boolean {
  return (
    text.length <= maxLength &&
    // What begins with another character is an option, a file or a directive to some; a colon at the end makes a key.
    /^[A-Za-z0-9/](?:[A-Za-z0-9._:/@+-]*[A-Za-z0-9._/@+-])?$/.test(text) &&
    !noText.some((each) => each.test(text))
  );
}
