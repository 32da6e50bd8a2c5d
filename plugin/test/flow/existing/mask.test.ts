/** Secrets are neither in what is shown of a file, nor in what is said of it. */
import {describe, expect, it} from 'vitest';
import {
  checkMail,
  checkProxy,
  checkWith,
  compiled,
  examplesOf,
  mail,
  proxy,
  writtenFile,
} from './support.js';

const secret = 'k3pt-To_0urselves';
const mask = '••••••••';
const env = writtenFile(mail.flow, 'env');
const server = writtenFile(mail.flow, 'server', {place: 'machine'});
const manifest = writtenFile(mail.flow, 'secret', {place: 'cluster'});

it.each([
  ['env', env],
  ['server', server],
  ['a manifest', manifest],
  ['env, broken', `POSTBOX_PASSWORD "${secret}"\nPOSTBOX_PASSWORD: '${secret}\nPOSTBOX_PORT=1`],
  [
    'of another choice',
    `${writtenFile(mail.flow, 'env', {login: 'open'})}POSTBOX_PASSWORD=${secret}`,
  ],
  ['yaml, in several lines', server.replace(/password: .*/, `password: >-\n      ${secret}`)],
  ['yaml, not closed', server.replace(/password: .*/, `password: "${secret}`)],
  ['yaml, no space', server.replace(/password: .*/, `password:"${secret}"`)],
  ['yaml, an alias', server.replace(/password: .*/, `password: *${secret}`)],
  ['twice', `# ${secret}\n${env}`],
  ['of others', `DB_USER_PASSWORD=${secret}\n${env}`],
  ['commented out', `#POSTBOX_PASSWORD=${secret}\n  # secret: ${secret}\nhello: world`],
  ['of other names', `FERNET_KEY=${secret}\nSSH_KEY="${secret}"\nDB=mysql://u:${secret}@h/db`],
  ['on one line with others', `    id: abc secret: ${secret}\n`],
  [
    'in a quote over lines',
    `privateKey: "-----BEGIN\n  qqqWWW==\n  Proc-Type: 4\n  ${secret}\n  -----END"\nhello: world`,
  ],
  ['in a block over lines', `a:\n  privateKey: |\n    qqqWWW==\n\n    b: ${secret}\n  c: d`],
  [
    'pasted for something else too',
    env
      .replace(/_USER=.*/, `_USER=${secret}`)
      .replace(/(POSTMASTER)=.*/, `$1=${secret} x`)
      .replace(/(WEBMAIL)=.*/, `$1=https://${secret}/`)
      .replace(/(HEALTH)=.*/, `$1=https://${secret}/`),
  ],
  ['another file', `password: ${secret}\nhello: world`],
])('are masked: %s', (_, text) => {
  const {findings, lines, recognised} = checkMail(text);
  expect(text).toContain(secret);
  expect(JSON.stringify({findings, lines, recognised})).not.toContain(secret);
});

it.each([
  ['env', env, 1],
  ['server', server, 1],
  ['secret', manifest, 1],
  // It only names the manifest.
  ['values', writtenFile(mail.flow, 'values', {place: 'cluster'}), 0],
])('hide nothing else: %s', (_, text, count) => {
  const {lines} = checkMail(text);
  const hidden = lines.filter((line) => line.includes(mask));
  expect(hidden).toHaveLength(count);
  expect(lines.filter((line) => !hidden.includes(line))).toEqual(
    text.split('\n').filter((line) => !line.includes(secret)),
  );
});

describe('a line', () => {
  it.each([
    ['keyId: b', 'keyId: b'],
    ['secretKey: c', 'secretKey: c'],
    ['url: https://h:1/@x', 'url: https://h:1/@x'],
    ['secretName: c', `secretName: ${mask}`],
    ['KEY_FILE_PATH: c', 'KEY_FILE_PATH: c'],
    ['url: https://u:p@h/x', `url: https://u:${mask}@h/x`],
    ['apiToken: c', `apiToken: ${mask}`],
    ['- pwd: c', `- pwd: ${mask}`],
    ['export MY_CREDENTIAL=c', `export MY_CREDENTIAL=${mask}`],
    ['  "private": c', `  "private": ${mask}`],
    ['password', 'password'],
  ])('of a file that is not known: %s → %s', (line, shown) => {
    expect(checkMail(`hello: world\n${line}`).lines[1]).toBe(shown);
  });
});

it('leave nothing where one begins like another', () => {
  const plain = examplesOf(proxy.flow);
  const text = `# t0ken-of-the-proxy\n${writtenFile(proxy.flow, 'env', {}, plain)}`;
  expect(text).toContain('PROXY_SPARE=t0ken-of\n');
  const {lines} = checkProxy(text);
  expect(lines[0]).toBe(`# ${mask}`);
  expect(lines.filter((line) => line.includes(mask))).toHaveLength(3);
  // In what is said, too.
  const wrong = text.replace(/TITLE=.*/, `TITLE=${'t0ken-of-the-proxy'.repeat(3)}`);
  const {findings} = checkWith(proxy, wrong.replace(/TARGET=.*/, 'TARGET=x'));
  expect(findings).not.toEqual([]);
  expect(JSON.stringify(findings)).not.toContain('-the-proxy');
});

it('are masked where their key depends on an answer', () => {
  const file = compiled(`
title: Test
fields:
  pin: {label: PIN, secret: true, optional: true, example: a1b2c3, value: {type: string}}
files:
  file:
    name: file.env
    format: dotenv
    schema: any
    content: {A: a, B: b, PIN: {$when: {pin: true}, $value: '\${pin}'}}
`);
  const result = checkWith(file, writtenFile(file.flow, 'file'));
  expect(result.recognised?.file).toBe('file');
  expect(result.lines.join('\n')).not.toContain('a1b2c3');
});

describe('that a slip has broken', () => {
  const file = (format: string) =>
    compiled(`
title: Test
fields:
  host: {label: Host, example: a.b, value: {type: string}}
  pin: {label: PIN, secret: true, example: Wj4Rt8Yx2, value: {type: string}}
files:
  file:
    name: file
    format: ${format}
    schema: any
    content: {A: a, HOST: '\${host}', PIN: '\${pin}', URL: 'https://\${host}/', Z: z}
`);

  it.each([
    ['dotenv', 'in two lines', 'PIN=Wj4', 'PIN=Wj4\n'],
    ['properties', 'in two lines', 'PIN=Wj4', 'PIN=Wj4\n'],
    ['ini', 'in two lines', 'PIN = Wj4', 'PIN = Wj4\n\n'],
    ['toml', 'in two lines', 'PIN = "Wj4', 'PIN = "Wj4\n'],
    ['yaml', 'in two lines', 'PIN: Wj4', 'PIN: Wj4\n\n'],
    ['json', 'in two lines', '"PIN": "Wj4', '"PIN": "Wj4\n'],
    ['json', 'without its first quote', '"PIN": "', '"PIN": '],
    ['dotenv', 'behind a stray colon', 'PIN=', ': PIN='],
    ['properties', 'behind another value', 'a.b\nPIN=', 'a.b"PIN='],
  ] as const)('in %s, %s, leave nothing', (format, _, from, to) => {
    const flow = file(format);
    const text = writtenFile(flow.flow, 'file');
    expect(text).toContain(from);
    const broken = text.replace(from, to);
    const result = checkWith(flow, broken);
    expect(result.recognised).toBeDefined();
    const shown = JSON.stringify([result.lines, result.findings]);
    expect(shown).not.toMatch(/Rt8Y/);
    expect(result.lines.at(1)).toContain(format === 'json' ? '"A"' : 'a.b');
  });

  it('leave the lines behind them, which have names or are comments', () => {
    const flow = file('dotenv');
    const text = `${writtenFile(flow.flow, 'file').replace('URL=', '# Other\nOTHER=x\nURL=')}`;
    expect(checkWith(flow, text).lines.slice(3, 5)).toEqual(['# Other', 'OTHER=x']);
  });
});
