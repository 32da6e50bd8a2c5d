/**
 * With webpack, Docusaurus compiles what runs in browsers with a preset that takes everything that is spread for an array, where
 * a site's `browserslist` has old browsers in it or does not exist: `[...map.values()]` is an array with an iterator in it then.
 */
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import ts from 'typescript';
import {expect, test} from 'vitest';

const folder = fileURLToPath(new URL('../src', import.meta.url));

test('what runs in browsers spreads arrays only', {timeout: 30_000}, () => {
  const project = fileURLToPath(new URL('../tsconfig.client.json', import.meta.url));
  const {config} = ts.readConfigFile(project, ts.sys.readFile);
  const {options, fileNames} = ts.parseJsonConfigFileContent(config, ts.sys, path.dirname(project));
  const program = ts.createProgram(fileNames, {...options, composite: false, noEmit: true});
  const checker = program.getTypeChecker();
  const found: string[] = [];
  const isArray = (type: ts.Type): boolean =>
    type.isUnion()
      ? type.types.every(isArray)
      : checker.isArrayType(type) ||
        checker.isTupleType(type) ||
        Boolean(type.flags & ts.TypeFlags.Any);
  for (const file of program.getSourceFiles()) {
    // What compiles flows runs in the build only.
    if (!file.fileName.startsWith(folder) || /[\\/]compile[^\\/]*$/.test(file.fileName)) continue;
    const visit = (node: ts.Node): void => {
      if (ts.isSpreadElement(node) && !isArray(checker.getTypeAtLocation(node.expression))) {
        const {line} = file.getLineAndCharacterOfPosition(node.getStart());
        found.push(`${path.relative(folder, file.fileName)}:${line + 1} ${node.getText()}`);
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  expect(found).toEqual([]);
});
