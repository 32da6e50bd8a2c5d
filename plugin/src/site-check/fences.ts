import type {Code, Root} from 'mdast';
import {parse as parseToml, TomlError} from 'smol-toml';
import {visit} from 'unist-util-visit';
import {LineCounter, parseAllDocuments} from 'yaml';
import {reader as envReader} from '../flow/formats/dotenv/read.js';
import {reader as jsonReader} from '../flow/formats/json/read.js';
import {type Problem, problem} from '../problems.js';
import {attributeValue, fenceTag, placesIn} from '../syntax/index.js';

/** The place where a text stops making sense, and why. Lines and columns start with 1. */
interface TextFault {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** What a valid text is called, and what finds the first fault in one. */
interface Language {
  readonly name: string;
  readonly fault: (text: string) => TextFault | undefined;
}

const env: Language = {name: 'as an env file', fault: envFault};
const yaml: Language = {name: 'YAML', fault: yamlFault};

/** By the names that fences give them. */
const languages = new Map<string, Language>([
  ['dotenv', env],
  ['env', env],
  ['json', {name: 'JSON', fault: jsonFault}],
  ['toml', {name: 'TOML', fault: tomlFault}],
  ['yaml', yaml],
  ['yml', yaml],
]);

/** Whether a page may have a fence that is looked at: most have none, and need not be parsed for it. */
export const mayHaveFences = new RegExp(
  `(\`\`\`|~~~)[ \\t]*(${[...languages.keys()].join('|')})`,
  'i',
);

/** A fence, with the text that it had before the page's tags were replaced. */
interface Fence {
  readonly node: Code;
  readonly written: string;
}

/** The fences of a page whose text is to be looked at: those that do not say `{% check=false %}`. */
export function fencesOf(tree: Root, source: string): Fence[] {
  const found: Fence[] = [];
  visit(tree, 'code', (node) => {
    const {attributes = []} = fenceTag(node, source) ?? {};
    if (attributeValue(attributes, 'check') !== false) found.push({node, written: node.value});
  });
  return found;
}

/** The problems of a page's fences whose text is not in the language that they name. */
export function fenceProblems(fences: readonly Fence[], source: string): Problem[] {
  return fences.flatMap(({node, written}): Problem[] => {
    const {lang, value, position} = node;
    const language = languages.get(lang?.toLowerCase() ?? '');
    const fault = language?.fault(value);
    if (!language || !fault || !position) return [];
    // A fence in which tags were evaluated has other lines than the page.
    const place =
      value === written
        ? placesIn(node, source)(fault.line, fault.column)
        : {start: position.start, end: position.start};
    const message = `This is not valid ${language.name}: ${fault.message}`;
    return [{...problem('fence-syntax', message, place), level: 'warning'}];
  });
}

/** The first fault of an env file. Spaces around a sign are read by many, and an example may say twice what a variable can be. */
export function envFault(text: string): TextFault | undefined {
  return envReader
    .read(text, {})
    .findings.find(({rule}) => rule !== 'env-space' && rule !== 'duplicate-key');
}

/** The first fault of a JSON text. It has no comments, but those by which Docusaurus marks lines are taken out of the page. */
export function jsonFault(text: string): TextFault | undefined {
  const marks = /^[ \t]*\/\/ ?highlight-(next-line|start|end)[ \t]*$/gm;
  const [found] = jsonReader.read(text.replace(marks, ''), {}).findings;
  return found && {...found, message: found.params.reason ?? found.message};
}

function yamlFault(text: string): TextFault | undefined {
  const lineCounter = new LineCounter();
  const options = {prettyErrors: false, logLevel: 'silent', lineCounter} as const;
  const [error] = [parseAllDocuments(text, options)].flat().flatMap(({errors}) => errors);
  if (!error) return undefined;
  const {line, col} = lineCounter.linePos(error.pos[0]);
  return {line, column: col, message: error.message};
}

function tomlFault(text: string): TextFault | undefined {
  try {
    parseToml(text);
    return undefined;
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    // Behind the first line of its message is a picture of the place.
    const [message = ''] = error.message.replace(/^Invalid TOML document: /, '').split('\n');
    return {line: error.line, column: error.column, message};
  }
}
