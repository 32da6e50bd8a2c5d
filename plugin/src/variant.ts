/**
 * A partial that is given values is compiled once for each set of them: the set is a part of the path by which it is imported.
 *
 * The query ends in `.md`, for Docusaurus splices the table of contents only of imports whose path ends so.
 */
export function withVariables(path: string, variables: Record<string, unknown>): string {
  if (Object.keys(variables).length === 0) return path;
  // The same values in another order are the same set. Base64 has none of the characters that mean something in a request.
  const sorted = Object.fromEntries(Object.entries(variables).sort(([a], [b]) => (a < b ? -1 : 1)));
  return `${path}?markdoc=${Buffer.from(JSON.stringify(sorted)).toString('base64url')}&.md`;
}

/** The values in the query of a request that `withVariables` made. */
export function variablesIn(query: string): Record<string, unknown> {
  const encoded = new URLSearchParams(query).get('markdoc');
  return encoded ? JSON.parse(Buffer.from(encoded, 'base64url').toString()) : {};
}
