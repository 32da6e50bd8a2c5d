import {messagesOf} from './compile-messages.js';
import {Names} from './compile-names.js';
import {ContentWriter} from './content-writer.js';
import type {Checks, FileChecks, KeyCheck} from './existing/types.js';
import {refsOf} from './expressions.js';
import type {FlowProblem, FlowRule, Place} from './flow-rules.js';
import type {Traits} from './formats/format.js';
import {type FormatName, formats, spellingsOf} from './formats/index.js';
import {
  at,
  entries,
  entry,
  items,
  plain,
  type SourceEntry,
  type SourceNode,
  text,
} from './source.js';
import type {
  CompiledChoice,
  CompiledField,
  CompiledFile,
  CompiledFlow,
  CompiledOption,
  CompiledRule,
  Expression,
  Value,
  ValueSchema,
} from './types.js';
import {compileSchema, type JsonSchema} from './value-formats.js';
import {checkValue} from './value-problem.js';

/** What the build knows of a file besides what it sends to the page. */
export interface FileSource {
  readonly id: string;
  /** Where each line of the compiled file comes from. */
  readonly places: readonly Place[];
  readonly place: Place;
  /** The path of the file's JSON Schema, as written, and where it is written. */
  readonly schema?: {readonly path: string; readonly place: Place};
}

export interface Compilation {
  readonly flow: CompiledFlow;
  /** What the check of existing files needs besides. */
  readonly checks: Checks;
  readonly files: readonly FileSource[];
  /** Where the questions and fields stand. */
  readonly places: ReadonlyMap<string, Place>;
  readonly problems: readonly FlowProblem[];
}

/** Drops what is not there, so that nothing absent travels to the page. */
function compact<T extends object>(record: {readonly [key in keyof T]: T[key] | undefined}): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;
}

/** The texts that an option, a question and a field can have, spread over lines as the author likes. */
function words(node: SourceNode, key: string): string | undefined {
  return text(node, key)?.trim();
}

const keywords: {readonly [type in ValueSchema['type']]: readonly string[]} = {
  string: ['type', 'minLength', 'maxLength', 'pattern', 'format', 'enum', 'const'],
  boolean: ['type', 'const'],
  array: ['type', 'items', 'minItems', 'maxItems', 'uniqueItems'],
};

/** A format's name; what is none is reported as a mistake in the structure. */
function formatName(name: string | undefined): FormatName | undefined {
  return name !== undefined && Object.hasOwn(formats, name) ? (name as FormatName) : undefined;
}

/** What may stand where the answer does not: `<client-id>` for `clientId`. */
function placeholder(id: string): string {
  return `<${id.replace(/[A-Z]+/g, (capitals) => `-${capitals.toLowerCase()}`).replace(/^-/, '')}>`;
}

/** What a file's part of the flow says of how its target reads it. */
function traitsOf(file: SourceNode): Traits {
  const keys = ['variables', 'documents', 'documentKey', 'itemKey', 'dottedKeys', 'then'];
  const traits = entries(file).filter(({key}) => keys.includes(key));
  return Object.fromEntries(traits.map(({key, value}) => [key, plain(value)]));
}

class Compiler {
  readonly #root: SourceNode;
  readonly #names: Names;
  readonly #forbidden: CompiledFlow['forbidden'];
  /** Whether it makes sense to try the examples. */
  readonly #sound: boolean;

  constructor(root: SourceNode, sound: boolean) {
    this.#root = root;
    this.#names = new Names(root);
    this.#forbidden = items(at(root, 'forbidden')).map(({value}) => ({
      text: text(value, 'text') ?? '',
      message: words(value, 'message') ?? '',
    }));
    this.#sound = sound;
  }

  #report(rule: FlowRule, place: Place, message: string): void {
    this.#names.report(rule, place, message);
  }

  compile(id: string): Compilation {
    const root = this.#root;
    const choices = entries(at(root, 'choices'));
    const fields = entries(at(root, 'fields'));
    const parts = {
      choices: choices.map((each) => this.#choice(each)),
      fields: fields.map((each) => this.#field(each)),
      rules: items(at(root, 'rules')).map(({value}) => this.#rule(value)),
    };
    const files = entries(at(root, 'files')).map((each) => this.#file(each, parts.fields));
    this.#checkNames();
    this.#names.reportUnused();
    const flow = compact<Omit<CompiledFlow, 'messages' | 'formats'>>({
      id,
      title: words(root, 'title') ?? id,
      summary: words(root, 'summary'),
      versions: words(root, 'versions'),
      ...parts,
      forbidden: this.#forbidden,
      files: files.map(({compiled}) => compiled),
    });
    const used = flow.files.flatMap(({format, then}) => [format, then]);
    return {
      flow: {...flow, formats: spellingsOf(...used), messages: messagesOf(flow)},
      checks: Object.fromEntries(files.map(({source, checks}) => [source.id, checks])),
      files: files.map(({source}) => source),
      places: new Map([...choices, ...fields].map(({key, keyPlace}) => [key, keyPlace])),
      problems: this.#names.problems,
    };
  }

  #choice({key, value}: SourceEntry): CompiledChoice {
    const options = entries(at(value, 'options'));
    const recommended = options.filter((option) => entry(option.value, 'recommended'));
    for (const option of recommended.slice(1)) {
      const place = entry(option.value, 'recommended')?.keyPlace ?? option.keyPlace;
      this.#report('flow-recommended', place, `“${recommended[0]?.key}” is already recommended`);
    }
    return compact<CompiledChoice>({
      id: key,
      label: words(value, 'label') ?? key,
      help: words(value, 'help'),
      when: this.#names.condition(at(value, 'when'), key),
      options: options.map((option) =>
        compact<CompiledOption>({
          id: option.key,
          label: words(option.value, 'label') ?? option.key,
          help: words(option.value, 'help'),
          recommended: words(option.value, 'recommended'),
          when: this.#names.condition(at(option.value, 'when'), key),
        }),
      ),
    });
  }

  #field(source: SourceEntry): CompiledField {
    const {key, keyPlace, value} = source;
    const data = (name: string) => {
      const node = at(value, name);
      return node && (plain(node) as Value);
    };
    const flag = (name: string) => (data(name) === true ? true : undefined);
    const schema = at(value, 'value');
    if (flag('secret') && schema && text(schema, 'type') !== 'string') {
      this.#report('flow-value-schema', schema.place, 'A secret must be a string');
    }
    const field = compact<CompiledField>({
      id: key,
      label: words(value, 'label') ?? key,
      help: words(value, 'help'),
      find: words(value, 'find'),
      expects: words(value, 'expects'),
      example: data('example'),
      default: data('default'),
      secret: flag('secret'),
      optional: flag('optional'),
      when: this.#names.condition(at(value, 'when'), key),
      placeholder: words(value, 'placeholder') ?? placeholder(key),
      value: compileSchema(this.#schema(schema, keyPlace)),
    });
    if (this.#sound) this.#tryExamples(field, source);
    return field;
  }

  /** The schema of a value, if the browser can check it. */
  #schema(node: SourceNode | undefined, place: Place): JsonSchema {
    const report = (at: Place | undefined, message: string) =>
      this.#report('flow-value-schema', at ?? place, message);
    const type = text(node, 'type') ?? 'string';
    const known = Object.hasOwn(keywords, type) ? keywords[type as ValueSchema['type']] : undefined;
    if (!known) {
      report(
        at(node, 'type')?.place,
        `A value's type is one of ${Object.keys(keywords).join(', ')}`,
      );
      return {type: 'string'};
    }
    for (const {key, keyPlace} of entries(node)) {
      if (!known.includes(key))
        report(keyPlace, `“${key}” cannot be checked on a value of type ${type}`);
    }
    const list = at(node, 'items');
    const {pattern, ...schema} = (node?.kind === 'map' ? plain(node) : {type}) as JsonSchema;
    const usable = pattern !== undefined && this.#isPattern(at(node, 'pattern'));
    if (list && text(list, 'type') !== 'string') {
      report(list.place, 'The items of a list are strings');
    }
    return {
      ...schema,
      ...(usable && {pattern}),
      ...(list && {items: this.#schema(list, place)}),
    };
  }

  /** Whether a pattern is a regular expression. */
  #isPattern(node: SourceNode | undefined): boolean {
    if (node?.kind !== 'scalar') return true;
    try {
      new RegExp(String(node.value), 'u');
      return true;
    } catch (error) {
      this.#report('flow-value-schema', node.place, (error as Error).message);
      return false;
    }
  }

  /** Examples are what the build tries out and what readers see, so they must be there and right. */
  #tryExamples(field: CompiledField, {keyPlace, value}: SourceEntry): void {
    if (field.example === undefined && field.default === undefined) {
      this.#report('flow-missing-example', keyPlace, `“${field.id}” needs an example`);
    }
    for (const name of ['example', 'default']) {
      const given = at(value, name);
      const problem = given && checkValue(field, plain(given), this.#forbidden);
      if (problem) {
        const message = `Not a value of “${field.id}”: ${problem.message}`;
        this.#report('flow-invalid-example', given.place, message);
      }
    }
  }

  #rule(node: SourceNode): CompiledRule {
    const field = text(node, 'field') ?? '';
    if (!this.#names.isField(field)) {
      const place = at(node, 'field')?.place ?? node.place;
      this.#report('flow-unknown-reference', place, this.#names.unknown(field, ['field']));
    }
    const different = items(at(node, 'different')).map(({value}) => this.#names.expression(value));
    const matches = at(node, 'matches');
    this.#isPattern(at(matches, 'pattern'));
    return compact<CompiledRule>({
      field,
      message: words(node, 'message') ?? '',
      when: this.#names.condition(at(node, 'when')),
      different: different.length > 0 ? (different as [Expression, Expression]) : undefined,
      matches: matches && {
        value: this.#names.expression(at(matches, 'value') ?? matches),
        pattern: text(matches, 'pattern') ?? '',
      },
    });
  }

  #file(
    {key, keyPlace, value}: SourceEntry,
    fields: readonly CompiledField[],
  ): {compiled: CompiledFile; source: FileSource; checks: FileChecks} {
    const format = formatName(text(value, 'format')) ?? 'yaml';
    const then = formatName(text(value, 'then'));
    const content = at(value, 'content');
    const traits = traitsOf(value);
    const writer = new ContentWriter({format, then, traits}, this.#names);
    if (content?.kind === 'map') formats[format].write(content, writer);
    else if (content) writer.report(content.place, 'The content of a file is a map');
    const {lines, places, entries} = writer;
    const next = at(value, 'next');
    const path = text(value, 'schema');
    const schema =
      path === undefined ? undefined : {path, place: at(value, 'schema')?.place ?? keyPlace};
    return {
      compiled: compact<CompiledFile>({
        id: key,
        name: text(value, 'name') ?? key,
        help: words(value, 'help'),
        format,
        then,
        language: formats[format].language,
        when: this.#names.condition(at(value, 'when')),
        next: next && this.#command(next, fields),
        lines,
      }),
      source: compact<FileSource>({id: key, place: keyPlace, places, schema}),
      checks: {entries, keys: this.#keyChecks(key), traits},
    };
  }

  #command(node: SourceNode, fields: readonly CompiledField[]): Expression {
    const expression = this.#names.expression(node);
    const command = typeof expression === 'string' ? expression.trim() : expression;
    const used = refsOf(command);
    const secret = fields.find(({id, secret}) => secret && used.includes(id));
    if (secret) {
      this.#report('flow-secret-in-command', node.place, `“${secret.id}” is a secret`);
    }
    return command;
  }

  /** What the flow's author says of the keys of a file for the check of existing files. */
  #keyChecks(file: string): FileChecks['keys'] {
    const keys = entries(at(this.#root, 'checks', file));
    return Object.fromEntries(
      keys.map(({key, value}): [string, KeyCheck] => {
        const {value: schema, ...check} = (plain(value) ?? {}) as KeyCheck;
        return [key, {...check, ...(schema && {value: compileSchema(schema as JsonSchema)})}];
      }),
    );
  }

  /** Reports checks of files that there are not. */
  #checkNames(): void {
    const files = entries(at(this.#root, 'files')).map(({key}) => key);
    for (const {key, keyPlace} of entries(at(this.#root, 'checks'))) {
      if (files.includes(key)) continue;
      const message = `There is no file “${key}”: ${files.join(', ')}`;
      this.#report('flow-unknown-reference', keyPlace, message);
    }
  }
}

/**
 * Compiles the data of a flow file, after `extends` was merged.
 *
 * @param id the flow's id: its file's name
 * @param root what the YAML parser read; it may be wrong in any way
 * @param sound whether its structure is right, so that it makes sense to try the examples
 * @returns what goes to the page, what the proof needs besides, and every mistake. A flow with problems is complete
 * enough to be looked at, but not to be used.
 */
export function compileFlow(id: string, root: SourceNode, sound = true): Compilation {
  return new Compiler(root, sound).compile(id);
}
