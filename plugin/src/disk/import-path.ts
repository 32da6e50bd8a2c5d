import path from 'node:path';

/**
 * The path by which one file can import another, on every system.
 *
 * @param target Absolute path of the file to import.
 * @param from Absolute path of the file that imports it.
 * @param system How paths are written; other than this computer's in tests only.
 */
export function importPath(target: string, from: string, system: path.PlatformPath = path): string {
  const way = system.relative(system.dirname(from), target);
  const written = way.split(system.sep).join('/');
  // There is no relative path between two drives of Windows; and `.hidden/a.md` would be the name of a package.
  return system.isAbsolute(way) || /^\.\.?\//.test(written) ? written : `./${written}`;
}
