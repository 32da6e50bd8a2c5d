// biome-ignore-all lint/suspicious/noTemplateCurlyInString: env files refer to variables like that.
/** A right file passes without a remark, whatever the answers are. That no text makes the check fail is the engine's to test. */
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {anyValue, runs} from '../../plugin/test/flow/fuzz.js';
import {type Answers, evaluate} from './engine.js';
import {check, examples, flowFile, flows, rightFile, secret, told} from './support.js';

/** Client ID, secret and administrators: what breaks configurations. */
const awkward = [
  ['yes', 'null', ['no', '~', 'on']],
  ['00123', '1e3', ['007', '12:30:45', '0x1F']],
  [`it's`, `'"`, [`o'neil`, '"x"', '`y`']],
  ['a: b #c', `p'w"d$HOME\\n\\\\#x: y`, ['$a', '#b', '\\', '[c]']],
  ['- x', '{a: [b]}', ['&a', '*a', '!a', '|', '>', '%']],
  ['C:\\new\\', '\\\\', ['a\\']],
  ['ключ', '🎉\u00a0пароль', ['josé', '🎉']],
  ['<a>', '{b}', ['"', "'"]],
  ['x"', "x'", ['a,b']],
  ['KEY=value', '// no comment', ['=']],
  ['my-app', 'my_secret', ['my_user', 'my-admin']],
] as const;

function everyChoice(id: string): Answers['choices'][] {
  const deployments = ['docker', 'bare-metal', 'kubernetes'];
  const clientTypes = id === 'jwt-keys' ? [undefined] : ['public', 'confidential'];
  return clientTypes.flatMap((clientType) =>
    deployments.map((deployment) => ({deployment, ...(clientType && {clientType})})),
  );
}

const combinations = flows.flatMap(({id}) => everyChoice(id).map((choices) => ({id, choices})));

describe('a right file passes without a remark', () => {
  it('in all 33 combinations', () => expect(combinations).toHaveLength(33));

  it.each(combinations)('$id $choices', ({id, choices}) => {
    const plain = examples(id, choices);
    const all: Answers[] = [plain, {...plain, values: {...plain.values, selfSignup: false}}];
    for (const [clientId, clientSecret, admins] of id === 'jwt-keys' ? [] : awkward) {
      all.push({
        choices: choices ?? {},
        values: {...plain.values, clientId, admins},
        secrets: {clientSecret},
      });
    }
    for (const answers of all) {
      const {problems, files, questions} = evaluate(flowFile(id).flow, answers);
      expect(problems).toEqual([]);
      for (const file of files) {
        const result = check(id, file.text);
        expect(told(result), file.text).toEqual([]);
        expect(result.recognised?.file).toBe(file.id);
        expect(result.recognised?.choices).toEqual(
          Object.fromEntries(questions.map(({choice, value}) => [choice.id, value])),
        );
        // The answers come back as they were.
        const used = new Set(file.lines.flatMap(({fields}) => fields));
        for (const [field, value] of Object.entries(result.answers.values ?? {})) {
          expect(value).toEqual(answers.values?.[field]);
          used.delete(field);
        }
        for (const [field, value] of Object.entries(result.answers.secrets ?? {})) {
          expect(value).toEqual(answers.secrets?.[field]);
          used.delete(field);
        }
        expect([...used]).toEqual([]);
      }
    }
  });

  it.each(['my-realm', 'your-realm', 'my_realm'])('for the realm %s', (realm) => {
    const plain = examples('keycloak', {deployment: 'bare-metal', clientType: 'public'});
    const {files} = evaluate(flowFile('keycloak').flow, {
      ...plain,
      values: {...plain.values, realm},
    });
    const result = check('keycloak', files[0]?.text ?? '');
    expect(told(result)).toEqual([]);
    expect(result.answers.values).toMatchObject({realm});
  });

  it('for any client ID and secret', () => {
    const {flow} = flowFile('auth0');
    const file = fc.constantFrom('docker', 'bare-metal', 'kubernetes');
    fc.assert(
      fc.property(file, anyValue, anyValue, (deployment, clientId, clientSecret) => {
        const plain = examples('auth0', {deployment, clientType: 'confidential'});
        const answers = {...plain, values: {...plain.values, clientId}, secrets: {clientSecret}};
        const {complete, files} = evaluate(flow, answers);
        for (const {text} of complete ? files : [])
          expect(told(check('auth0', text)), text).toEqual([]);
      }),
      {numRuns: Math.min(runs, 1000), seed: 5},
    );
  });
});

describe('the rest of a file', () => {
  it('is not for the check, in an env file', () => {
    const certificate = ['-----BEGIN CERTIFICATE-----', 'MIIBszCC', 'qqqWWW==', '-----END'];
    const more = [
      'FOO={"a": 1}',
      'PASS=*star',
      'BAR=@x',
      'LOGF=%d{ISO}',
      'REF=${HOME}/x',
      'PATH=${PATH}:$HOME/bin',
      'SIZE=15"',
      'JAVA_OPTS=-Da=b ONE_MORE=c',
      `CERTIFICATE="${certificate.join('\n')}"`,
      `JSON='{\n  "a": 1\n}'`,
    ].join('\n');
    expect(
      told(check('auth0', `${more}\n${rightFile('auth0', 'env')}${more.replace(/^/gm, '# ')}`)),
    ).toEqual([]);
  });

  it('may hold what the flow does not write, in an env file', () => {
    const more = `OIDC_CUSTOM_PARAMS={}\nOIDC_USE_NONCE=true\nOIDC_MAX_AGE=\nOIDC_PROMPT_TYPE='a$b'\n`;
    expect(told(check('auth0', rightFile('auth0', 'env') + more))).toEqual([]);
    const double = rightFile('auth0', 'env').replace(secret, () => 'a$$b');
    expect(told(check('auth0', double))).toEqual([]);
    expect(check('auth0', double).answers.secrets).toEqual({clientSecret: 'a$b'});
  });
});

describe('a Secret with data', () => {
  const encoded = (text: string) => Buffer.from(text).toString('base64');
  const manifest = rightFile('auth0', 'secret')
    .replace('stringData', 'data')
    .replace(/(client-id: )(.*)/, (_, key, id) => key + encoded(id))
    .replace(/(client-secret: )(.*)/, (_, key) => key + encoded('pä$$: x'));

  it('is right where the values are encoded', () => {
    const result = check('auth0', manifest.replace(/(?<=secret: ).*/, encoded("'pä$$: x'")));
    expect(told(result)).toEqual([]);
    expect(result.answers.secrets).toEqual({clientSecret: 'pä$$: x'});
  });

  it.each([
    [
      /(?<=client-secret: ).*/,
      secret,
      '8 needs-base64: “openmetadata-oidc-client-secret” must be encoded with base64, as everything under “data” is. → Write what this prints: printf %s VALUE | base64',
    ],
    [
      /.*client-secret: .*\n/,
      '',
      '6 missing-answer-below: “openmetadata-oidc-client-secret” is missing under “data”. → Add it, with the Client secret (base64). In the Auth0 dashboard: Applications, Applications, your application, Settings, Basic Information, Client Secret.',
    ],
    [
      /openmetadata-oidc-client-secret/,
      'openmetadata-client-secret',
      '8 misspelt-key: There is no key “openmetadata-client-secret” here. → Write it like this: openmetadata-oidc-client-secret',
    ],
    [
      /$/,
      '  more: YWJj\n',
      '9 unknown-key: There is no key “more” here. → Remove it, or look its name up.',
    ],
  ])('is checked: %s', (from, to, expected) => {
    const right = manifest.replace(/(?<=secret: ).*/, encoded('abc'));
    const result = check('auth0', right.replace(from, to));
    expect(told(result)).toEqual([expected]);
    expect(JSON.stringify([result.lines, result.findings])).not.toContain(secret);
  });
});

describe('secrets', () => {
  it.each([
    ['env', rightFile('auth0', 'env')],
    ['server', rightFile('auth0', 'server')],
    ['secret', rightFile('auth0', 'secret')],
    [
      'env, broken',
      `OIDC_CLIENT_SECRET "${secret}"\nOIDC_CLIENT_SECRET: '${secret}\nAUTHENTICATION_PROVIDER=auth0`,
    ],
    ['a public client', `${rightFile('auth0', 'env', 'public')}OIDC_CLIENT_SECRET=${secret}`],
    [
      'yaml, in several lines',
      rightFile('auth0', 'server').replace(/secret: .*/, `secret: >-\n      ${secret}`),
    ],
    ['yaml, not closed', rightFile('auth0', 'server').replace(/secret: .*/, `secret: "${secret}`)],
    ['yaml, no space', rightFile('auth0', 'server').replace(/secret: .*/, `secret:"${secret}"`)],
    ['yaml, an alias', rightFile('auth0', 'server').replace(/secret: .*/, `secret: *${secret}`)],
    ['twice', `# ${secret}\n${rightFile('auth0', 'env')}`],
    ['of others', `DB_USER_PASSWORD=${secret}\n${rightFile('auth0', 'env')}`],
    ['commented out', `#OIDC_CLIENT_SECRET=${secret}\n  # secret: ${secret}\nhello: world`],
    [
      'of other names',
      `FERNET_KEY=${secret}\nSSH_KEY="${secret}"\nDB_CONN=mysql://u:${secret}@h/db`,
    ],
    ['on one line with others', `    id: abc secret: ${secret}\n`],
    [
      'in a quote over lines',
      `privateKey: "-----BEGIN\n  qqqWWW==\n  Proc-Type: 4\n  ${secret}\n  -----END"\nhello: world`,
    ],
    ['in a block over lines', `a:\n  privateKey: |\n    qqqWWW==\n\n    b: ${secret}\n  c: d`],
    [
      'pasted for something else too',
      rightFile('auth0', 'env')
        .replace(/_CLIENT_ID=.*/, `_CLIENT_ID=${secret}`)
        .replace(/(AUTHORIZER_PRINCIPAL_DOMAIN)=.*/, `$1=${secret} x`)
        .replace(/(AUTHENTICATION_AUTHORITY)=.*/, `$1=https://${secret}/`),
    ],
    ['another file', `password: ${secret}\nhello: world`],
  ])('are neither in what is shown nor in what is said: %s', (_, text) => {
    const {findings, lines, recognised} = check('auth0', text);
    expect(text).toContain(secret);
    expect(JSON.stringify({findings, lines, recognised})).not.toContain(secret);
  });

  it('hide nothing else', () => {
    for (const file of ['env', 'server', 'values', 'secret']) {
      const text = rightFile('auth0', file);
      const hidden = check('auth0', text).lines.filter((line) => line.includes('••••'));
      expect(hidden.length, file).toBe(file === 'values' ? 0 : 1);
    }
    const lines = check('auth0', `# secret: a\nkeyId: b\nsecretKey: c\nurl: https://h:1/@x`).lines;
    expect(lines.slice(1)).toEqual(['keyId: b', 'secretKey: c', 'url: https://h:1/@x']);
  });
});

describe('of a file without answers, every line with a placeholder is told', () => {
  it.each(combinations)('$id $choices', ({id, choices = {}}) => {
    for (const {lines, text} of evaluate(flowFile(id).flow, {choices}).files) {
      const open = lines.flatMap(({pieces}, index) =>
        pieces.some(({missing}) => missing) ? index + 1 : [],
      );
      const {findings} = check(id, text);
      const told = findings.flatMap(({rule, line}) => (rule === 'placeholder' ? line : []));
      expect([...new Set(told)].sort((a, b) => a - b)).toEqual(open);
    }
  });
});
