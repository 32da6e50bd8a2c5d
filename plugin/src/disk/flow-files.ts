import {readdirSync, readFileSync, statSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import type {Ajv, ErrorObject} from 'ajv';
import {checksFromSchema} from '../flow/checks-from-schema.js';
import {type Compilation, compileFlow} from '../flow/compile.js';
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
  if (validator(plain(root))) return [];
  const problems = (validator.errors ?? []).flatMap((error) => structureProblem(root, error));
  // The same mistake can break several parts of the schema.
  return problems.filter(
    ({message, line, column}, index) =>
      problems.findIndex(
        (each) => each.message === message && each.line === line && each.column === column,
      ) === index,
  );
}

function structureProblem(root: SourceNode, error: ErrorObject): FlowProblem[] {
  if (consequences.includes(error.keyword)) return [];
  const {node, place} = locate(root, error.instancePath);
  const at = (where: Place, message: string): FlowProblem[] => [
    {rule: 'flow-structure', message, ...where},
  ];
  const {additionalProperty, propertyName, missingProperty, allowedValues} = error.params as {
    readonly [param: string]: unknown;
  };
  if (error.keyword === 'required') return at(place, `“${missingProperty}” is missing here`);
  if (error.keyword === 'additionalProperties') {
    const known = Object.keys((error.parentSchema?.properties ?? {}) as object);
    const near = nearest(String(additionalProperty), known);
    const hint = near ? `; did you mean “${near}”?` : `. There are: ${known.join(', ')}`;
    const key = entry(node, String(additionalProperty))?.keyPlace ?? place;
    return at(key, `There is no “${additionalProperty}” here${hint}`);
  }
  if (error.propertyName !== undefined) {
    const key = entry(node, error.propertyName)?.keyPlace ?? place;
    return at(key, `“${error.propertyName}” cannot be a name: it ${error.message}`);
  }
  if (propertyName !== undefined) return [];
  if (error.keyword === 'type') {
    const found = Array.isArray(error.data)
      ? 'array'
      : error.data === null
        ? 'nothing'
        : typeof error.data;
    return at(place, `Unexpected ${found}, expected ${[error.params.type].flat().join(' or ')}`);
  }
  const values = Array.isArray(allowedValues) ? `: ${allowedValues.join(', ')}` : '';
  return at(place, `This ${error.message}${values}`);
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

/** Reads a file and the shared parts that it extends, the nearest laid over the farthest. */
function readSource(
  file: string,
  seen: readonly string[] = [],
): {root: SourceNode; problems: FlowProblem[]; dependencies: string[]} {
  const {root, problems} = parseSource(file, readFileSync(file, 'utf8'));
  const found = [...problems];
  const base = entry(root, 'extends');
  const rest: SourceNode =
    root.kind === 'map' ? {...root, entries: root.entries.filter((each) => each !== base)} : root;
  const name = text(root, 'extends');
  if (!base || name === undefined) return {root: rest, problems: found, dependencies: [file]};

  const folder = seen.length > 0 ? path.dirname(file) : path.join(path.dirname(file), 'shared');
  const shared = path.join(folder, `${name}.yaml`);
  const fail = (message: string) => {
    found.push({rule: 'flow-extends', message, ...base.value.place});
    return {root: rest, problems: found, dependencies: [file, shared]};
  };
  if (!/^[\w-]+$/.test(name)) return fail(`“${name}” is not the name of a shared part`);
  if (seen.includes(shared)) return fail(`“${name}” extends itself`);
  let below: ReturnType<typeof readSource>;
  try {
    below = readSource(shared, [...seen, file, shared]);
  } catch (error) {
    const names = [...flowPaths(folder).keys()];
    const near = nearest(name, names) ?? names.join(', ');
    return fail(
      `Cannot read ${shared} (${(error as NodeJS.ErrnoException).code}). There is: ${near}`,
    );
  }
  return {
    root: extend(below.root, rest),
    problems: [...below.problems, ...found],
    dependencies: [file, ...below.dependencies],
  };
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
  const {root, problems, dependencies} = readSource(file);
  const structure = problems.length > 0 ? [] : structureProblems(root);
  const compilation = compileFlow(id, root, problems.length + structure.length === 0);
  const all = [...problems, ...structure];
  // What is meant cannot be told before the syntax is right; and a mistake in the structure often is the cause of what else is wrong
  // in the same place.
  if (problems.length === 0) {
    const known = new Set(structure.map(({file, line, column}) => `${file}:${line}:${column}`));
    all.push(
      ...compilation.problems.filter(
        (each) => !known.has(`${each.file}:${each.line}:${each.column}`),
      ),
    );
  }
  let {checks} = compilation;
  if (all.length === 0) {
    const loaded = loadSchemas(compilation.files);
    all.push(...loaded.problems, ...proveFlow(compilation, loaded.schemas));
    dependencies.push(...loaded.dependencies);
    checks = withSchemas(compilation, loaded.schemas);
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
