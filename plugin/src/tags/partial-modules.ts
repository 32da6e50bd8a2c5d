import type {Expression, ImportDeclaration, Program, Statement} from 'estree';
import {valueToEstree} from 'estree-util-value-to-estree';
import type {Root} from 'mdast';
import type {MdxJsxFlowElement} from 'mdast-util-mdx';

/** The module with what an including page runs in the browser. */
const runtime = 'docusaurus-plugin-markdoc/client';

/**
 * The partials that one page includes.
 *
 * A partial becomes an import and an element, which is all that Docusaurus needs to render it and to put its headings into the table of
 * contents. But the ids of its headings were given when it was compiled, by itself: a page that has a heading of the same
 * name, or includes the partial twice, would have an id twice. Only the page's module knows all of them, once it is loaded.
 * There `uniquePartialIds` goes through the page's `toc`, renames what is there twice, and tells each partial's headings
 * their names through the `components` that MDX passes on.
 */
export class PartialModules {
  /** The import of each partial that is included, in the order of the page. */
  readonly #sources: string[] = [];

  /** The element for one more inclusion of the partial that is imported by this path. */
  include(source: string): MdxJsxFlowElement {
    const index = this.#sources.push(source) - 1;
    const call: Expression = {
      type: 'CallExpression',
      optional: false,
      callee: identifier('markdocPartialIds'),
      arguments: [
        valueToEstree(index),
        {
          type: 'MemberExpression',
          object: identifier('props'),
          property: identifier('components'),
          computed: false,
          optional: false,
        },
      ],
    };
    const estree: Program = {
      type: 'Program',
      sourceType: 'module',
      body: [{type: 'ExpressionStatement', expression: call}],
    };
    return {
      type: 'mdxJsxFlowElement',
      name: componentName(this.#sources.indexOf(source)),
      attributes: [
        {
          type: 'mdxJsxAttribute',
          name: 'components',
          value: {
            type: 'mdxJsxAttributeValueExpression',
            value: `markdocPartialIds(${index}, props.components)`,
            data: {estree},
          },
        },
      ],
      children: [],
    };
  }

  /** Adds the imports to the page's tree. */
  addImports(tree: Root): void {
    for (const source of new Set(this.#sources)) {
      const name = componentName(this.#sources.indexOf(source));
      const declaration = importOf(source, [
        {type: 'ImportDefaultSpecifier', local: identifier(name)},
      ]);
      tree.children.unshift({
        type: 'mdxjsEsm',
        value: `import ${name} from ${JSON.stringify(source)}`,
        data: {estree: {type: 'Program', sourceType: 'module', body: [declaration]}},
      });
    }
  }

  /**
   * Adds to the compiled page what makes the ids unique. `toc` exists only in Docusaurus; in plain MDX the partials keep their ids.
   */
  addUniqueIds(program: Program): void {
    if (this.#sources.length === 0) return;
    if (!exportsToc(program)) {
      program.body.push(constant('markdocPartialIds', valueToEstree(undefined)));
      return;
    }
    const names = new Map(
      [...new Set(this.#sources)].map((source, index) => [source, `markdocToc${index}`]),
    );
    for (const [source, name] of names) {
      program.body.unshift(
        importOf(source, [
          {type: 'ImportSpecifier', imported: identifier('toc'), local: identifier(name)},
        ]),
      );
    }
    program.body.unshift(
      importOf(runtime, [
        {
          type: 'ImportSpecifier',
          imported: identifier('uniquePartialIds'),
          local: identifier('uniquePartialIds'),
        },
      ]),
    );
    const contents: Expression = {
      type: 'ArrayExpression',
      elements: this.#sources.map((source) => identifier(names.get(source) ?? '')),
    };
    program.body.push(
      constant('markdocPartialIds', {
        type: 'CallExpression',
        optional: false,
        callee: identifier('uniquePartialIds'),
        arguments: [identifier('toc'), contents],
      }),
    );
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

function componentName(index: number): string {
  return `MarkdocPartial${index}`;
}

function identifier(name: string): {type: 'Identifier'; name: string} {
  return {type: 'Identifier', name};
}

function importOf(source: string, specifiers: ImportDeclaration['specifiers']): ImportDeclaration {
  return {
    type: 'ImportDeclaration',
    specifiers,
    source: {type: 'Literal', value: source},
    attributes: [],
  };
}

function constant(name: string, init: Expression): Statement & {type: 'VariableDeclaration'} {
  return {
    type: 'VariableDeclaration',
    kind: 'const',
    declarations: [{type: 'VariableDeclarator', id: identifier(name), init}],
  };
}
