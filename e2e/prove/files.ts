/** Makes the files of a flow, and reads them back as their targets do, with parsers that are not ours. */
import fs from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import dotenv from 'dotenv';
import {load} from 'js-yaml';
import {type FlowFile, readFlow} from '../../plugin/src/disk/flow-files.js';
import {type CompiledFlow, evaluate, parseAnswers} from '../../plugin/src/flow/index.js';

const flows = fileURLToPath(new URL('../../content/flows', import.meta.url));

export const deployments = ['docker', 'bare-metal', 'kubernetes'] as const;
export type Deployment = (typeof deployments)[number];

/** What the files say about signing in: all that the proof knows besides the user's password. */
export interface SignIn {
  readonly clientType: 'public' | 'confidential';
  readonly responseType: string;
  readonly clientId: string;
  readonly authority: string;
  readonly publicKeys: readonly string[];
  readonly callback: string;
  /** E-mail addresses of users end in it. */
  readonly principalDomain: string;
  /** Present exactly where the target would use it. */
  readonly oidc?: {
    readonly id: string;
    readonly secret: string;
    readonly scope: string;
    readonly discovery: string;
    readonly authMethod: string;
    readonly responseType: string;
    readonly callback: string;
    readonly serverUrl: string;
  };
}

/** Reads a flow of ours, and with it proves what can be proven without a provider. */
export function readOurFlow(id: string): FlowFile {
  const file = readFlow(path.join(flows, `${id}.yaml`));
  return withoutProblems(file.problems, file);
}

function withoutProblems<T>(problems: readonly {readonly message: string}[], result: T): T {
  if (problems.length > 0) throw new Error(problems.map(({message}) => message).join('\n'));
  return result;
}

/**
 * Writes the files that a reader gets.
 *
 * @param assignments the answers as they are typed, such as `deployment=docker`
 * @param folder where to write them; it exists
 */
export function writeFiles(
  flow: CompiledFlow,
  assignments: readonly string[],
  folder: string,
): void {
  const parsed = parseAnswers(flow, assignments);
  const {problems, files} = evaluate(flow, withoutProblems(parsed.problems, parsed.answers));
  for (const {filename, text} of withoutProblems(problems, files)) {
    fs.writeFileSync(path.join(folder, filename), text);
  }
}

/** Reads what {@link writeFiles} has written. */
export function readFiles(deployment: Deployment, folder: string): SignIn {
  return readers[deployment]((file) => fs.readFileSync(path.join(folder, file), 'utf8'));
}

/** The file that says how to sign in. */
const mainFiles: {readonly [deployment in Deployment]: string} = {
  docker: 'openmetadata.env',
  'bare-metal': 'openmetadata.yaml',
  kubernetes: 'values.yaml',
};

/** The text of the file that says how to sign in. */
export function readMainFile(deployment: Deployment, folder: string): string {
  return fs.readFileSync(path.join(folder, mainFiles[deployment]), 'utf8');
}

/**
 * What a reader adds at the end of a public client's file who follows a guide for confidential ones: the secret, where their files have it.
 */
export const addedSecret: {readonly [deployment in Deployment]: (secret: string) => string} = {
  docker: (secret) => `OIDC_CLIENT_SECRET='${JSON.stringify(secret)}'\n`,
  'bare-metal': (secret) => `  oidcConfiguration:\n    secret: ${JSON.stringify(secret)}\n`,
  // The chart's values name the Secret in which it is.
  kubernetes: () =>
    [
      '      oidcConfiguration:',
      '        clientSecret:',
      '          secretRef: oidc-secrets',
      '          secretKey: openmetadata-oidc-client-secret',
      '',
    ].join('\n'),
};

type Read = (file: string) => string;

/** A part of a file. Every access is checked, so that what is missing is named instead of being `undefined`. */
class Block {
  readonly #data: Readonly<Record<string, unknown>>;
  readonly #name: string;

  constructor(data: unknown, name: string) {
    if (typeof data !== 'object' || data === null) throw new Error(`${name} is no map`);
    this.#data = data as Readonly<Record<string, unknown>>;
    this.#name = name;
  }

  has(key: string): boolean {
    return key in this.#data;
  }

  block(key: string): Block {
    return new Block(this.#data[key], `${this.#name}.${key}`);
  }

  text(key: string): string {
    const value = this.#data[key];
    if (typeof value === 'string') return value;
    throw new Error(`${this.#name}.${key} is no text but ${JSON.stringify(value)}`);
  }

  texts(key: string): string[] {
    const value = this.#data[key];
    if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value;
    throw new Error(`${this.#name}.${key} is no list of texts but ${JSON.stringify(value)}`);
  }

  flag(key: string): boolean {
    return this.#data[key] === true;
  }
}

/** OpenMetadata's own names for the two client types. */
function clientTypeOf(block: Block, key: string): SignIn['clientType'] {
  const type = block.text(key);
  if (type === 'public' || type === 'confidential') return type;
  throw new Error(`There is no client type ${type}`);
}

const readers: {readonly [deployment in Deployment]: (read: Read) => SignIn} = {
  docker(read) {
    const variables = dotenv.parse(read(mainFiles.docker));
    // The server puts each variable's text into its YAML before that is parsed.
    const values = Object.entries(variables).map(([key, text]) => [key, load(text)]);
    const env = new Block(Object.fromEntries(values), mainFiles.docker);
    const clientType = clientTypeOf(env, 'AUTHENTICATION_CLIENT_TYPE');
    return {
      clientType,
      responseType: env.text('AUTHENTICATION_RESPONSE_TYPE'),
      clientId: env.text('AUTHENTICATION_CLIENT_ID'),
      authority: env.text('AUTHENTICATION_AUTHORITY'),
      publicKeys: env.texts('AUTHENTICATION_PUBLIC_KEYS'),
      callback: env.text('AUTHENTICATION_CALLBACK_URL'),
      principalDomain: env.text('AUTHORIZER_PRINCIPAL_DOMAIN'),
      ...(clientType === 'confidential' && {
        oidc: {
          id: env.text('OIDC_CLIENT_ID'),
          secret: env.text('OIDC_CLIENT_SECRET'),
          scope: env.text('OIDC_SCOPE'),
          discovery: env.text('OIDC_DISCOVERY_URI'),
          authMethod: env.text('OIDC_CLIENT_AUTH_METHOD'),
          responseType: env.text('OIDC_RESPONSE_TYPE'),
          callback: env.text('OIDC_CALLBACK'),
          serverUrl: env.text('OIDC_SERVER_URL'),
        },
      }),
    };
  },

  'bare-metal'(read) {
    const file = new Block(load(read(mainFiles['bare-metal'])), mainFiles['bare-metal']);
    const authentication = file.block('authenticationConfiguration');
    const oidc = authentication.has('oidcConfiguration')
      ? authentication.block('oidcConfiguration')
      : undefined;
    return {
      clientType: clientTypeOf(authentication, 'clientType'),
      responseType: authentication.text('responseType'),
      clientId: authentication.text('clientId'),
      authority: authentication.text('authority'),
      publicKeys: authentication.texts('publicKeyUrls'),
      callback: authentication.text('callbackUrl'),
      principalDomain: file.block('authorizerConfiguration').text('principalDomain'),
      ...(oidc && {
        oidc: {
          ...oidcOf(oidc),
          id: oidc.text('id'),
          secret: oidc.text('secret'),
        },
      }),
    };
  },

  kubernetes(read) {
    const values = new Block(load(read(mainFiles.kubernetes)), mainFiles.kubernetes);
    const config = values.block('openmetadata').block('config');
    const authentication = config.block('authentication');
    const clientType = clientTypeOf(authentication, 'clientType');
    // What the chart's templates ask for; where one of the two is missing they leave the block out, silently.
    const isUsed =
      clientType === 'confidential' && authentication.block('oidcConfiguration').flag('enabled');
    const oidc = isUsed ? authentication.block('oidcConfiguration') : undefined;
    return {
      clientType,
      responseType: authentication.text('responseType'),
      clientId: authentication.text('clientId'),
      authority: authentication.text('authority'),
      publicKeys: authentication.texts('publicKeys'),
      callback: authentication.text('callbackUrl'),
      principalDomain: config.block('authorizer').text('principalDomain'),
      ...(oidc && {
        oidc: {
          ...oidcOf(oidc),
          id: fromSecret(read, oidc.block('clientId')),
          secret: fromSecret(read, oidc.block('clientSecret')),
        },
      }),
    };
  },
};

/** What the server's block and the chart's have under the same names. */
function oidcOf(oidc: Block) {
  return {
    scope: oidc.text('scope'),
    discovery: oidc.text('discoveryUri'),
    authMethod: oidc.text('clientAuthenticationMethod'),
    responseType: oidc.text('responseType'),
    callback: oidc.text('callbackUrl'),
    serverUrl: oidc.text('serverUrl'),
  };
}

/** Follows a reference in the chart's values to the Secret. */
function fromSecret(read: Read, reference: Block): string {
  const secret = new Block(load(read('oidc-secrets.yaml')), 'oidc-secrets.yaml');
  const name = secret.block('metadata').text('name');
  if (name !== reference.text('secretRef')) throw new Error(`The Secret is called ${name}`);
  const key = reference.text('secretKey');
  // It becomes an environment variable, and that is put into the server's YAML before it is parsed.
  return new Block({[key]: load(secret.block('stringData').text(key))}, 'oidc-secrets').text(key);
}
