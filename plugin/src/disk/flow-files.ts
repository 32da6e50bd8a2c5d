import {readdirSync, readFileSync, statSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import type {Ajv, ErrorObject} from 'ajv';
import {checksFromSchema} from '../flow/checks-from-schema.js';
import {type Compilation, compileFlow} from '../flow/compile.js';
import {hint} from '../flow/compile-names.js';
import type {Checks} from '../flow/existing/types.js';
import type {FlowProblem, Place} from '../flow/flow-rules.js';
import {entry, extend, plain, type SourceNode, text} from '../flow/source.js';
import type {CompiledFlow} from '../flow/types.js';
import {nearest} from '../nearest.js';
import {proveFlow} from './flow-proof.js';
import {consequences, type FlowSchemas, loadSchemas} from './flow-schemas.js';
import {parseSource} from './flow-source.js';
import {packages} from './packages.js';

/** A flow that was read from disk. */
export interface FlowFile {
  readonly id: string;
  /** What goes to the page. It is to be used only where there are no problems. */
  readonly flow: CompiledFlow;
  /** What the check of existing files needs besides. */
  readonly checks: Checks;
  /** Everything that is wrong with it, in the order of the file. */
  readonly problems: readonly FlowProblem[];
  /** Every file that the result depends on: the flow, what it extends, and the schemas. */
  readonly dependencies: readonly string[];
}

/** Both in `src/disk` and in `lib/disk` the schema is two folders up. */
const schemaFile = fileURLToPath(new URL('../../flow.schema.json', import.meta.url));
const readJson = (file: string): object => JSON.parse(readFileSync(file, 'utf8')) as object;

let validator: ReturnType<Ajv['compile']> | undefined;

/** What `flow.schema.json` has against the data, at the places where it stands. */
function structureProblems(root: SourceNode): FlowProblem[] {
  validator ??= new (packages.ajv().Ajv)({allErrors: true, strict: false, verbose: true}).compile(
    readJson(schemaFile),
  );
  validator(plain(root));
  const problems = (validator.errors ?? []).flatMap((error) => structureProblem(root, error));
  // The same mistake can break several parts of the schema.
  return [...new Map(problems.map((each) => [JSON.stringify(each), each])).values()];
}

function structureProblem(root: SourceNode, error: ErrorObject): FlowProblem[] {
  if (consequences.includes(error.keyword)) return [];
  const {node, place} = locate(root, error.instancePath);
  const at = (where: Place | undefined, message: string): FlowProblem[] => [
    {rule: 'flow-structure', message, ...(where ?? place)},
  ];
  const {data, keyword, params, parentSchema, propertyName: name} = error;
  if (name !== undefined) {
    return at(entry(node, name)?.keyPlace, `“${name}” cannot be a name: it ${error.message}`);
  }
  switch (keyword) {
    case 'required':
      return at(place, `“${params.missingProperty}” is missing here`);
    case 'additionalProperties': {
      const key = String(params.additionalProperty);
      const known = Object.keys(parentSchema?.properties ?? {});
      const end = hint(key, known, `. There are: ${known.join(', ')}`);
      return at(entry(node, key)?.keyPlace, `There is no “${key}” here${end}`);
    }
    case 'propertyNames':
      return [];
    case 'type': {
      const type = Array.isArray(data) ? 'array' : typeof data;
      const found = data === null ? 'nothing' : type;
      return at(place, `Unexpected ${found}, expected ${[params.type].flat().join(' or ')}`);
    }
    default: {
      const {allowedValues} = params;
      const values = Array.isArray(allowedValues) ? `: ${allowedValues.join(', ')}` : '';
      return at(place, `This ${error.message}${values}`);
    }
  }
}

/** The node that a JSON pointer leads to, and the place to point at: the key of a map, for what is wrong with the map. */
function locate(root: SourceNode, pointer: string): {node: SourceNode; place: Place} {
  let node = root;
  let place: Place = {...root.place, endLine: root.place.line, endColumn: root.place.column};
  for (const part of pointer.split('/').slice(1)) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    const found = entry(node, key);
    const value =
      found?.value ?? (node.kind === 'list' ? node.items[Number(key)]?.value : undefined);
    if (!value) break;
    node = value;
    place = found && value.kind !== 'scalar' ? found.keyPlace : value.place;
  }
  return {node, place};
}

/** The flow files of a folder, or the parts that flows share: the path of each by its name, which is the flow's id. */
export function flowPaths(folder: string): ReadonlyMap<string, string> {
  const names = statSync(folder, {throwIfNoEntry: false})?.isDirectory() ? readdirSync(folder) : [];
  return new Map(
    names
      .filter((name) => name.endsWith('.yaml'))
      .sort()
      .map((name) => [path.basename(name, '.yaml'), path.join(folder, name)]),
  );
}

/**
 * Reads a file and the shared parts that it extends, the nearest laid over the farthest.
 *
 * @param files takes in the files that are read
 * @param problems takes in what is wrong with them
 */
function readSource(file: string, files: string[], problems: FlowProblem[]): SourceNode {
  const folder = files.length > 0 ? path.dirname(file) : path.join(path.dirname(file), 'shared');
  files.push(file);
  const source = parseSource(file, readFileSync(file, 'utf8'));
  problems.push(...source.problems);
  const {root} = source;
  const base = entry(root, 'extends');
  const name = text(root, 'extends');
  if (root.kind !== 'map' || !base) return root;
  const rest = {...root, entries: root.entries.filter((each) => each !== base)};
  if (name === undefined) return rest;

  const shared = path.join(folder, `${name}.yaml`);
  const fail = (message: string) => {
    files.push(shared);
    problems.push({rule: 'flow-extends', message, ...base.value.place});
    return rest;
  };
  if (!/^[\w-]+$/.test(name)) return fail(`“${name}” is not the name of a shared part`);
  if (files.includes(shared)) return fail(`“${name}” extends itself`);
  try {
    return extend(readSource(shared, files, problems), rest);
  } catch (error) {
    const names = [...flowPaths(folder).keys()];
    const near = nearest(name, names) ?? names.join(', ');
    const {code} = error as NodeJS.ErrnoException;
    return fail(`Cannot read ${shared} (${code}). There is: ${near}`);
  }
}

/** What the check of existing files needs to know, with what the schemas say of keys. */
function withSchemas({flow, checks}: Compilation, schemas: FlowSchemas): Checks {
  const fields = new Set(flow.fields.map(({id}) => id));
  return Object.fromEntries(
    Object.entries(checks).map(([id, file]) => {
      const schema = schemas.get(id)?.schema;
      const keys = schema ? checksFromSchema(schema, file.entries, fields, file.keys) : file.keys;
      return [id, {...file, keys}];
    }),
  );
}

/**
 * Reads, compiles and proves one flow.
 *
 * @param file the path of the flow file, which problems repeat; its name without `.yaml` is the flow's id
 * @returns the flow with all its problems; it throws only where the file cannot be read
 */
export function readFlow(file: string): FlowFile {
  const id = path.basename(file, '.yaml');
  const dependencies: string[] = [];
  const all: FlowProblem[] = [];
  const root = readSource(file, dependencies, all);
  const isReadable = all.length === 0;
  if (isReadable) all.push(...structureProblems(root));
  const compilation = compileFlow(id, root, all.length === 0);
  // What is meant cannot be told before the syntax is right; and a mistake in the structure often is the cause of what else is wrong
  // in the same place.
  if (isReadable) {
    const spot = (each: Place) => `${each.file}:${each.line}:${each.column}`;
    const known = new Set(all.map(spot));
    all.push(...compilation.problems.filter((each) => !known.has(spot(each))));
  }
  let {checks} = compilation;
  if (all.length === 0) {
    const schemas = loadSchemas(compilation.files, dependencies, all);
    all.push(...proveFlow(compilation, schemas));
    checks = withSchemas(compilation, schemas);
  }
  all.sort(
    (a, b) =>
      Number(a.file !== file) - Number(b.file !== file) || a.line - b.line || a.column - b.column,
  );
  return {
    id,
    flow: compilation.flow,
    checks,
    problems: all,
    dependencies: [...new Set(dependencies)],
  };
}
