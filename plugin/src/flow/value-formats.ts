import type {ValueSchema} from './types.js';

const label = '[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?';

/**
 * The formats of JSON Schema that a value may have, as the patterns that say what they are: so a page has those that its flow uses, and
 * needs no validator.
 */
const formats: {readonly [format: string]: string} = {
  // RFC 1123, without the dot at the end that DNS would allow and that no configuration wants.
  hostname: `^(?=.{1,253}$)${label}(?:\\.${label})*$`,
  // An absolute URI of RFC 3986, by the characters that it may consist of.
  uri: "^[A-Za-z][A-Za-z0-9+.-]*:(?:[A-Za-z0-9\\-._~:/?#[\\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})+$",
  uuid: '^[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$',
  email: '^[^\\s@"(),:;<>[\\\\\\]]+@[^\\s@"(),:;<>[\\\\\\]]+\\.[^\\s@"(),:;<>[\\\\\\]]+$',
};

/** What a flow file or a JSON Schema says of a value. */
export interface JsonSchema extends Omit<ValueSchema, 'patterns' | 'items'> {
  readonly format?: string;
  readonly pattern?: string;
  readonly items?: JsonSchema;
}

/** A schema as the page checks it. Other formats than those above are not checked. */
export function compileSchema({format = '', pattern, items, ...schema}: JsonSchema): ValueSchema {
  const patterns = {
    ...(Object.hasOwn(formats, format) && {[format]: formats[format]}),
    ...(pattern !== undefined && {pattern}),
  };
  return {
    ...schema,
    ...(Object.keys(patterns).length > 0 && {patterns}),
    ...(items && {items: compileSchema(items)}),
  };
}
