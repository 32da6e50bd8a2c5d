// biome-ignore-all lint/suspicious/noTemplateCurlyInString: references of flow files look like that.
/** For which choices a file is: what it says itself, and what else is in it. */
import {describe, expect, it} from 'vitest';
import {checkFile} from '../../src/flow/check-file/index.js';
import {flowOf} from '../flow/support.js';
import {told} from './support.js';

const mail = flowOf(`
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

const check = (...lines: string[]) => checkFile(mail, {}, `${lines.join('\n')}\n`);

describe('the choice of a file is', () => {
  it.each([
    ['tls', 'MAIL_URL=tls://smtp.example.com', 'MAIL_PORT=465'],
    ['starttls', 'MAIL_URL=starttls://smtp.example.com', 'MAIL_PORT=587', 'MAIL_STARTTLS=true'],
  ])('%s in a right file', (security, ...lines) => {
    const result = check(...lines);
    expect(result.recognised?.choices).toEqual({security});
    expect(told(result)).toEqual([]);
  });

  it.each([
    ['tls', 'MAIL_URL=tls://smtp.example.com', 'MAIL_PORT=587', 'MAIL_STARTTLS=true'],
    ['starttls', 'MAIL_URL=starttls://smtp.example.com', 'MAIL_PORT=465'],
  ])('%s where it says so as a part of a value', (security, ...lines) => {
    expect(check(...lines).recognised?.choices).toEqual({security});
  });

  it('starttls where the port says so', () => {
    const result = check('MAIL_URL=smtp.example.com', 'MAIL_PORT=587');
    expect(result.recognised?.choices).toEqual({security: 'starttls'});
  });
});

it('tells what is missing for the choice that the file states', () => {
  expect(told(check('MAIL_URL=starttls://smtp.example.com', 'MAIL_PORT=587'))).toEqual([
    '2 missing-key: “MAIL_STARTTLS” is missing. → Add: MAIL_STARTTLS=true',
  ]);
});
