import {readdirSync, readFileSync, realpathSync} from 'node:fs';
import path from 'node:path';
import type {Scope} from '../markdoc/evaluate.js';
import {Markdoc} from '../markdoc.js';
import {didYouMean} from '../nearest.js';
import type {Complaint} from '../problems.js';
import type {Given} from '../variant.js';
import {attempt} from './attempt.js';
import {isFile} from './is-file.js';

/**
 * Finds the file that a `partial` tag names.
 *
 * @param file The path in the tag: always from the folder for partials, with or without a slash in front.
 * @param folder The folder for partials, an absolute path.
 * @param from The file in which the tag stands, an absolute path.
 * @param given The values that the partial is given, by which it may name the partials in it.
 * @param scope What else variables mean, and functions.
 * @returns The absolute path of the partial, or why it may not be included.
 */
export function findPartial(
  file: string,
  folder: string,
  from: string,
  given: Given,
  scope: Scope,
): string | Complaint {
  const outside: Complaint = {
    rule: 'partial-outside',
    message: `Partial \`${file}\` is not in the folder for partials`,
  };
  if (file.includes('\0') || path.isAbsolute(file.replace(/^\/+/, ''))) return outside;
  const target = path.join(folder, file);
  if (!isInside(target, folder)) return outside;
  if (!isFile(target)) {
    return {
      rule: 'partial-not-found',
      message: `Partial \`${file}\` not found`,
      help: meantFile(target, folder),
    };
  }
  // A link inside of the folder may lead anywhere.
  const realFolder = realpathSync(folder);
  const realTarget = realpathSync(target);
  if (!isInside(realTarget, realFolder)) return outside;
  const realFrom = isFile(from) ? realpathSync(from) : from;
  if (isInside(realFrom, realFolder)) {
    const circle = findCircle(realTarget, realFrom, realFolder, given, scope);
    if (circle) {
      const names = [realFrom, ...circle].map((each) => path.relative(realFolder, each));
      return {rule: 'partial-cycle', message: `The partial includes itself: ${names.join(' → ')}`};
    }
  }
  return target;
}

/** The file that was meant: one without its ending, one with the folder for partials in front, or one whose name is nearly the same. */
function meantFile(target: string, folder: string): string | undefined {
  const [first, ...others] = path.relative(folder, target).split(path.sep);
  const inside = first === path.basename(folder) ? path.join(folder, ...others) : target;
  const written = [target, inside].flatMap((file) => [file, `${file}.md`, `${file}.mdx`]);
  const quote = (file: string) => `'${path.relative(folder, file).split(path.sep).join('/')}'`;
  const meant = written.find(isFile);
  if (meant !== undefined) return `Did you mean ${quote(meant)}?`;
  const beside = path.dirname(target);
  return didYouMean(path.basename(target), filesIn(beside), undefined, (near) =>
    quote(path.join(beside, near)),
  );
}

function filesIn(folder: string): string[] {
  const entries = attempt(() => readdirSync(folder, {withFileTypes: true})) ?? [];
  return entries.filter((entry) => !entry.isDirectory()).map(({name}) => name);
}

function isInside(file: string, folder: string): boolean {
  const relative = path.relative(folder, file);
  const [first] = relative.split(path.sep);
  return first !== '' && first !== '..' && !path.isAbsolute(relative);
}

/** The way by which `from` comes to include `goal`, both ends included. */
function findCircle(
  from: string,
  goal: string,
  folder: string,
  given: Given,
  scope: Scope,
): string[] | undefined {
  const seen = new Set<string>();
  const search = (file: string, given: Given, way: string[]): string[] | undefined => {
    if (file === goal) return [...way, file];
    // Another circle, which is found from the files in it; the values may grow each time around.
    if (way.includes(file)) return undefined;
    const key = JSON.stringify([file, given]);
    if (seen.has(key)) return undefined;
    seen.add(key);
    for (const included of includesOf(file, given, scope)) {
      const target = path.join(folder, included.file);
      if (!isInside(target, folder) || !isFile(target)) continue;
      const found = search(realpathSync(target), included.given, [...way, file]);
      if (found) return found;
    }
    return undefined;
  };
  return search(from, given, []);
}

/**
 * What the `partial` tags of a file name, and give. Markdoc's own parser is enough to know. What cannot be read or evaluated is told of
 * where the partial is compiled.
 */
function includesOf(file: string, given: Given, scope: Scope): {file: string; given: Given}[] {
  const source = readFileSync(file, 'utf8');
  if (!source.includes('partial')) return [];
  const config = {variables: {...scope.variables, ...given}, functions: scope.functions};
  const nodes = attempt(() => [...Markdoc.parse(source).walk()]) ?? [];
  return nodes.flatMap(({tag, attributes}) => {
    if (tag !== 'partial') return [];
    const {file, variables} = attempt(() => Markdoc.Ast.resolve(attributes, config)) ?? {};
    return typeof file === 'string' ? [{file, given: {...given, ...variables}}] : [];
  });
}
