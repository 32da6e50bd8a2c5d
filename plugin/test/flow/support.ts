// biome-ignore-all lint/suspicious/noTemplateCurlyInString: references of flow files look like that.
import {compileFlow, parseSource} from './build.js';
import type {CompiledFlow} from './engine.js';

/** Compiles a flow from its YAML; a mistake in it is a mistake of the test. */
export function flowOf(yaml: string): CompiledFlow {
  const {root, problems: syntax} = parseSource('flow.yaml', yaml);
  const {flow, problems} = compileFlow('flow', root);
  const all = [...syntax, ...problems];
  if (all.length > 0)
    throw new Error(all.map(({message, line}) => `${line}: ${message}`).join('\n'));
  return flow;
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
