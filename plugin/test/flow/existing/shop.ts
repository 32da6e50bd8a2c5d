import {expect, it} from 'vitest';
import {evaluate} from '../engine.js';
import {told} from '../formats/reading/read-as.js';
import {compiled} from '../support.js';
import {type CheckResult, checkWith} from './findings.js';

/** A small flow with an env file and the same in YAML, in which each kind of value is once. */
export const shop = compiled(`
title: Shop
choices:
  kind:
    label: Kind
    options: {open: {label: Open to all}, closed: {label: For members}}
  file: {label: File, options: {env: {label: Variables}, yaml: {label: A file}}}
fields:
  host: {label: Host, find: Ask for it., example: shop.example, value: {type: string, format: hostname}}
  url: {label: Address, example: 'https://shop.example', value: {type: string, format: uri, maxLength: 60, pattern: '[^/]$'}}
  name: {label: Name, example: jane, value: {type: string, minLength: 2, maxLength: 12}}
  pin: {label: PIN, find: On the letter., secret: true, when: {kind: closed}, example: s3same, value: {type: string, minLength: 4}}
  tags: {label: Tags, example: [red, blue], value: {type: array, items: {type: string, pattern: '^[a-z]+$'}}}
  flag: {label: Flag, default: true, value: {type: boolean}}
  note: {label: Note, optional: true, example: hello, value: {type: string}}
values:
  back: \${url}/back
  greeting: Hello \${name} at \${host}
  level: {$cases: [{$when: {kind: closed}, $value: high}, {$value: low}]}
rules:
  - {field: name, different: ['\${name}', '\${host}'], message: That is the host.}
forbidden: [{text: '%', message: No percent.}]
checks:
  env: &more
    SHOP_EXTRA: {value: {type: integer, minimum: 2}}
    SHOP_LIMIT: {value: {type: integer}, expects: A number.}
    SHOP_MODE: {value: {type: string, enum: [fast, slow]}, expects: Write fast or slow.}
    SHOP_SWITCH: {value: {type: boolean}}
    SHOP_PLUGIN_*: {}
    SHOP_LEVEL: {optional: true}
  yaml:
    shop.extra: {value: {type: integer, minimum: 2}}
    shop.limit: {value: {type: integer}}
    shop.mode: {value: {type: string, enum: [fast, slow]}, expects: Write fast or slow.}
    shop.switch: {value: {type: boolean}}
    shop.parts: {value: {type: array}}
    shop.block: {value: {type: object}}
    shop.level: {optional: true}
files:
  env:
    when: {file: env}
    name: shop.env
    format: dotenv
    then: yaml
    schema: any
    content:
      SHOP_VERSION: shop
      SHOP_HOST: \${host}
      SHOP_URL: \${url}
      SHOP_BACK: {$why: Here people come back., $value: '\${back}'}
      SHOP_NAME: \${name}
      SHOP_GREETING: \${greeting}
      SHOP_KIND: \${kind}
      SHOP_PIN: {$when: {kind: closed}, $value: '\${pin}'}
      SHOP_DOOR: {$when: {kind: closed}, $value: members}
      SHOP_TAGS: \${tags}
      SHOP_FLAG: \${flag}
      SHOP_LEVEL: \${level}
      SHOP_PAGES: ['\${url}/one', '\${url}/two', fixed]
      SHOP_LIMIT: 3
      SHOP_NOTE: {$when: {note: true}, $value: '\${note}'}
  yaml:
    when: {file: yaml}
    name: shop.yaml
    format: yaml
    dottedKeys: false
    schema: any
    content:
      shop:
        version: shop
        host: \${host}
        url: \${url}
        back: {$why: Here people come back., $value: '\${back}'}
        name: \${name}
        greeting: \${greeting}
        kind: \${kind}
        tags: \${tags}
        flag: \${flag}
        level: \${level}
        pages:
          - \${url}/one
          - {$why: The second., $value: '\${url}/two'}
          - fixed
        limit: 3
        note: {$when: {note: true}, $value: '\${note}'}
      door:
        $when: {kind: closed}
        pin: \${pin}
        lock: members
      size:
        width: 1
        height: 2
`);

type FileId = 'env' | 'yaml';

/** A right file, for members. */
export function base(file: FileId): string {
  const {files, problems} = evaluate(shop.flow, {
    choices: {kind: 'closed', file},
    values: {
      host: 'shop.example',
      url: 'https://shop.example',
      name: 'jane',
      tags: ['red', 'blue'],
      flag: true,
      note: 'hello',
    },
    secrets: {pin: 's3same'},
  });
  expect(problems).toEqual([]);
  return files[0]?.text ?? '';
}

const bases = {env: base('env'), yaml: base('yaml')};
const right = {
  env: answersIn(checkWith(shop, bases.env)),
  yaml: answersIn(checkWith(shop, bases.yaml)),
};

/** What is told of that file when one thing in it is changed, and, where that is another one, for which answers it then is. */
export function tellOf(file: FileId, from: string | RegExp, to: string): string[] {
  const text = bases[file].replace(from, to);
  if (text === bases[file]) throw new Error(`There is no ${from}`);
  const result = checkWith(shop, text);
  const answers = answersIn(result);
  const differing = Object.keys({...right[file], ...answers}).filter(
    (name) => right[file][name] !== answers[name],
  );
  return [...result.findings.map(told), ...differing.map((name) => `→ ${name}: ${answers[name]}`)];
}

function answersIn({recognised, answers}: CheckResult): {[name: string]: string} {
  const {choices, values, secrets} = answers;
  const all = {recognised: recognised?.file, ...choices, ...values, ...secrets};
  return Object.fromEntries(
    Object.entries(all).map(([name, value]) => [name, JSON.stringify(value)]),
  );
}

type Row = readonly [from: string | RegExp, to: string, told: readonly string[]];

/** A test for each change: that this is what is told. */
export function isTold(file: FileId, rows: readonly Row[]): void {
  it.each(rows.map(([from, to, told]) => ({from, to, told})))('$from → $to', ({from, to, told}) => {
    expect(tellOf(file, from, to)).toEqual(told);
  });
}
