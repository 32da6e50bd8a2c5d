/** The quote that a value starts with, if any. */
export function quoteIn(value: string): '"' | "'" | undefined {
  const [first] = value;
  return first === '"' || first === "'" ? first : undefined;
}

/** Where the quote that a value starts with is closed. */
export function closingQuote(value: string): number | undefined {
  const [quote] = value;
  for (let index = 1; index < value.length; index++) {
    if (quote === '"' && value[index] === '\\') index++;
    else if (value[index] === quote) {
      // Two single quotes are one in YAML; two at the end of a value are a mistake.
      const doubled =
        quote === "'" && value[index + 1] === quote && /\S/.test(value.slice(index + 2));
      if (!doubled) return index;
      index++;
    }
  }
  return undefined;
}

/** A value without quotes as it is read: without the comment behind it. */
export function withoutComment(value: string): string {
  return value.replace(/(?:^|\s)#.*$/, '').trimEnd();
}

/** The quote at the end of a value without quotes, where no other one opens it. Brackets are not for quotes to end. */
export function strayQuote(value: string): string | undefined {
  const last = value.at(-1);
  const isQuote = last === '"' || last === "'";
  return isQuote && value.split(last).length % 2 === 0 && !/^[[{]/.test(value) ? last : undefined;
}

/** Takes the braces off addresses: `{https://example.com}`. */
export function withoutBraces(value: string): string {
  return value.replace(/(?<!\$)\{\s*(https?:\/\/[^\s{}"']*)\s*\}/g, '$1');
}

/** Puts the default in place of a variable that has one: `${NAME:-value}`. */
export function withoutDefaults(value: string): string {
  return value.replace(/\$\{[A-Za-z_]\w*:-([^{}]*)\}/g, '$1');
}
