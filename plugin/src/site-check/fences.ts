import type {Code, Root} from 'mdast';
import {parse as parseToml, TomlError} from 'smol-toml';
import {visit} from 'unist-util-visit';
import {parseAllDocuments} from 'yaml';
import {reader as env} from '../flow/formats/dotenv/read.js';
import {reader as json} from '../flow/formats/json/read.js';
import {type Problem, problem} from '../problems.js';
import {attributeValue, fenceTag, placesIn} from '../syntax/index.js';

/** The place where a text stops making sense, and why. Lines and columns start with 1. */
interface TextFault {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** What finds the first fault in a fence, by the language that the fence names. */
const languages: {readonly [language: string]: (text: string) => TextFault | undefined} = {
  dotenv: envFault,
  env: envFault,
  json: jsonFault,
  toml: tomlFault,
  yaml: yamlFault,
  yml: yamlFault,
};

/** Whether a page may have a fence that is looked at: most have none, and need not be parsed for it. */
export const mayHaveFences = new RegExp(
  `(\`\`\`|~~~)[ \\t]*(${Object.keys(languages).join('|')})`,
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

/**
 * The problems of fences whose text is not in the language that they name.
 *
 * @param source The text of the page.
 */
export function fenceProblems(fences: readonly Fence[], source: string): Problem[] {
  return fences.flatMap(({node, written}): Problem[] => {
    const {lang, value, position} = node;
    const language = lang?.toLowerCase() ?? '';
    const fault = Object.hasOwn(languages, language)
      ? languages[language]?.(withoutMarks(value, language))
      : undefined;
    if (!fault || !position) return [];
    // A fence in which tags were evaluated has other lines than the page.
    const place =
      value === written
        ? placesIn(node, source)(fault.line, fault.column)
        : {start: position.start, end: position.start};
    const message = `This is not valid ${names[language] ?? language}: ${fault.message}`;
    return [{...problem('fence-syntax', message, place), level: 'warning'}];
  });
}

const names: {readonly [language: string]: string} = {
  dotenv: 'as an env file',
  env: 'as an env file',
  json: 'JSON',
  toml: 'TOML',
  yaml: 'YAML',
  yml: 'YAML',
};

/** JSON has no comments, but those by which Docusaurus marks lines are taken out of the page. */
function withoutMarks(text: string, language: string): string {
  return language === 'json'
    ? text.replace(/^[ \t]*\/\/ ?highlight-(next-line|start|end)[ \t]*$/gm, '')
    : text;
}

/** The first fault of an env file. Spaces around a sign are read by many, and an example may say twice what a variable can be. */
export function envFault(text: string): TextFault | undefined {
  return env
    .read(text, {})
    .findings.find(({rule}) => rule !== 'env-space' && rule !== 'duplicate-key');
}

/** The first fault of a JSON text. */
export function jsonFault(text: string): TextFault | undefined {
  const [found] = json.read(text, {}).findings;
  return found && {...found, message: found.params.reason ?? found.message};
}

function yamlFault(text: string): TextFault | undefined {
  const documents = parseAllDocuments(text, {prettyErrors: false, logLevel: 'silent'});
  const [error] = [documents].flat().flatMap(({errors}) => errors);
  if (!error) return undefined;
  const before = text.slice(0, error.pos[0]).split('\n');
  return {line: before.length, column: (before.at(-1) ?? '').length + 1, message: error.message};
}

function tomlFault(text: string): TextFault | undefined {
  try {
    parseToml(text);
    return undefined;
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    // Behind the first line of its message is a picture of the place.
    const message = error.message.split('\n')[0] ?? '';
    return {
      line: error.line,
      column: error.column,
      message: message.replace(/^Invalid TOML document: /, ''),
    };
  }
}
