/** `docusaurus markdoc:flow ID`, on flows that are written for each test. */
import path from 'node:path';
import {Command} from 'commander';
import {afterEach, describe, expect, test, vi} from 'vitest';
import {parseAllDocuments} from 'yaml';
import {addFlowCommand} from '../../src/commands/flow.js';
import {temporaryFolder} from '../support/temporary-folder.js';

vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  const readFileSync = (file: string | number, encoding: 'utf8') =>
    file === 0 ? 'piped\n' : fs.readFileSync(file, encoding);
  return {...fs, readFileSync};
});

const mail = `
title: Send mail
choices:
  security:
    label: How is the connection secured?
    options:
      tls: {label: TLS, recommended: It is safer.}
      none: {label: Not at all}
  trust:
    label: Who signed the certificate?
    when: {security: tls}
    options:
      public: {label: A public authority}
      own: {label: Our own}
  program:
    label: Which program?
    options:
      postfix: {label: Postfix}
      exim: {label: Exim, when: {trust: own}}
fields:
  host: {label: Host, example: a.example.com, value: {type: string, format: hostname}}
  password:
    label: Password
    when: {security: tls}
    secret: true
    example: p
    value: {type: string}
  token: {label: Token, secret: true, optional: true, example: t, value: {type: string}}
files:
  secret:
    when: {security: tls}
    name: secret.yaml
    format: yaml
    schema: any.json
    content: {password: "\${password}", token: "\${token}"}
  values:
    name: values.yaml
    format: yaml
    schema: any.json
    content: {host: "\${host}", security: "\${security}"}
  env:
    when: {trust: own}
    name: mail.env
    format: dotenv
    schema: any.json
    content: {HOST: "\${host}"}
`;

/** Runs the command; what it printed, and its exit code. */
async function run(...args: string[]) {
  const flows = temporaryFolder({'mail.yaml': mail, 'any.json': '{}', 'broken.yaml': 'title: [A'});
  const out: string[] = [];
  const errors: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((text) => void out.push(`${text}\n`));
  vi.spyOn(console, 'error').mockImplementation((text) => void errors.push(`${text}\n`));
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => !!out.push(String(text)));
  const cli = new Command();
  addFlowCommand(cli as never, flows);
  await cli.parseAsync(['node', 'docusaurus', 'markdoc:flow', ...args]);
  const {exitCode} = process;
  vi.restoreAllMocks();
  return {out: out.join(''), errors: errors.join(''), exitCode};
}

const set = (answers: {[name: string]: string}) =>
  Object.entries(answers).flatMap(([name, value]) => ['--set', `${name}=${value}`]);
const secured = {security: 'tls', trust: 'public', host: 'a.example.com', password: 'p'};

afterEach(() => {
  process.exitCode = undefined;
});

describe('without every answer there is no configuration', () => {
  test('a question is missing, unless there is nothing to choose', async () => {
    const {trust: _, ...answers} = secured;
    expect(await run('mail', ...set(answers))).toEqual({
      out: '',
      errors: 'trust: Who signed the certificate? Options: public, own.\n',
      exitCode: 1,
    });
    expect((await run('mail', ...set({security: 'none', host: 'a.b'}))).exitCode).toBe(0);
  });

  test('what depends on a missing answer is not asked for yet', async () => {
    const {errors} = await run('mail');
    expect(errors).toBe(
      'security: How is the connection secured? Options: tls, none.\nhost: A value for Host is missing.\n',
    );
  });

  test('a wrong option is told of once', async () => {
    const {errors} = await run('mail', ...set({...secured, security: 'ssl'}));
    expect(errors).toBe(
      'security: “ssl” is no option of “How is the connection secured?”. Options: tls, none.\n',
    );
  });
});

describe('a command that cannot mean what it says fails', () => {
  test.each([
    ['--check', 'mail.env'],
    ['--set', 'host=a'],
    ['--out', 'env'],
  ])('%s without a flow', async (...args) => {
    const {out, errors, exitCode} = await run(...args);
    expect([out, exitCode]).toEqual(['', 1]);
    expect(errors).toBe('Say which flow: markdoc:flow ID. There are: broken, mail.\n');
  });

  test.each([['--json'], ['--out', 'env'], ['--set', 'host=a'], ['--set-file', 'host=-']])(
    '--check with %s',
    async (...args) => {
      const {out, errors, exitCode} = await run('mail', '--check', 'mail.env', ...args);
      expect([out, exitCode]).toEqual(['', 1]);
      expect(errors).toBe(
        `--check goes without ${args[0]}: it takes the answers from the file, and tells people what is wrong.\n`,
      );
    },
  );
});

describe('--check ends with 1 for a mistake, and not for a mere remark', () => {
  test.each([
    ['HOST=a.example.com\n', '', 'Nothing is wrong with it.\n', 0],
    ['HOST: a.example.com\n', 'mail.env:1:1 Warning: ', '', 0],
    ['HOST = a.example.com\n', 'mail.env:1:1 Warning: ', '', 0],
    ['HOST=https://a\n', 'mail.env:1:6 The value of “HOST” is not right.', '', 1],
    ['HOST: https://a\n', 'mail.env:1:7 The value of “HOST” is not right.', '', 1],
    ['hello\n', 'mail.env:1:1 This is none of the files', '', 1],
  ])('%j', async (text, said, nothing, code) => {
    const file = path.join(temporaryFolder({'mail.env': text}), 'mail.env');
    const {out, errors, exitCode} = await run('mail', '--check', file);
    expect(out).toContain(said);
    expect(errors.endsWith(nothing)).toBe(true);
    expect(exitCode).toBe(code);
  });
});

describe('--json prints files and problems', () => {
  const problemsOf = async (...args: string[]) => {
    const {out, exitCode} = await run(...args, '--json');
    expect(exitCode).toBe(1);
    const {files, problems, ...rest} = JSON.parse(out);
    expect([files, rest]).toEqual([[], {}]);
    return problems;
  };

  test('for a flow that is not there', async () => {
    expect(await problemsOf('mial')).toEqual([
      {field: '', message: 'There is no flow “mial”. Did you mean “mail”?'},
    ]);
  });

  test('for a broken flow', async () => {
    expect(await problemsOf('broken')).toEqual([
      {field: '', message: expect.stringContaining('flow-syntax')},
    ]);
  });

  test('for a file that is not there', async () => {
    expect(await problemsOf('mail', ...set(secured), '--out', 'secrets')).toEqual([
      {field: '', message: 'These answers make no file “secrets”. Did you mean “secret”?'},
    ]);
  });

  test('for wrong answers', async () => {
    expect(await problemsOf('mail', ...set({...secured, host: 'https://a'}))).toMatchObject([
      {field: 'host'},
    ]);
  });
});

test('wrong answers come before a file that they do not make', async () => {
  const answers = set({...secured, security: 'none', host: 'https://a'});
  const {errors} = await run('mail', ...answers, '--out', 'secret');
  expect(errors).toMatch(/^host: Enter the host name alone.*\n$/);
  const both = await run('mail', ...answers, '--out', 'secrets');
  expect(both.errors).toMatch(/^host: .*\nThere is no file “secrets”\. Did you mean “secret”\?\n$/);
});

describe('several files', () => {
  test('of YAML are one stream', async () => {
    const {out, exitCode} = await run('mail', ...set(secured));
    expect(out).toBe(
      '# secret.yaml\npassword: p\ntoken: ""\n---\n# values.yaml\nhost: a.example.com\nsecurity: tls\n',
    );
    expect(parseAllDocuments(out)).toHaveLength(2);
    expect(exitCode).toBe(0);
  });

  test('of different kinds have their names between them', async () => {
    const {out} = await run('mail', ...set({...secured, trust: 'own', program: 'exim'}));
    expect(out).toMatch(/\n---\n# values\.yaml\n[^#]*tls\n\n# mail\.env\nHOST=/);
  });
});

test('an answer from a file that names none cannot be read', async () => {
  const {errors, exitCode} = await run('mail', ...set(secured), '--set-file', 'token');
  expect([errors, exitCode]).toEqual(['token: “token” names no file. Write token=path.\n', 1]);
});

test('standard input is one answer', async () => {
  const folder = temporaryFolder({p: 's3cr$t\n'});
  const file = `password=${path.join(folder, 'p')}`;
  const {password: _, ...answers} = secured;
  const {out} = await run('mail', ...set(answers), '--set-file', file, '--out', 'secret');
  expect(out).toContain('password: "s3cr$t"\n');
  const piped = await run('mail', ...set(answers), '--set-file', 'password=-', '--out', 'secret');
  expect(piped.out).toContain('password: piped\n');
  const twice = ['--set-file', 'password=-', '--set-file', 'token=-'];
  const {errors, exitCode} = await run('mail', ...set(answers), ...twice);
  expect(errors).toContain('token: Standard input can be one answer only.\n');
  expect(exitCode).toBe(1);
});
