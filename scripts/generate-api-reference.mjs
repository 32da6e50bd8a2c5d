/**
 * `npm run docs:api`: writes the reference page of what the package exports from the types and their comments. `--check` only says
 * whether it is out of date.
 */
import fs from 'node:fs';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {ensureInstalled} from './install.mjs';
import {root} from './support.mjs';

/** @typedef {import('typescript').Symbol} ExportedSymbol */

/** Where the page is. */
export const page = path.join(root, 'content/docs/authors/api.md');

/** The doors of the package, where their code is, and what they are for; without `/runtime`, which is for compiled pages alone. */
const doors = [
  ['', 'index.ts', 'For `docusaurus.config.ts`.'],
  ['/remark', 'remark.ts', 'For those who wire it by hand, and for plain MDX.'],
  ['/tags', 'tags.ts', 'For the module of a site’s own tags.'],
  ['/client', 'client/index.ts', 'For the components of tags of your own.'],
  ['/theme', 'client/theme.ts', 'For swizzled components.'],
  ['/flow', 'flow/index.ts', 'The flow engine: it needs no React, no Node and no browser.'],
];

const head = `---
title: API
slug: /authors/api
description: Everything that the package exports, with types.
---

# API

<!-- Written by \`npm run docs:api\` from the comments in plugin/src: changes belong there. -->

What a site and its swizzled components can import. The tags have [a reference of their own](/authors/tag-reference).
`;

/**
 * @returns {Promise<string>} The page.
 */
export async function apiReference() {
  // Imported here, because ensureInstalled() installs it.
  const {default: ts} = await import('typescript');
  const source = path.join(root, 'plugin/src');
  const printer = ts.createPrinter({removeComments: false});

  // What the client is compiled with can read the rest as well.
  const project = path.join(root, 'plugin/tsconfig.client.json');
  const {config} = ts.readConfigFile(project, ts.sys.readFile);
  const {options} = ts.parseJsonConfigFileContent(config, ts.sys, path.dirname(project));
  const program = ts.createProgram(
    doors.map(([, file = '']) => path.join(source, file)),
    {...options, types: [...(options.types ?? []), 'node'], composite: false, noEmit: true},
  );
  const checker = program.getTypeChecker();

  const parts = doors.map(([door = '', file = '', purpose]) => {
    const entry = program.getSourceFile(path.join(source, file));
    const module = entry && checker.getSymbolAtLocation(entry);
    const names = module ? checker.getExportsOfModule(module) : [];
    const sections = names
      .map((symbol) => {
        const alias = symbol.flags & ts.SymbolFlags.Alias;
        return {name: symbol.name, symbol: alias ? checker.getAliasedSymbol(symbol) : symbol};
      })
      // What is there only to say where it is now is no reference.
      .filter(
        ({symbol}) => !symbol.declarations?.[0]?.getSourceFile().fileName.endsWith('/moved.ts'),
      )
      .sort((a, b) => a.name.localeCompare(b.name, 'en'))
      .map(({name, symbol}) => section(name, symbol));
    return [`\n## docusaurus-plugin-markdoc${door}\n\n${purpose}\n`, ...sections].join('\n');

    /** @type {(name: string, symbol: ExportedSymbol) => string} */
    function section(name, symbol) {
      const declaration = symbol.declarations?.[0];
      if (!declaration) throw new Error(`${name} is not declared.`);
      const ownName = ts.getNameOfDeclaration(declaration)?.getText() ?? name;
      const title = name === 'default' ? `${ownName}, the default export` : name;
      const tags = symbol.getJsDocTags(checker);
      /** @type {(tag: import('typescript').JSDocTagInfo) => string} */
      const textOf = (tag) => ts.displayPartsToString(tag.text).trim();
      const named = (/** @type {string} */ kind) => tags.filter((tag) => tag.name === kind);
      const parameters = named('param').map((tag) => {
        const [, parameter = '', text = ''] = /^(\S+)\s*(?:- )?(.*)$/s.exec(textOf(tag)) ?? [];
        return text && `- \`${parameter}\`: ${line(text)}`;
      });
      const returns = named('returns').map((tag) => `- Returns: ${line(textOf(tag))}`);
      const throws = named('throws').map((tag) => `- Throws: ${line(textOf(tag))}`);
      const list = [...parameters, ...returns, ...throws].filter(Boolean).join('\n');
      const blocks = [
        `### ${title}`,
        ts.displayPartsToString(symbol.getDocumentationComment(checker)).trim(),
        code(signature(ownName, symbol, declaration)),
        list,
        ...named('example').map((tag) => code(textOf(tag))),
      ];
      return `${blocks.filter(Boolean).join('\n\n')}\n`;
    }

    /**
     * A type as it is written, with the comments inside of it; a function and a value by their types.
     *
     * @type {(name: string, symbol: ExportedSymbol, declaration: import('typescript').Declaration) => string}
     */
    function signature(name, symbol, declaration) {
      if (ts.isInterfaceDeclaration(declaration) || ts.isTypeAliasDeclaration(declaration)) {
        return printer
          .printNode(ts.EmitHint.Unspecified, declaration, declaration.getSourceFile())
          .replace(/^\/\*\*.*?\*\/\s*/s, '')
          .replace(/^export /, '')
          .replaceAll('    ', '  ');
      }
      const type = checker.getTypeOfSymbolAtLocation(symbol, declaration);
      const flags = ts.TypeFormatFlags.NoTruncation;
      const signatures = type.getCallSignatures();
      if (signatures.length === 0) {
        return `const ${name}: ${checker.typeToString(type, declaration, flags)}`;
      }
      return signatures
        .map((each) => `function ${name}${checker.signatureToString(each, declaration, flags)}`)
        .join('\n');
    }
  });
  return [head, ...parts].join('');
}

/** @type {(text: string) => string} */
function line(text) {
  return text.replace(/\s+/g, ' ');
}

/** @type {(text: string) => string} */
function code(text) {
  return `\`\`\`ts\n${text}\n\`\`\``;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await ensureInstalled();
  const text = await apiReference();
  if (!process.argv.includes('--check')) fs.writeFileSync(page, text);
  else if (!fs.existsSync(page) || fs.readFileSync(page, 'utf8') !== text) {
    console.error('content/docs/authors/api.md is out of date. Run npm run docs:api.');
    process.exitCode = 1;
  }
}
