/** What becomes of `$flows` in a page, and where it may not stand. */
import {describe, expect, test} from 'vitest';
import {checkPage, compilePage} from '../support/page.js';
import {temporaryFolder} from '../support/temporary-folder.js';

const mail = `title: Send mail
choices:
  security:
    label: Security
    options:
      tls: {label: TLS from the start, recommended: Nothing is sent in clear text.}
      none: {label: None}
fields:
  host: {label: Mail server, example: smtp.example.com, value: {type: string, format: hostname}}
  users: {label: Users, example: [jane], value: {type: array, items: {type: string}}}
  password: {label: Password, secret: true, example: x, value: {type: string}}
files:
  env:
    name: mail.env
    format: dotenv
    content: {URL: "\${security}://\${host}", USERS: "\${users}", PASSWORD: "\${password}"}
`;

const options = () => ({flows: temporaryFolder({'mail.yaml': mail})});
const problemsOf = async (source: string) =>
  (await checkPage(source, options())).map(({rule, message, help}) => [rule, message, help]);
const compiled = async (source: string) => String(await compilePage(source, options()));
const fence = (text: string) => `~~~bash\n${text}\n~~~`;

describe('in the text', () => {
  test('a field becomes an element with its example', async () => {
    const page = await compiled('Use {% $flows.mail.host %}.');
    expect(page).toContain('from "@theme/FlowValue"');
    expect(page).toContain('"example": "smtp.example.com"');
    expect(page).not.toContain('mail.yaml');
  });

  test.each([
    ['$flows.mial.host', "Undefined variable: 'flows.mial.host'", "Did you mean 'mail'?"],
    ['$flows.mail.hosst', "Undefined variable: 'flows.mail.hosst'", "Did you mean 'host'?"],
    ['$flows.mail.host.x', "Undefined variable: 'flows.mail.host.x'", "Did you mean 'host'?"],
    ['$flows.mail', "Undefined variable: 'flows.mail'", 'There are security, host, users.'],
    ['$flows', "Undefined variable: 'flows'", 'There are mail.'],
  ])('%s is undefined', async (variable, message, help) => {
    expect(await problemsOf(`Use {% ${variable} %}.`)).toEqual([
      ['variable-undefined', message, help],
    ]);
  });

  test.each([
    ['{% $flows.mail.password %}', "'flows.mail.password' is a secret"],
    ['{% $flows.mail.security %}', "'security' is a choice, and no text"],
    ['{% default($flows.mail.host, "x") %}', 'A function has a value that the reader enters'],
    ['# A {% id=$flows.mail.host %}', "Attribute 'id' has a value that the reader enters"],
    ['{% note title=$flows.mail.host %}x{% /note %}', "Attribute 'title' has a value that the"],
    ['{% image src=$flows.mail.host alt="" /%}', "Attribute 'src' has a value that the reader"],
  ])('%s is refused', async (source, message) => {
    expect(await problemsOf(source)).toEqual(
      expect.arrayContaining([
        ['value-at-run-time', expect.stringContaining(message), expect.any(String)],
      ]),
    );
  });
});

describe('in a fence', () => {
  test('the example stands in the fence, and the element around it knows where', async () => {
    const page = await compiled(fence('ping {% $flows.mail.host %}'));
    expect(page).toContain('from "@theme/FlowFence"');
    expect(page).toContain('children: "ping smtp.example.com\\n"');
    expect(page).toContain('text: ["ping ", {');
  });

  test.each(['bash {% process=false %}', 'markdoc'])('“%s” shows the tag', async (info) => {
    const page = await compiled(`~~~${info}\n{% $flows.mail.host %}\n~~~`);
    expect(page).not.toContain('@theme/FlowFence');
    expect(page).toContain('{% $flows.mail.host %}');
  });

  test.each([
    ['{% $flows.mail.hosst %}', "Undefined variable: 'flows.mail.hosst'"],
    ['{% $flows.mail.password %}', "'flows.mail.password' is a secret"],
    ['{% $flows.mail.users %}', 'A fence can show single values'],
    ['{% if $flows.mail.host %}x{% /if %}', 'A fence can show single values'],
    ['{% debug($flows.mail.host) %}', 'A fence can show single values'],
  ])('%s is refused', async (text, message) => {
    expect(await problemsOf(fence(text))).toEqual([
      [expect.any(String), expect.stringContaining(message), expect.any(String)],
    ]);
  });
});

describe('in a condition', () => {
  const tls = 'equals($flows.mail.security, "tls")';

  test('both branches are in the page, each with the states in which it is hidden', async () => {
    const page = await compiled(`{% if ${tls} %}\n\nA\n\n{% else /%}\n\nB\n\n{% /if %}`);
    const [, first = '', second = ''] = page.split(/_jsx\(MarkdocFlowBranch/).map(String);
    expect(first).toContain('"html[data-flows][data-flows~=\\"mail.security=none\\"]"');
    expect(first).toContain('label: "TLS from the start"');
    // What is recommended holds where nothing was chosen.
    expect(second).toContain(
      '"html[data-flows]:not([data-flows~=\\"mail.security=tls\\"]):not([data-flows~=\\"mail.security=none\\"])"',
    );
    expect(second).toContain('label: "None"');
  });

  test('what the build knows is decided there', async () => {
    const page = await compiled(`{% if false %}\n\nA\n\n{% else ${tls} /%}\n\nB\n\n{% /if %}`);
    expect(page.match(/_jsx\(MarkdocFlowBranch/g)).toHaveLength(1);
  });

  test.each([
    ['equals($flows.mail.security, "tsl")', 'attribute-value-invalid', 'This branch is never'],
    ['$flows.mail.host', 'value-at-run-time', "'host' is no choice"],
    ['$flows.mail.password', 'value-at-run-time', "'flows.mail.password' is a secret"],
    ['$flows.mail.securty', 'variable-undefined', "Undefined variable: 'flows.mail.securty'"],
    [`and($page.title, ${tls})`, 'value-at-run-time', 'A condition cannot ask both'],
  ])('%s is refused', async (condition, rule, message) => {
    expect(await problemsOf(`{% if ${condition} %}\n\nA\n\n{% /if %}`)).toEqual([
      [rule, expect.stringContaining(message), expect.any(String)],
    ]);
  });

  test('one that never holds is told to name an option', async () => {
    const [problem] = await problemsOf(
      '{% if equals($flows.mail.security, "tsl") %}\n\nA\n\n{% /if %}',
    );
    expect(problem?.[2]).toBe(
      'Correct the condition: a choice is one of its options, by their ids in the flow.',
    );
  });

  test.each([
    ["'step'", '{% steps %}', '{% step title="A" %}\nB\n{% /step %}', '{% /steps %}', 'step'],
    ["'card'", '{% cards %}', '{% card title="A" href="/a" /%}', '{% /cards %}', 'card'],
    ["'tab'", '{% tabs %}', '{% tab label="A" %}\nB\n{% /tab %}', '{% /tabs %}', 'tab'],
    ['row', '{% table %}\n- A\n---', '- B', '{% /table %}', 'cells'],
  ])('%s cannot depend on it', async (part, before, inside, after, place) => {
    const problem = [
      'value-at-run-time',
      `Only the reader's page knows whether there is this ${part}`,
      `Put the condition into the ${place}.`,
    ];
    const under = (condition: string) => `{% if ${condition} %}\n${inside}\n{% /if %}`;
    const around = (text: string) => `${before}\n${text}\n${after}`;
    expect(await problemsOf(around(under(tls)))).toEqual([problem]);
    const nested = `{% if true %}\n${under(tls)}\n{% /if %}`;
    expect(await problemsOf(around(nested))).toEqual([problem]);
    expect(await problemsOf(around(under('true')))).toEqual([]);
  });

  test('a condition about the page is as before', async () => {
    expect(await compiled('{% if $page.title %}\n\nA\n\n{% /if %}')).toContain('MarkdocIf');
  });
});
