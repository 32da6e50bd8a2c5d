// biome-ignore-all lint/suspicious/noTemplateCurlyInString: references of flow files look like that.
/** For which choices a file is: what it says itself, and what else is in it. */
import {describe, expect, it} from 'vitest';
import {checkWith, compiled, told} from './support.js';

const mail = compiled(`
title: Send mail
choices:
  security:
    label: How is the connection secured?
    options:
      tls: {label: TLS from the start}
      starttls: {label: STARTTLS}
fields:
  host: {label: Mail server, example: smtp.example.com, value: {type: string, format: hostname}}
values:
  port: {$cases: [{$when: {security: tls}, $value: '465'}, {$value: '587'}]}
files:
  env:
    name: mail.env
    format: dotenv
    schema: any
    content:
      MAIL_URL: \${security}://\${host}
      MAIL_PORT: \${port}
      MAIL_STARTTLS: {$when: {security: starttls}, $value: true}
`);

const checkMail = (...lines: string[]) => checkWith(mail, `${lines.join('\n')}\n`);

describe('the choice of a file is', () => {
  it.each([
    ['tls', 'MAIL_URL=tls://smtp.example.com', 'MAIL_PORT=465'],
    ['starttls', 'MAIL_URL=starttls://smtp.example.com', 'MAIL_PORT=587', 'MAIL_STARTTLS=true'],
  ])('%s in a right file', (security, ...lines) => {
    const result = checkMail(...lines);
    expect(result.recognised?.choices).toEqual({security});
    expect(told(result)).toEqual([]);
  });

  it.each([
    ['tls', 'MAIL_URL=tls://smtp.example.com', 'MAIL_PORT=587', 'MAIL_STARTTLS=true'],
    ['starttls', 'MAIL_URL=starttls://smtp.example.com', 'MAIL_PORT=465'],
  ])('%s where it says so as a part of a value', (security, ...lines) => {
    expect(checkMail(...lines).recognised?.choices).toEqual({security});
  });

  it('starttls where the port says so', () => {
    const result = checkMail('MAIL_URL=smtp.example.com', 'MAIL_PORT=587');
    expect(result.recognised?.choices).toEqual({security: 'starttls'});
  });
});

it('is not taken from a file that is the same for all of its options', () => {
  const proxy = compiled(`
title: A proxy
choices:
  server: {label: Which?, options: {traefik: {label: Traefik}, caddy: {label: Caddy}}}
  auth: {label: Who?, options: {open: {label: All}, basic: {label: Some}}}
fields:
  host: {label: Host, example: a.example, value: {type: string, format: hostname}}
  user: {label: User, example: reader, when: {auth: basic}, value: {type: string, minLength: 1}}
files:
  routes:
    name: routes.yml
    format: yaml
    schema: any
    content: {server: '\${server}', host: '\${host}'}
  env:
    name: proxy.env
    when: {auth: basic}
    format: dotenv
    schema: any
    content:
      PROXY_USER: \${user}
`);
  const env = checkWith(proxy, 'PROXY_USER=somebody\n');
  expect(env.recognised?.choices).toEqual({auth: 'basic'});
  expect(env.answers).toMatchObject({choices: {auth: 'basic'}, values: {user: 'somebody'}});
  const routes = checkWith(proxy, 'server: caddy\nhost: b.example\n');
  expect(routes.recognised?.choices).toEqual({server: 'caddy'});
  expect(told(routes)).toEqual([]);
});

it('tells what is missing for the choice that the file states', () => {
  expect(told(checkMail('MAIL_URL=starttls://smtp.example.com', 'MAIL_PORT=587'))).toEqual([
    '2 missing-key: “MAIL_STARTTLS” is missing. → Add: MAIL_STARTTLS=true',
  ]);
});

it('is the option that fits best, where one line speaks against the rest', () => {
  const flow = compiled(`
title: Three kinds
choices:
  kind: {label: Which kind?, options: {a: {label: A}, b: {label: B}, c: {label: C}}}
files:
  env:
    name: env
    format: dotenv
    schema: any
    content:
      KIND: \${kind}
      SHARED: {$when: {kind: [b, c]}, $value: '1'}
      MORE: {$when: {kind: c}, $value: '1'}
`);
  expect(told(checkWith(flow, 'KIND=a\nSHARED=1\nMORE=1\n'))).toEqual([
    '1 wrong-choice: This line says a, but the rest of the file is for “C” (c). → Write: KIND=c',
  ]);
});

it('takes a number that the flow writes for a number', () => {
  const flow = compiled(`
title: Ports
files:
  file: {name: ports.yaml, format: yaml, schema: none, content: {port: 587, share: 0.5, host: a}}
`);
  const check = (text: string) => told(checkWith(flow, text));
  expect(check('port: 587\nshare: 0.5\nhost: a\n')).toEqual([]);
  expect(check('port: "587"\nshare: 0.6\nhost: a\n')).toEqual([
    '1 needs-no-quotes: With quotes the value of “port” is a text. → Remove the quotes.',
    '2 wrong-value: The value of “share” does not fit. → Write: share: 0.5',
  ]);
});

it('takes a list in a file that knows only text for that text', () => {
  const flow = compiled(`
title: Names
files:
  file: {name: names.env, format: dotenv, schema: none, content: {NAMES: [a, b], HOST: c}}
`);
  expect(told(checkWith(flow, 'NAMES=["a","b"]\nHOST=c\n'))).toEqual([]);
  expect(told(checkWith(flow, 'NAMES=["a"]\nHOST=c\n'))).toEqual([
    '1 wrong-value: The value of “NAMES” does not fit. → Write: NAMES=["a","b"]',
  ]);
});

it('finds the answer to a list in a file that knows only text', () => {
  const flow = compiled(`
title: Names
fields:
  names: {label: Names, example: [a], value: {type: array, items: {type: string}}}
files:
  file: {name: names.env, format: dotenv, schema: none, content: {NAMES: "\${names}", HOST: c}}
`);
  for (const text of ['NAMES=a, b\nHOST=c\n', 'NAMES=["a","b"]\nHOST=c\n']) {
    const {findings, answers} = checkWith(flow, text);
    expect(findings).toEqual([]);
    expect(answers.values).toEqual({names: ['a', 'b']});
  }
});
