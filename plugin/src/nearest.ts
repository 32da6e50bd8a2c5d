/** How many letters are added, left out, replaced or swapped with their neighbour between two short texts. */
function distance(a: string, b: string): number {
  const rows = [Array.from({length: b.length + 1}, (_, j) => j)];
  const cell = (i: number, j: number) => rows[i]?.[j] ?? 0;
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(
        Math.min(
          cell(i - 1, j) + 1,
          cell(i, j - 1) + 1,
          cell(i - 1, j - 1) + (same ? 0 : 1),
          swapped ? cell(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
  }
  return cell(a.length, b.length);
}

/**
 * The name that was probably meant, for "did you mean".
 *
 * @param most in how many steps (see `distance`) the two may differ
 * @returns `undefined` where no candidate is near enough
 * @example
 * nearest('clientld', ['clientId', 'domain']) // 'clientId'
 */
export function nearest(
  name: string,
  candidates: Iterable<string>,
  most = Math.max(1, Math.floor(name.length / 3)),
): string | undefined {
  // No name of ours is that long; what a stranger sends may be.
  if (name.length > 64) return undefined;
  let best: string | undefined;
  let least = most + 1;
  for (const candidate of candidates) {
    const steps = distance(name.toLowerCase(), candidate.toLowerCase());
    if (steps < least) [best, least] = [candidate, steps];
  }
  return best;
}

/**
 * What to say to somebody who has given a name that there is not.
 *
 * @param otherwise what to say where no name is near enough
 * @param quote how the name that was probably meant is written into the question
 * @example
 * didYouMean('clientld', ['clientId', 'domain'], 'There are …') // "Did you mean 'clientId'?"
 */
export function didYouMean<Otherwise extends string | undefined = undefined>(
  name: string,
  names: Iterable<string>,
  otherwise?: Otherwise,
  quote = (near: string) => `'${near}'`,
): string | Otherwise {
  const near = nearest(name, names);
  return near === undefined ? (otherwise as Otherwise) : `Did you mean ${quote(near)}?`;
}
