/** The values that a partial is given. */
export type Given = {readonly [name: string]: unknown};

/** The values as one text: in another order, the same values are the same set. */
function textOf(given: Given): string {
  return JSON.stringify(
    Object.fromEntries(Object.entries(given).sort(([a], [b]) => (a < b ? -1 : 1))),
  );
}

/** What tells a file that is compiled with these values apart from others, and from itself with other values. */
export function variantOf(path: string, given: Given): string {
  return path + textOf(given);
}

/**
 * A partial that is given values is compiled once for each set of them: the set is a part of the path by which it is imported.
 *
 * The query ends in `.md`, for Docusaurus splices the table of contents only of imports whose path ends so.
 */
export function withVariables(path: string, given: Given): string {
  if (Object.keys(given).length === 0) return path;
  // Base64 has none of the characters that mean something in a request.
  return `${path}?markdoc=${Buffer.from(textOf(given)).toString('base64url')}&.md`;
}

/** The values in the query of a request that `withVariables` made. */
export function variablesIn(query: string): Record<string, unknown> {
  const encoded = new URLSearchParams(query).get('markdoc');
  return encoded ? JSON.parse(Buffer.from(encoded, 'base64url').toString()) : {};
}
