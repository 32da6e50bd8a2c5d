import type {ImportDeclaration, Program} from 'estree';
import {constants, identifier} from './estree.js';

/**
 * Has a compiled page look up the functions of React's JSX runtime once, in place of at every element.
 *
 * A bundler keeps a record of every reference to something that is imported: some 700 bytes, which it makes, hashes, renames and
 * writes into its cache. A page of 13 kB has hundreds of elements. Its script gets smaller, too.
 *
 * ```js
 * import {jsx as imported_jsx} from 'react/jsx-runtime';
 * const _jsx = imported_jsx;
 * ```
 *
 * @param program The page as MDX has compiled it.
 */
export function shareJsxRuntime(program: Program): void {
  const at = program.body.findIndex(isJsxRuntime);
  const found = program.body[at] as ImportDeclaration | undefined;
  if (!found) return;
  const names = found.specifiers.map(({local}) => local.name);
  for (const {local} of found.specifiers) local.name = `imported${local.name}`;
  const own = Object.fromEntries(names.map((name) => [name, identifier(`imported${name}`)]));
  program.body.splice(at + 1, 0, constants(own));
}

function isJsxRuntime(statement: Program['body'][number]): statement is ImportDeclaration {
  return (
    statement.type === 'ImportDeclaration' &&
    /\/jsx(?:-dev)?-runtime$/.test(String(statement.source.value))
  );
}
