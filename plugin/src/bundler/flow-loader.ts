import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {importPath} from '../disk/import-path.js';
import {flowError, setUsed, siteFlow} from '../disk/site-flows.js';

const formatsFolder = fileURLToPath(new URL('../flow/formats', import.meta.url));

/** What this loader uses of its context in webpack and Rspack. */
interface LoaderContext {
  readonly resourcePath: string;
  readonly resourceQuery: string;
  addDependency(file: string): void;
}

/**
 * The bundler's loader for flow files: the module that a page imports is the compiled flow; with `?check` behind
 * its path, the flow and what the check of existing files needs besides.
 *
 * The shared parts and schemas become dependencies of the module, so that the development server and the bundler's cache know of them.
 *
 * @throws An error that tells all problems of the flow.
 */
export default function flowLoader(this: LoaderContext): string {
  const {flow, checks, problems, dependencies} = siteFlow(this.resourcePath);
  setUsed(this.resourcePath);
  for (const file of dependencies) this.addDependency(file);
  if (problems.length > 0) throw flowError(problems);
  const {formats, ...data} = flow;
  const names = Object.keys(formats);
  // A page gets what it needs of the formats that its flow uses, and of no other.
  const imports = (part: 'spelling' | 'reader', file: string) =>
    names
      .map((name) => {
        const source = path.join(formatsFolder, name, file);
        const specifier = JSON.stringify(importPath(source, this.resourcePath));
        return `import {${part} as ${name}} from ${specifier};\n`;
      })
      .join('');
  if (this.resourceQuery === '?check') {
    const source = JSON.stringify(`./${path.basename(this.resourcePath)}`);
    return `import flow from ${source};\n${imports('reader', 'read.js')}export default {flow, checks: ${JSON.stringify(checks)}, readers: {${names.join()}}}`;
  }
  return `${imports('spelling', 'spell.js')}export default {...${JSON.stringify(data)}, formats: {${names.join()}}}`;
}
