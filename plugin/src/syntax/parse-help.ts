/**
 * What to do about a tag that the grammar cannot read, for the usual slips: the grammar's own message lists what could stand in a place,
 * and knows nothing of what was meant.
 *
 * @param source The tag from `{%` to `%}`.
 * @param offset The first character that does not fit.
 * @returns `undefined` where it is none of them.
 * @example
 * parseHelp('{% note title=Caution %}', 21) // 'Put text between double quotes: title="Caution".'
 */
export function parseHelp(source: string, offset: number): string | undefined {
  // A tag may be a megabyte long; what explains a slip is near.
  const from = Math.max(0, offset - reach);
  const before = source.slice(from, offset);
  const rest = source.slice(offset, offset + reach);
  const [hidden] = /^(?![ \t\r\n])[\p{Cc}\p{Cf}\p{Z}]/u.exec(rest) ?? [];
  if (hidden) {
    const code = hidden.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
    return `Delete the invisible character in this place: U+${code}.`;
  }
  if (/^\{%\s*\/$/.test(before)) {
    return 'Write the name of the tag right behind the slash: {% /name %}.';
  }
  if (/^\s*(==|[!<>]|&&|\|\|)/.test(rest) || (/\$\S+\s*$/.test(before) && /^\s*=/.test(rest))) {
    return 'Conditions are functions: equals($a, $b), not($a), and($a, $b), or($a, $b).';
  }
  if (/[\w-]$/.test(before) ? /^\s+=/.test(rest) : /=$/.test(before) && /^\s+["\d[{$]/.test(rest)) {
    return 'Put nothing around the equals sign: {% name key="value" %}.';
  }
  // A word as a value could be the name of a function, so that the place is behind it.
  const [, start = '', name = '', sign = ''] =
    /^(.*?)([\w-]+)(=|:\s*)(?:[A-Za-z][\w-]*\s*)?$/s.exec(before) ?? [];
  const text = sign && textAt(source.slice(from + (start + name + sign).length).slice(0, reach));
  if (text) return `Put text between double quotes: ${name}${sign}"${text}".`;
  if (/^\s*,/.test(rest)) return 'Separate attributes by spaces, without commas.';
  const alone = /\s([A-Za-z][\w-]*)\s*$/.exec(before)?.[1];
  if (alone) return `Write ${alone}=true or ${alone}="…"; a variable is written $${alone}.`;
  return undefined;
}

/** How many characters are looked at on each side of the place. */
const reach = 200;

/** A text that was written without quotes, or with others. */
function textAt(source: string): string | undefined {
  const text =
    /^['‘’“”„«`](.*?)['’“”»`](?=[\s/%},\]])/s.exec(source)?.[1] ??
    /^[^\s$]*?(?=\/?%\}|[\s,}\]])/.exec(source)?.[0];
  return text && text.length <= 80 && !/["\\\n[{(]/.test(text) ? text : undefined;
}
