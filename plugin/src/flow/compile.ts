import {compileChecks} from './compile-checks.js';
import {messagesOf} from './compile-messages.js';
import {Names} from './compile-names.js';
import {compileContent} from './content-writer.js';
import type {Checks} from './existing/types.js';
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
  ContentEntry,
  Expression,
  Value,
  ValueSchema,
} from './types.js';
import {checkValue} from './value-problem.js';

/** What the build knows of a file besides what it sends to the page. */
export interface FileSource {
  readonly id: string;
  /** Where each line of the compiled file comes from. */
  readonly places: readonly Place[];
  readonly entries: readonly ContentEntry[];
  readonly traits: Traits;
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
function compact<T extends object>(record: T): T {
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
  const keys = ['variables', 'documents', 'documentKey', 'itemKey', 'dottedKeys'] as const;
  return Object.fromEntries(
    keys.flatMap((key) => {
      const value = at(file, key);
      return value ? [[key, plain(value)]] : [];
    }),
  );
}

class Compiler {
  readonly problems: FlowProblem[] = [];
  readonly #root: SourceNode;
  readonly #names: Names;

  constructor(root: SourceNode) {
    this.#root = root;
    this.#names = new Names(root, this.report);
  }

  readonly report = (rule: FlowRule, place: Place, message: string): void => {
    this.problems.push({rule, message, ...place});
  };

  compile(id: string, sound: boolean): Compilation {
    const root = this.#root;
    const choices = entries(at(root, 'choices')).map((each) => this.#choice(each));
    const fields = entries(at(root, 'fields')).map((each) => this.#field(each));
    const forbidden = items(at(root, 'forbidden')).map(({value}) => ({
      text: text(value, 'text') ?? '',
      message: words(value, 'message') ?? '',
    }));
    if (sound) this.#examples(fields, forbidden);
    const rules = items(at(root, 'rules')).map(({value}) => this.#rule(value));
    const files = entries(at(root, 'files')).map((each) => this.#file(each, fields));
    const checks = compileChecks(root, this.report);
    this.#names.reportUnused();
    const flow = compact({
      id,
      title: words(root, 'title') ?? id,
      summary: words(root, 'summary'),
      versions: words(root, 'versions'),
      choices,
      fields,
      rules,
      forbidden,
      files: files.map(({compiled}) => compiled),
    }) as Omit<CompiledFlow, 'messages' | 'formats'>;
    const used = flow.files.flatMap(({format, then}) => [format, then]);
    return {
      checks: Object.fromEntries(
        files.map(({source: {id, entries, traits}}) => [
          id,
          {entries, keys: checks.get(id) ?? {}, traits},
        ]),
      ),
      flow: {...flow, formats: spellingsOf(...used), messages: messagesOf(flow)},
      files: files.map(({source}) => source),
      places: new Map(
        ['choices', 'fields'].flatMap((kind) =>
          entries(at(root, kind)).map((each): [string, Place] => [each.key, each.keyPlace]),
        ),
      ),
      problems: this.problems,
    };
  }

  #choice({key, value}: SourceEntry): CompiledChoice {
    const options = entries(at(value, 'options'));
    const recommended = options.filter((option) => entry(option.value, 'recommended'));
    for (const option of recommended.slice(1)) {
      const place = entry(option.value, 'recommended')?.keyPlace ?? option.keyPlace;
      this.report('flow-recommended', place, `“${recommended[0]?.key}” is already recommended`);
    }
    return compact({
      id: key,
      label: words(value, 'label') ?? key,
      help: words(value, 'help'),
      when: this.#names.condition(at(value, 'when'), key),
      options: options.map(
        (option): CompiledOption =>
          compact({
            id: option.key,
            label: words(option.value, 'label') ?? option.key,
            help: words(option.value, 'help'),
            recommended: words(option.value, 'recommended'),
            when: this.#names.condition(at(option.value, 'when'), key),
          }) as CompiledOption,
      ),
    }) as CompiledChoice;
  }

  #field({key, keyPlace, value}: SourceEntry): CompiledField {
    const flag = (name: string) => {
      const node = at(value, name);
      return node?.kind === 'scalar' && node.value === true ? (true as const) : undefined;
    };
    const data = (name: string) => {
      const node = at(value, name);
      return node && (plain(node) as Value);
    };
    const schema = at(value, 'value');
    if (flag('secret') && schema && text(schema, 'type') !== 'string') {
      this.report('flow-value-schema', schema.place, 'A secret must be a string');
    }
    return compact({
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
      value: this.#schema(schema, keyPlace),
    }) as CompiledField;
  }

  /** The schema of a value, if the browser can check it. */
  #schema(node: SourceNode | undefined, place: Place): ValueSchema {
    const type = text(node, 'type') ?? 'string';
    const known = Object.hasOwn(keywords, type) ? keywords[type as ValueSchema['type']] : undefined;
    if (!known) {
      const types = Object.keys(keywords).join(', ');
      this.report(
        'flow-value-schema',
        at(node, 'type')?.place ?? place,
        `A value's type is one of ${types}`,
      );
      return {type: 'string'};
    }
    for (const {key, keyPlace} of entries(node)) {
      if (!known.includes(key)) {
        this.report(
          'flow-value-schema',
          keyPlace,
          `“${key}” cannot be checked on a value of type ${type}`,
        );
      }
    }
    const list = at(node, 'items');
    const {pattern, ...schema} = (node?.kind === 'map' ? plain(node) : {type}) as ValueSchema;
    const usable =
      pattern === undefined || this.#pattern(pattern, at(node, 'pattern')?.place ?? place);
    if (list && text(list, 'type') !== 'string') {
      this.report('flow-value-schema', list.place, 'The items of a list are strings');
    }
    return {
      ...schema,
      ...(pattern !== undefined && usable && {pattern}),
      ...(list && {items: this.#schema(list, place)}),
    };
  }

  /** Whether a pattern is a regular expression. */
  #pattern(pattern: unknown, place: Place): boolean {
    try {
      new RegExp(String(pattern), 'u');
      return true;
    } catch (error) {
      this.report(
        'flow-value-schema',
        place,
        error instanceof Error ? error.message : String(error),
      );
      return false;
    }
  }

  /** Examples are what the build tries out and what readers see, so they must be there and right. */
  #examples(fields: readonly CompiledField[], forbidden: CompiledFlow['forbidden']): void {
    for (const field of fields) {
      const source = entry(at(this.#root, 'fields'), field.id);
      if (!source) continue;
      if (field.example === undefined && field.default === undefined) {
        this.report('flow-missing-example', source.keyPlace, `“${field.id}” needs an example`);
      }
      for (const name of ['example', 'default'] as const) {
        const value = field[name];
        const place = at(source.value, name)?.place ?? source.keyPlace;
        const problem = value === undefined ? undefined : checkValue(field, value, forbidden);
        if (problem) {
          this.report(
            'flow-invalid-example',
            place,
            `Not a value of “${field.id}”: ${problem.message}`,
          );
        }
      }
    }
  }

  #rule(node: SourceNode): CompiledRule {
    const field = text(node, 'field') ?? '';
    if (!this.#names.isField(field)) {
      const place = at(node, 'field')?.place ?? node.place;
      this.report('flow-unknown-reference', place, this.#names.unknown(field, 'field'));
    }
    const different = items(at(node, 'different')).map(({value}) => this.#names.expression(value));
    const matches = at(node, 'matches');
    const pattern = at(matches, 'pattern');
    if (pattern?.kind === 'scalar') this.#pattern(pattern.value, pattern.place);
    return compact({
      field,
      message: words(node, 'message') ?? '',
      when: this.#names.condition(at(node, 'when')),
      different: different.length > 0 ? (different as [Expression, Expression]) : undefined,
      matches: matches && {
        value: this.#names.expression(at(matches, 'value') ?? matches),
        pattern: text(matches, 'pattern') ?? '',
      },
    }) as CompiledRule;
  }

  #file(
    {key, keyPlace, value}: SourceEntry,
    fields: readonly CompiledField[],
  ): {compiled: CompiledFile; source: FileSource} {
    const format = formatName(text(value, 'format')) ?? 'yaml';
    const then = formatName(text(value, 'then'));
    const name = text(value, 'name') ?? key;
    const content = at(value, 'content');
    const traits = traitsOf(value);
    const {lines, places, entries} = content
      ? compileContent(content, {format, then, traits}, this.#names, this.report)
      : {lines: [], places: [], entries: []};
    const next = at(value, 'next');
    const path = text(value, 'schema');
    const compiled = compact({
      id: key,
      name,
      help: words(value, 'help'),
      format,
      then,
      when: this.#names.condition(at(value, 'when')),
      next: next && this.#command(next, fields),
      lines,
    }) as CompiledFile;
    return {
      compiled,
      source: compact({
        id: key,
        place: keyPlace,
        places,
        entries,
        traits,
        schema:
          path === undefined ? undefined : {path, place: at(value, 'schema')?.place ?? keyPlace},
      }) as FileSource,
    };
  }

  #command(node: SourceNode, fields: readonly CompiledField[]): Expression {
    const expression = this.#names.expression(node);
    const command = typeof expression === 'string' ? expression.trim() : expression;
    const used = refsOf(command);
    const secret = fields.find(({id, secret}) => secret && used.includes(id));
    if (secret) {
      this.report('flow-secret-in-command', node.place, `“${secret.id}” is a secret`);
    }
    return command;
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
  return new Compiler(root).compile(id, sound);
}
