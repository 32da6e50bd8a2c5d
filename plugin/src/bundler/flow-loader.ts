import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {importPath} from '../disk/import-path.js';
import {flowError, setUsed, siteFlow} from '../disk/site-flows.js';

const engine = fileURLToPath(new URL('../flow', import.meta.url));

/** What this loader uses of its context in webpack and Rspack. */
interface LoaderContext {
  readonly resourcePath: string;
  readonly resourceQuery: string;
  addDependency(file: string): void;
}

/**
 * The bundler's loader for flow files: the module that a page imports is the compiled flow; with `?check` behind
 * its path, the check of existing files against it.
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
  const importOf = (what: string, file: string) =>
    `import {${what}} from ${JSON.stringify(importPath(path.join(engine, file), this.resourcePath))};\n`;
  // A page gets what it needs of the formats that its flow uses, and of no other.
  const importsOf = (part: 'spelling' | 'reader', file: string) =>
    names.map((name) => importOf(`${part} as ${name}`, `formats/${name}/${file}`)).join('');
  if (this.resourceQuery === '?check') {
    const source = JSON.stringify(`./${path.basename(this.resourcePath)}`);
    const imports = importOf('checkFile', 'existing/index.js') + importsOf('reader', 'read.js');
    // What is worked out for them at the first check is kept for them.
    const kept = `const checks = ${JSON.stringify(checks)};\nconst readers = {${names.join()}};\n`;
    return `import flow from ${source};\n${imports}${kept}export default (text) => checkFile(flow, checks, text, readers)`;
  }
  const parts = JSON.stringify(data).slice(0, -1);
  return `${importsOf('spelling', 'spell.js')}export default ${parts},"formats":{${names.join()}}}`;
}
