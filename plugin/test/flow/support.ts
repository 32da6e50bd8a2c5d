// biome-ignore-all lint/suspicious/noTemplateCurlyInString: references of flow files look like that.
import {type Compilation, compileFlow, parseSource} from './compile.js';
import type {CompiledFlow} from './engine.js';

/** Compiles a flow from its YAML; a mistake in it is a mistake of the test. */
export function flowOf(yaml: string): CompiledFlow {
  return compiled(yaml).flow;
}

/** The same with what the check of existing files needs besides. */
export function compiled(yaml: string): Pick<Compilation, 'flow' | 'checks'> {
  const {root, problems: syntax} = parseSource('flow.yaml', yaml);
  const {flow, checks, problems} = compileFlow('flow', root);
  const all = [...syntax, ...problems];
  if (all.length > 0)
    throw new Error(all.map(({message, line}) => `${line}: ${message}`).join('\n'));
  return {flow, checks};
}

/** A flow with one text field and one file that holds it. */
export function flowWith(file: string, content = 'KEY: ${name}'): CompiledFlow {
  return flowOf(`
title: Test
fields:
  name: {label: Name, example: a, value: {type: string}}
files:
  file:
    name: file
    ${file}
    schema: none
    content:
      ${content}
`);
}
