import {namedKeys} from './existing/expected.js';
import type {KeyCheck, KeySchema} from './existing/types.js';
import {refsIn} from './expressions.js';
import type {ContentEntry} from './types.js';
import {compileSchema, type JsonSchema} from './value-formats.js';

/** A JSON Schema, as far as the check of existing files asks it something. */
interface Schema {
  readonly [keyword: string]: unknown;
}

/** A part of a schema that holds for a value, or may hold for it. */
interface View {
  readonly schema: Schema;
  /** Other values decide whether it holds. */
  readonly isConditional: boolean;
}

/** What is copied from a schema into what the page checks. */
const keywords = [
  ...['minLength', 'maxLength', 'pattern', 'format', 'enum'],
  ...['minimum', 'minItems', 'maxItems', 'uniqueItems'],
];
const types: readonly unknown[] = ['string', 'boolean', 'integer', 'array'];

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

class SchemaReader {
  readonly #root: Schema;

  constructor(root: Schema) {
    this.#root = root;
  }

  /** A schema with all that it refers to and is put together from. */
  views(schema: unknown, isConditional = false, seen: readonly unknown[] = []): View[] {
    if (!isSchema(schema) || seen.includes(schema)) return [];
    const all = [...seen, schema];
    const list = (keyword: string) => [schema[keyword] ?? []].flat();
    return [
      {schema, isConditional},
      ...this.views(this.#target(schema.$ref), isConditional, all),
      ...list('allOf').flatMap((each) => this.views(each, isConditional, all)),
      ...['anyOf', 'oneOf', 'then', 'else']
        .flatMap(list)
        .flatMap((each) => this.views(each, true, all)),
    ];
  }

  /** What a reference within the schema leads to. */
  #target(ref: unknown): unknown {
    if (typeof ref !== 'string' || !ref.startsWith('#')) return undefined;
    return ref
      .split('/')
      .slice(1)
      .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
      .reduce<unknown>((node, key) => (isSchema(node) ? node[key] : undefined), this.#root);
  }

  /** The views of what is under a key, or of an item of a list. */
  inside(views: readonly View[], key: string): View[] {
    return views.flatMap(({schema: {properties, items}, isConditional}) => [
      ...(isSchema(properties) && Object.hasOwn(properties, key)
        ? this.views(properties[key], isConditional)
        : []),
      ...this.views(items, isConditional),
    ]);
  }

  at(path: readonly string[]): View[] {
    return path.reduce((views, key) => this.inside(views, key), this.views(this.#root));
  }

  /** Whether what holds a key requires it, be it only in some cases. */
  requires(path: readonly string[]): boolean {
    return this.at(path.slice(0, -1)).some(({schema: {required}}) =>
      [required].flat().includes(path.at(-1)),
    );
  }

  /** The keys that the schema names, those inside of others included; one that ends in `*` stands for all that start like that. */
  *keys(
    views = this.views(this.#root),
    path: readonly string[] = [],
    above: readonly Schema[] = [],
  ): Generator<readonly string[]> {
    const names = new Set(views.flatMap(({schema: {properties}}) => Object.keys(properties ?? {})));
    const all = [...above, ...views.map(({schema}) => schema)];
    for (const name of names) {
      const inner = this.inside(views, name);
      if (inner.length > 0) yield [...path, name];
      // A schema can contain itself.
      if (!inner.some(({schema}) => all.includes(schema)))
        yield* this.keys(inner, [...path, name], all);
    }
    for (const {schema} of views) {
      for (const pattern of Object.keys(schema.patternProperties ?? {})) {
        const start = /^\^([\w-]+)$/.exec(pattern)?.[1];
        if (start !== undefined) yield [...path, `${start}*`];
      }
    }
  }
}

/** What a value may be; `undefined` where anything may, or where only one value is right. */
function keySchema(schemas: readonly Schema[]): KeySchema | undefined {
  if (schemas.some((schema) => schema.const !== undefined)) return undefined;
  const schema = Object.assign({}, ...schemas) as Schema;
  const type: unknown =
    schema.type ?? (Array.isArray(schema.enum) ? typeof schema.enum[0] : undefined);
  if (type === 'object') return {type};
  if (!types.includes(type)) return undefined;
  const known = keywords.filter((each) => schema[each] !== undefined);
  const items = type === 'array' && isSchema(schema.items) && keySchema([schema.items]);
  // A list of blocks is one itself.
  if (items && items.type === 'object') return items;
  return {
    type,
    ...Object.fromEntries(known.map((each) => [each, schema[each]])),
    ...(items && {items}),
  } as KeySchema;
}

function valueCheck(views: readonly View[]): Pick<KeyCheck, 'value'> {
  const sure = views.filter(({isConditional}) => !isConditional);
  const value = keySchema(sure.map(({schema}) => schema));
  return value ? {value: compileSchema(value as JsonSchema) as KeySchema} : {};
}

/**
 * What a file's JSON Schema says of its keys, for the check of existing files.
 *
 * A key that the flow writes has to hold what the flow writes, unless the flow's author says that any value is right which the schema takes. A key that
 * the schema names and never requires may be missing, unless it holds what a reader has entered.
 *
 * @param schema the file's JSON Schema
 * @param entries what the flow writes into the file
 * @param fields the names of what readers enter
 * @param checks what the flow's author says besides: it goes before
 * @returns by the key's path with dots
 */
export function checksFromSchema(
  schema: object,
  entries: readonly ContentEntry[],
  fields: ReadonlySet<string>,
  checks: {readonly [path: string]: KeyCheck},
): {readonly [path: string]: KeyCheck} {
  const reader = new SchemaReader(schema as Schema);
  const found: {[path: string]: KeyCheck} = {};
  for (const path of reader.keys()) {
    found[path.join('.')] = valueCheck(reader.at(path));
  }
  for (const {entry, path} of namedKeys(entries)) {
    const name = path.join('.');
    const views = reader.at(path);
    if (views.length === 0) continue;
    const holdsAnswer = refsIn(entry).some((each) => fields.has(each));
    const check = {
      ...(!reader.requires(path) && !holdsAnswer && {optional: true as const}),
      ...(checks[name]?.any && valueCheck(views)),
    };
    if (Object.keys(check).length > 0) found[name] = check;
    else delete found[name];
  }
  for (const [path, {any: _, ...check}] of Object.entries(checks)) {
    found[path] = {...found[path], ...check};
  }
  return found;
}
