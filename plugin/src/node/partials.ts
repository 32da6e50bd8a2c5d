import {readdirSync, readFileSync, realpathSync} from 'node:fs';
import path from 'node:path';
import {nearest} from '../flow/nearest.js';
import {Markdoc} from '../markdoc.js';
import type {RuleId} from '../problems.js';
import {isFile} from './is-file.js';

/** The absolute path of a partial, or why it may not be included. */
export type PartialFile = string | {rule: RuleId; message: string; help?: string | undefined};

/**
 * Finds the file that a `partial` tag names.
 *
 * @param file The path in the tag: always from the folder for partials, with or without a slash in front.
 * @param folder The folder for partials, an absolute path.
 * @param from The file in which the tag stands, an absolute path.
 */
export function findPartial(file: string, folder: string, from: string): PartialFile {
  if (file.includes('\0') || path.isAbsolute(file.replace(/^\/+/, ''))) return outside(file);
  const target = path.join(folder, file);
  if (!isInside(target, folder)) return outside(file);
  if (!isFile(target)) {
    return {
      rule: 'partial-not-found',
      message: `Partial \`${file}\` not found`,
      help: nearestFile(target, folder),
    };
  }
  // A link inside of the folder may lead anywhere.
  const realFolder = realpathSync(folder);
  const realTarget = realpathSync(target);
  if (!isInside(realTarget, realFolder)) return outside(file);
  const realFrom = isFile(from) ? realpathSync(from) : from;
  if (isInside(realFrom, realFolder)) {
    const circle = findCircle(realTarget, realFrom, realFolder);
    if (circle) {
      const names = [realFrom, ...circle].map((each) => path.relative(realFolder, each));
      return {rule: 'partial-cycle', message: `The partial includes itself: ${names.join(' → ')}`};
    }
  }
  return target;
}

/** A file beside the one that is missing whose name is nearly the same. */
function nearestFile(target: string, folder: string): string | undefined {
  const beside = path.dirname(target);
  const near = nearest(path.basename(target), namesIn(beside));
  if (near === undefined) return undefined;
  const meant = path.relative(folder, path.join(beside, near)).split(path.sep).join('/');
  return `Did you mean '${meant}'?`;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function outside(file: string): PartialFile {
  return {
    rule: 'partial-outside',
    message: `Partial \`${file}\` is not in the folder for partials`,
  };
}

function isInside(file: string, folder: string): boolean {
  const relative = path.relative(folder, file);
  return (
    relative !== '' &&
    !relative.startsWith(`..${path.sep}`) &&
    relative !== '..' &&
    !path.isAbsolute(relative)
  );
}

/** The way by which `from` comes to include `goal`, both ends included. */
function findCircle(from: string, goal: string, folder: string): string[] | undefined {
  const seen = new Set<string>();
  const search = (file: string): string[] | undefined => {
    if (file === goal) return [file];
    if (seen.has(file)) return undefined;
    seen.add(file);
    for (const included of includesOf(file)) {
      const target = path.join(folder, included);
      if (!isInside(target, folder) || !isFile(target)) continue;
      const rest = search(realpathSync(target));
      if (rest) return [file, ...rest];
    }
    return undefined;
  };
  return search(from);
}

/** What the `partial` tags of a file name. Markdoc's own parser is enough to know. */
function includesOf(file: string): string[] {
  const source = readFileSync(file, 'utf8');
  if (!source.includes('partial')) return [];
  const nodes = [...Markdoc.parse(source).walk()];
  return nodes.flatMap(({tag, attributes}) =>
    tag === 'partial' && typeof attributes.file === 'string' ? [attributes.file] : [],
  );
}
