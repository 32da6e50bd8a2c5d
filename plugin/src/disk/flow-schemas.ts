import {readFileSync} from 'node:fs';
import path from 'node:path';
import type {ValidateFunction} from 'ajv';
import type {FileSource} from '../flow/compile.js';
import type {FlowProblem} from '../flow/flow-rules.js';
import {packages} from './packages.js';

/** Keywords that only say that another one, which is reported too, has failed. */
export const consequences = ['if', 'allOf', 'anyOf', 'oneOf'];

/** The JSON Schema of a file, as data and as a function. */
interface FileSchema {
  readonly schema: object;
  readonly validate: ValidateFunction;
}

/** The schemas of a flow's files, by the files' ids. */
export type FlowSchemas = ReadonlyMap<string, FileSchema>;

const compiled = new Map<string, FileSchema>();

/** Compiles a JSON Schema, once for each text: all flows share a few. */
function compileSchema(text: string): FileSchema {
  const known = compiled.get(text);
  if (known) return known;
  const ajv = new (packages.ajv().Ajv)({allErrors: true, strict: false});
  packages.ajvFormats().default(ajv);
  const schema = JSON.parse(text) as object;
  const made = {schema, validate: ajv.compile(schema)};
  compiled.set(text, made);
  return made;
}

/**
 * Loads the JSON Schemas of a flow's files.
 *
 * @param paths takes in the schemas' files
 * @param problems takes in which of them cannot be used
 */
export function loadSchemas(
  files: readonly FileSource[],
  paths: string[],
  problems: FlowProblem[],
): FlowSchemas {
  const schemas = new Map<string, FileSchema>();
  for (const {id, schema} of files) {
    if (!schema) continue;
    const file = path.resolve(path.dirname(schema.place.file), schema.path);
    paths.push(file);
    try {
      schemas.set(id, compileSchema(readFileSync(file, 'utf8')));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const message = `Cannot use ${schema.path}: ${reason}`;
      problems.push({rule: 'flow-file-schema', message, ...schema.place});
    }
  }
  return schemas;
}
