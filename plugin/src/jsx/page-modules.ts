import type {Expression, ImportDeclaration, Program} from 'estree';
import {valueToEstree} from 'estree-util-value-to-estree';
import type {Root} from 'mdast';
import {attributeOf, element} from './element.js';
import {arrow, call, constants, identifier, member} from './estree.js';

/** An export of a module, under its name in the page. */
interface Import {
  source: string;
  exported: string;
  local: string;
}

/** The module with what a page runs in the browser. */
export const runtimeModule = 'docusaurus-plugin-markdoc/runtime';

/**
 * What one page imports on behalf of its tags.
 *
 * What a tag needs enters the page as an import: so the bundler knows of it, its cache and the development server notice
 * when it changes, and a page without the tag loads nothing for it.
 */
export class PageModules {
  /** Local names by what they stand for: a module, and the name of its export. */
  readonly #imports = new Map<string, Import>();
  /** The module of each partial that is included, in the order of the page. */
  readonly #partials: string[] = [];

  /**
   * Makes the page import something.
   *
   * @param stem What the local name starts with, such as `MarkdocPartial`; a capital letter makes it usable as an element.
   * @returns The local name. It is the same for the same export of the same module.
   */
  import(
    source: string,
    exported = 'default',
    stem = exported === 'default' ? `Markdoc${source.split('/').at(-1)}` : exported,
  ): string {
    const key = JSON.stringify([source, exported]);
    const local = this.#imports.get(key)?.local ?? `${stem}${this.#imports.size}`;
    this.#imports.set(key, {source, exported, local});
    return local;
  }

  /**
   * The element for one more inclusion of a partial.
   *
   * A partial becomes an import and an element, which is all that Docusaurus needs to render it and to put its headings
   * into the table of contents. But the ids of its headings were given when it was compiled, by itself: a page that has a
   * heading of the same name, or includes the partial twice, would have an id twice. Only the page's module knows all of
   * them, once it is loaded. There `uniquePartialIds` goes through the page's `toc`, renames what is there twice, and tells
   * each partial's headings their names through the `components` that MDX passes on.
   */
  includePartial(source: string): ReturnType<typeof element> {
    const index = this.#partials.push(source) - 1;
    const given = [valueToEstree(index), member(identifier('props'), 'components')];
    const components = attributeOf('components', call(identifier('markdocPartialIds'), given));
    return element(this.import(source, 'default', 'MarkdocPartial'), [components], [], false);
  }

  /** Adds the imports to the page's tree. */
  addImports(tree: Root): void {
    if (this.#imports.size === 0) return;
    const body = [...this.#imports.values()].map(importOf);
    const estree: Program = {type: 'Program', sourceType: 'module', body};
    tree.children.unshift({type: 'mdxjsEsm', value: '', data: {estree}});
  }

  /**
   * Adds to the compiled page what makes the ids unique. `toc` exists only in Docusaurus; in plain MDX the partials keep
   * their ids.
   */
  addUniqueIds(program: Program): void {
    if (this.#partials.length === 0) return;
    if (!exportsToc(program)) {
      const keep = arrow(['_index', 'components'], identifier('components'));
      const own = constants({markdocPartialIds: keep});
      // MDX may have been asked for the body of a function, which ends in a `return`.
      const end = program.body.findLastIndex(({type}) => (type as string) === 'ReturnStatement');
      program.body.splice(end < 0 ? program.body.length : end, 0, own);
      return;
    }
    const sources = [...new Set(this.#partials)];
    const names = new Map(sources.map((source, at) => [source, `markdocToc${at}`]));
    const unique = 'uniquePartialIds';
    program.body.unshift(
      importOf({source: runtimeModule, exported: unique, local: unique}),
      ...[...names].map(([source, local]) => importOf({source, exported: 'toc', local})),
    );
    const elements = this.#partials.map((source) => identifier(names.get(source) ?? ''));
    const given: Expression[] = [identifier('toc'), {type: 'ArrayExpression', elements}];
    program.body.push(constants({markdocPartialIds: call(identifier(unique), given)}));
  }
}

/** Whether the page has a table of contents, as `export const toc = […]`. */
function exportsToc(program: Program): boolean {
  return program.body.some(
    (statement) =>
      statement.type === 'ExportNamedDeclaration' &&
      statement.declaration?.type === 'VariableDeclaration' &&
      statement.declaration.declarations.some(
        ({id}) => id.type === 'Identifier' && id.name === 'toc',
      ),
  );
}

function importOf({source, exported, local: name}: Import): ImportDeclaration {
  const local = identifier(name);
  return {
    type: 'ImportDeclaration',
    specifiers: [
      exported === 'default'
        ? {type: 'ImportDefaultSpecifier', local}
        : {type: 'ImportSpecifier', imported: identifier(exported), local},
    ],
    source: {type: 'Literal', value: source},
    attributes: [],
  };
}
