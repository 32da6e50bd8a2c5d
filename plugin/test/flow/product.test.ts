/** The flow of the mail server as its readers meet it: what is asked, what is refused, and every file to the letter. */
import {describe, expect, it} from 'vitest';
import {type Answers, evaluate} from './engine.js';
import {examplesOf, mail, proxy, writtenFile} from './product.js';

const {flow} = mail;
const ask = (answers: Answers = {}, fixed?: {[choice: string]: string}) =>
  evaluate(flow, answers, fixed);

describe('the questions', () => {
  const asked = (choices: Answers['choices'], fixed?: {[choice: string]: string}) =>
    ask({choices: choices ?? {}}, fixed).questions.map(({choice, value, fixed, answered}) =>
      [choice.id, value, fixed && 'fixed', answered && 'answered'].filter(Boolean).join(' '),
    );

  it('have what is recommended, or else the first, for an answer', () => {
    expect(asked({})).toEqual([
      'login password',
      'method plain',
      'security tls',
      'place container',
    ]);
  });

  it('depend on the answers to others', () => {
    expect(asked({login: 'open', method: 'digest', security: 'none'})).toEqual([
      'login open answered',
      'security none answered',
      'place container',
    ]);
  });

  it('have the options that go with the others', () => {
    const options = (login: string) =>
      ask({choices: {login}})
        .questions.find(({choice}) => choice.id === 'security')
        ?.options.map(({id}) => id);
    expect(options('open')).toEqual(['tls', 'starttls', 'none']);
    expect(options('password')).toEqual(['tls', 'starttls']);
    const {questions, problems} = ask({choices: {login: 'password', security: 'none'}});
    expect(questions[2]).toMatchObject({value: 'tls', answered: false});
    expect(problems[0]?.message).toBe(
      '“none” is no option of “How are connections secured?”. Options: tls, starttls.',
    );
  });

  it('are not open where the page has answered them', () => {
    expect(asked({login: 'password', place: 'machine'}, {login: 'open', place: 'cluster'})).toEqual(
      ['login open fixed answered', 'security tls', 'place cluster fixed answered'],
    );
    // An option that does not go with the others is none.
    expect(asked({}, {security: 'none'})).toContain('security tls fixed');
  });
});

describe('the fields', () => {
  it('are those that apply, with their defaults', () => {
    const fields = (choices: Answers['choices']) =>
      ask({choices: choices ?? {}}).fields.map(({field, value}) =>
        value === undefined ? field.id : `${field.id}: ${value}`,
      );
    const always = ['host', 'domains', 'postmaster', 'level: info', 'folder: /var/mail'];
    const last = ['archive: false', 'terms', 'relay', 'address'];
    expect(fields({login: 'open'})).toEqual([...always, ...last]);
    expect(fields({place: 'cluster'})).toEqual([
      'host',
      'user',
      'password',
      'domains',
      'postmaster',
      'node',
      'level: info',
      'folder: /var/mail',
      ...last,
    ]);
  });

  it('are all missing at first but those that are optional or have a default', () => {
    expect(ask().problems.map(({field, kind}) => `${field} ${kind}`)).toEqual([
      'host missing',
      'user missing',
      'password missing',
      'domains missing',
      'postmaster missing',
      'terms missing',
      'address missing',
    ]);
  });

  it('are missing once they are cleared, whatever their default is', () => {
    const plain = examplesOf(flow);
    const {problems, files, fields} = ask({...plain, values: {...plain.values, folder: ''}});
    expect(problems).toMatchObject([{field: 'folder', kind: 'missing', id: 'missing'}]);
    expect(fields.find(({field}) => field.id === 'folder')?.value).toBe('');
    expect(files[0]?.text).toContain('POSTBOX_FOLDER=<folder>\n');
  });

  it.each([
    ['host', 'localhost', 'invalid', 'pattern'],
    ['host', '-', 'invalid', 'hostname'],
    ['user', ' a', 'invalid', 'outerSpace'],
    ['domains', [], 'missing', 'missing'],
    ['domains', ['a', 'a'], 'invalid', 'uniqueItems'],
    ['domains', ['a@b'], 'invalid', 'expects'],
    ['domains', ['a', 'b', 'c', 'd', 'e', 'f'], 'invalid', 'maxItems'],
    ['postmaster', 'a', 'invalid', 'email'],
    ['node', 'a', 'invalid', 'uuid'],
    ['level', 'loud', 'invalid', 'enum'],
    ['folder', 'var', 'invalid', 'pattern'],
    ['folder', '/'.repeat(61), 'invalid', 'maxLength'],
    ['archive', 'yes', 'invalid', 'type'],
    ['terms', false, 'invalid', 'const'],
    ['relay', '-', 'invalid', 'hostname'],
    ['address', 'https://a/b', 'invalid', 'expects'],
    ['address', `https://${'$'}{a}`, 'invalid', 'expects'],
    ['postmaster', 'jane@example.com', 'invalid', 'rule'],
  ] as const)('%s refuses %j', (field, value, kind, id) => {
    const plain = examplesOf(flow, {place: 'cluster'});
    const {problems, complete, fields} = ask({...plain, values: {...plain.values, [field]: value}});
    expect(problems).toMatchObject([{field, kind, id}]);
    expect(complete).toBe(false);
    expect(fields.find((each) => each.field.id === field)?.problem).toBe(problems[0]);
  });

  it('have the first thing that is wrong with them said', () => {
    const plain = examplesOf(flow, {}, 'sender');
    const {problems} = ask({...plain, values: {...plain.values, user: 'sender'}});
    expect(problems).toMatchObject([
      {field: 'password', id: 'rule', message: 'This is the user. The password is another value.'},
    ]);
    const refused = ask({...plain, secrets: {password: 'a'}, values: {...plain.values, user: 'a'}});
    expect(refused.problems).toMatchObject([{field: 'password', id: 'minLength'}]);
  });
});

describe('the files', () => {
  it('are those that the answers ask for, with what to do with them', () => {
    const files = (choices: Answers['choices']) =>
      ask(examplesOf(flow, choices)).files.map(({filename, help, next}) => [filename, help, next]);
    const last = ['proxy.json', 'For the proxy in front of the webmail.', undefined];
    expect(files({})).toEqual([
      [
        'postbox.env',
        "Put it beside the container's file.",
        'run --env-file postbox.env --host smtp.example.com',
      ],
      last,
    ]);
    expect(files({place: 'machine'})).toEqual([
      ['postbox.yaml', 'Put it into /etc/postbox.', 'postbox reload'],
      last,
    ]);
    expect(files({place: 'cluster'})).toEqual([
      ['secret.yaml', undefined, 'cluster apply secret.yaml'],
      ['values.yaml', undefined, undefined],
      last,
    ]);
    expect(files({place: 'cluster', login: 'open'})).toEqual([
      ['values.yaml', undefined, undefined],
      last,
    ]);
  });

  it('are written like this: postbox.env', () => {
    expect(writtenFile(flow, 'env')).toBe(`# What this file is for.
POSTBOX_PRODUCT=postbox
POSTBOX_URL=tls://smtp.example.com
POSTBOX_PORT='"465"'

# Without domains nobody gets mail.
POSTBOX_DOMAINS=["example.com", "example.org"]
POSTBOX_POSTMASTER=postmaster@example.com
POSTBOX_SECURITY=tls
POSTBOX_LOGIN=password
POSTBOX_USER=sender
POSTBOX_PASSWORD=k3pt-To_0urselves
POSTBOX_METHOD=plain
POSTBOX_WEBMAIL=https://mail.example.com
POSTBOX_HEALTH=https://mail.example.com/health
POSTBOX_LEVEL=debug
POSTBOX_FOLDER=/var/mail
POSTBOX_ARCHIVE=true
POSTBOX_TERMS=true
POSTBOX_RELAY=relay.example.com
POSTBOX_NOTES=["mail", "smtp.example.com"]
POSTBOX_VERSION=3
`);
  });

  it('are written like this: postbox.yaml', () => {
    const choices = {place: 'machine', security: 'starttls', method: 'digest'};
    const plain = examplesOf(flow, choices);
    const answers = {...plain, values: {...plain.values, relay: '', archive: false}};
    expect(writtenFile(flow, 'server', choices, answers)).toBe(`mail:
  product: postbox
  url: starttls://smtp.example.com
  port: "587"
  # Without domains nobody gets mail.
  domains: ["example.com", "example.org"]
  postmaster: postmaster@example.com
  security: starttls
  authentication: password
  level: debug
  address: https://mail.example.com
  banner: Welcome to smtp.example.com
  folder: /var/mail
  archive: false
  terms: true
  pages:
    # The proxy asks here whether all is well.
    - https://mail.example.com/health
    - https://mail.example.com/login
  login:
    user: sender
    password: k3pt-To_0urselves
    method: digest
limits:
  size: 10
  strict: true
listeners:
  - name: smtp
    host: smtp.example.com
    port: 25
`);
    const open = {place: 'machine', login: 'open', security: 'none'};
    const text = writtenFile(flow, 'server', open);
    expect(text).toContain('port: "25"\n');
    expect(text).toContain('    - https://mail.example.com/login\n  relay: relay.example.com\n');
    expect(text).toContain('\n  - name: web\n    address: https://mail.example.com\n');
    expect(text).not.toContain('login:');
  });

  it('are written like this: secret.yaml and values.yaml', () => {
    expect(writtenFile(flow, 'secret', {place: 'cluster'})).toBe(`kind: Secret
metadata:
  name: postbox
stringData:
  postbox-user: sender
  postbox-password: k3pt-To_0urselves
`);
    const values = writtenFile(flow, 'values', {place: 'cluster'});
    expect(values).toContain('    node: 5d0c8f7e-2a64-4b19-8e3f-c07b96d1a452\n');
    expect(values).toContain(`    login:
      method: plain
      user:
        secretRef: postbox
        secretKey: postbox-user
`);
  });

  it('are written like this: proxy.json', () => {
    const text = writtenFile(flow, 'proxy');
    expect(text).toBe(`{
  "upstream": "https://mail.example.com",
  "health": "https://mail.example.com/health",
  "hosts": ["example.com", "example.org"],
  "place": "container",
  "archive": {
    "everything": true
  },
  "routes": [
    {
      "path": "/login",
      "open": false
    },
    {
      "path": "/health",
      "open": true
    }
  ]
}
`);
    expect(JSON.parse(text)).toMatchObject({archive: {everything: true}});
    const {values, ...rest} = examplesOf(flow);
    const without = writtenFile(flow, 'proxy', {}, {...rest, values: {...values, archive: false}});
    expect(JSON.parse(without)).not.toHaveProperty('archive');
  });

  it('say line by line what is in them', () => {
    const {files} = ask(examplesOf(flow, {}, 'it is'));
    const line = (start: string) => files[0]?.lines.find(({text}) => text.startsWith(start));
    expect(line('POSTBOX_PASSWORD')).toMatchObject({
      text: "POSTBOX_PASSWORD='it is'",
      fields: ['password'],
      pieces: [
        {text: 'POSTBOX_PASSWORD='},
        {text: "'it is'", fields: ['password'], withoutSecrets: '<password>'},
      ],
    });
    expect(line('POSTBOX_SECURITY')).toMatchObject({
      fields: [],
      pieces: [{text: 'POSTBOX_SECURITY='}, {text: 'tls'}],
    });
    // Constants are what every reader sees, with nothing to mark in them.
    expect(line('POSTBOX_SECURITY')?.pieces[1]).toEqual({text: 'tls'});
    expect(line('POSTBOX_VERSION')?.pieces).toEqual([{text: 'POSTBOX_VERSION=3'}]);
    expect(line('POSTBOX_NOTES')?.fields).toEqual(['host']);
    expect(line('# What')).toEqual({
      key: 0,
      text: '# What this file is for.',
      pieces: [{text: '# What this file is for.'}],
      fields: [],
    });
    expect(line('POSTBOX_USER')?.pieces[1]).toEqual({text: 'sender', fields: ['user']});
    expect(files[0]?.lines.find(({text}) => text === '')?.pieces).toEqual([]);
    expect(files[0]?.withoutSecrets).toContain('POSTBOX_PASSWORD=<password>\n');
    expect(files[1]?.withoutSecrets).toBe(files[1]?.text);
  });

  it('keep the keys of their lines, whatever is left out', () => {
    const keys = (choices: Answers['choices'], part: string) =>
      ask(examplesOf(flow, choices)).files[0]?.lines.find(({text}) => text.includes(part))?.key;
    expect(keys({login: 'open'}, 'WEBMAIL')).toBe(keys({}, 'WEBMAIL'));
  });
});

it('asks the smaller flow of the same product the same questions', () => {
  const {questions, fields} = evaluate(proxy.flow);
  expect(questions.map(({choice}) => choice.id)).toEqual(['kind', 'place']);
  expect(fields.map(({field}) => field.id)).toEqual(['token', 'spare', 'title', 'address']);
  expect(proxy.flow.versions).toBe(flow.versions);
});
