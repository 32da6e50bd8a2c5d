import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import ts from 'typescript';
import {expect, test} from 'vitest';

const src = fileURLToPath(new URL('../src', import.meta.url));
const architecture = fileURLToPath(new URL('../../ARCHITECTURE.md', import.meta.url));

/** What a folder, or a file beside the folders, imports of the others: code, and types alone. */
interface Imports {
  code: string[];
  types: string[];
}

/** What every part may import, and what imports nothing of the others. */
const leaves = [
  'address.ts',
  'markdoc.ts',
  'nearest.ts',
  'problems.ts',
  'reader-names.ts',
  'variant.ts',
];

/** As in the table of ARCHITECTURE.md, in its order. The doors, which are glue, may import everything. */
const allowed: Record<string, Imports> = {
  syntax: {code: [], types: []},
  flow: {code: [], types: []},
  jsx: {code: [], types: []},
  markdoc: {code: ['flow', 'jsx', 'syntax'], types: []},
  tags: {code: ['jsx', 'markdoc', 'syntax'], types: []},
  lower: {code: ['jsx', 'markdoc', 'syntax', 'tags'], types: ['flow']},
  disk: {code: ['flow', 'tags'], types: ['markdoc']},
  bundler: {code: ['disk', 'flow'], types: []},
  'page.ts': {code: ['disk', 'jsx', 'lower', 'markdoc', 'tags'], types: []},
  'options.ts': {code: [], types: []},
  'site-check': {code: ['disk', 'flow', 'options.ts', 'page.ts', 'syntax'], types: []},
  commands: {code: ['disk', 'flow', 'site-check'], types: ['options.ts']},
  client: {code: ['flow'], types: []},
  theme: {code: ['client', 'flow'], types: []},
};

test('each folder imports what the architecture allows, and nothing else', () => {
  const found = Object.fromEntries(Object.keys(allowed).map((part) => [part, importsOf(part)]));
  expect(found).toEqual(allowed);
});

test('what all may import imports nothing', () => {
  const found = leaves.filter(
    (part) => [...importsOf(part).code, ...importsOf(part).types].length > 0,
  );
  expect(found).toEqual([]);
});

test('no folder imports one below it in the table: there is no circle', () => {
  const order = Object.keys(allowed);
  const upwards = Object.entries(allowed).flatMap(([part, {code, types}]) =>
    [...code, ...types].filter((each) => order.indexOf(each) >= order.indexOf(part)),
  );
  expect(upwards).toEqual([]);
});

test('ARCHITECTURE.md has the same table', () => {
  const rows = readFileSync(architecture, 'utf8').matchAll(/^\| (`.*) \| .* \| (.*) \|$/gm);
  const documented = [...rows].flatMap(([, parts = '', imports = '']) => {
    const [code = '', types = ''] = imports.split('types of');
    return names(parts)
      .filter((part) => part in allowed)
      .map((part) => [part, {code: names(code), types: names(types)}]);
  });
  expect(Object.fromEntries(documented)).toEqual(allowed);
});

test('what is loaded beside a chooser reaches the engine through one module', () => {
  const engine = path.join(src, 'flow/engine.ts');
  const behind = codeOf(engine);
  const past = ['flow', 'client'].flatMap(filesOf).flatMap((file) =>
    [engine, ...behind].includes(file)
      ? []
      : codeOf(file)
          .filter((each) => behind.includes(each))
          .map((each) => `${path.relative(src, file)} imports ${path.relative(src, each)}`),
  );
  expect(behind.length).toBeGreaterThan(0);
  expect(past).toEqual([]);
});

test('bundlers leave that module as it is', () => {
  const {sideEffects} = JSON.parse(readFileSync(path.join(src, '../package.json'), 'utf8'));
  expect(sideEffects).toContain('./lib/flow/engine.js');
});

test('what few readers need is loaded in one place', () => {
  const places = filesOf('client').filter((file) => readFileSync(file, 'utf8').includes('import('));
  expect(places.map((file) => path.relative(src, file))).toEqual(['client/load-on-demand.ts']);
});

/** The files whose code a file imports. */
function codeOf(file: string): string[] {
  return specifiersIn(file).flatMap(({specifier, typesOnly}) =>
    specifier.startsWith('.') && !typesOnly
      ? path.resolve(path.dirname(file), specifier.replace(/\.js$/, '.ts'))
      : [],
  );
}

/** The names in backticks, in order. */
function names(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+?)\/?`/g)].map(([, name = '']) => name).sort();
}

function importsOf(part: string): Imports {
  const code = new Set<string>();
  const types = new Set<string>();
  for (const file of filesOf(part)) {
    for (const {specifier, typesOnly} of specifiersIn(file)) {
      const target = partOf(specifier, file);
      if (target === undefined || target === part || leaves.includes(target)) continue;
      (typesOnly ? types : code).add(target);
    }
  }
  return {code: [...code].sort(), types: [...types].filter((each) => !code.has(each)).sort()};
}

function filesOf(part: string): string[] {
  if (part.endsWith('.ts')) return [path.join(src, part)];
  return readdirSync(path.join(src, part), {recursive: true, encoding: 'utf8'})
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => path.join(src, part, name));
}

/** The folder, or the file beside the folders, in which the import ends; `undefined` for other packages. */
function partOf(specifier: string, from: string): string | undefined {
  const own = /^docusaurus-plugin-markdoc\/(.+)$/.exec(specifier);
  // All doors but that of the engine are the client's.
  if (own) return own[1] === 'flow' ? 'flow' : 'client';
  if (!specifier.startsWith('.')) return undefined;
  const target = path.relative(src, path.resolve(path.dirname(from), specifier));
  return target.split(path.sep)[0]?.replace(/\.js$/, '.ts');
}

function specifiersIn(file: string): {specifier: string; typesOnly: boolean}[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  const found: {specifier: string; typesOnly: boolean}[] = [];
  const add = (node: ts.Node | undefined, typesOnly: boolean) => {
    if (node && ts.isStringLiteralLike(node)) found.push({specifier: node.text, typesOnly});
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      add(node.moduleSpecifier, node.importClause !== undefined && onlyTypes(node.importClause));
    } else if (ts.isExportDeclaration(node)) {
      add(node.moduleSpecifier, node.isTypeOnly);
    } else if (ts.isImportTypeNode(node)) {
      add(ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined, true);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], false);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function onlyTypes({phaseModifier, name, namedBindings}: ts.ImportClause): boolean {
  if (phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  if (name || !namedBindings || ts.isNamespaceImport(namedBindings)) return false;
  return namedBindings.elements.every(({isTypeOnly}) => isTypeOnly);
}
