/** What the script in the head makes of answers and links: those of before are to be found by it. */
import {expect, test} from 'vitest';
import {readerScript} from '../../src/client/reader-script.js';
import {choiceMark, valueProperty} from '../../src/reader-names.js';

interface Stored {
  readonly choices?: string;
  readonly values?: string;
  readonly hash?: string;
}

/** Runs the script in a page with what is stored, and says what it has set. */
function run({choices, values, hash = ''}: Stored) {
  const properties: {[name: string]: string} = {};
  let marks: string[] = [];
  const root = {
    setAttribute(name: string, value: string) {
      expect(name).toBe('data-flows');
      marks = value.split(' ').filter(Boolean);
    },
    style: {
      setProperty(name: string, value: string) {
        properties[name] = value;
      },
      removeProperty(name: string) {
        delete properties[name];
      },
    },
  };
  const storageOf = (key: string, text: string | undefined) => ({
    getItem: (wanted: string) => (wanted === key ? (text ?? null) : null),
  });
  const window: {__markdocFlows?: () => void; localStorage: object; sessionStorage: object} = {
    localStorage: storageOf('markdoc.choices-site', choices),
    sessionStorage: storageOf('markdoc.values-site', values),
  };
  new Function('document', 'window', 'location', readerScript('-site'))(
    {documentElement: root},
    window,
    {hash},
  );
  return {marks: () => marks, properties, window};
}

test('marks flows and choices, and sets values as texts', () => {
  const {marks, properties} = run({
    choices: '{"mail":{"security":"tls"}}',
    values: '{"mail":{"host":"smtp.example.com","users":["jane","john"],"note":"say \\"x\\""}}',
  });
  expect(marks()).toEqual(['mail', 'mail.security=tls', 'mail', 'mail', 'mail']);
  expect(marks()).toContain(choiceMark('mail', 'security', 'tls'));
  expect(properties).toEqual({
    '--flow-mail-host': '"smtp.example.com"',
    '--flow-mail-host-example': 'none',
    '--flow-mail-users': '"jane, john"',
    '--flow-mail-users-example': 'none',
    '--flow-mail-note': '"say \\"x\\""',
    '--flow-mail-note-example': 'none',
  });
  expect(properties).toHaveProperty([valueProperty('mail', 'host')]);
});

test('marks the flow of a link', () => {
  expect(run({hash: '#flow=mail&security=tls'}).marks()).toEqual(['mail']);
  expect(run({hash: '#a-heading'}).marks()).toEqual([]);
});

test.each([
  '{"mail":{"host":"a\\nb"}}',
  `{"mail":{"host":"${'a'.repeat(2001)}"}}`,
  '{"mail":{"host":""}}',
  '{"mail":{"h;}*{":"x"}}',
])('leaves out what is no value: %s', (values) => {
  expect(run({values}).properties).toEqual({});
});

test.each(['', 'null', '[]', '{', '{"mail":null}'])('%s is no answer, and no error', (text) => {
  expect(run({choices: text, values: text})).toMatchObject({properties: {}});
});

test('forgets what is stored no more when it is called again', () => {
  const {marks, properties, window} = run({values: '{"mail":{"host":"x"}}'});
  window.sessionStorage = {getItem: () => null};
  window.__markdocFlows?.();
  expect([marks(), properties]).toEqual([[], {}]);
});

test('cannot be left by the name of the storage', () => {
  const script = readerScript('-</script>"');
  expect(script).not.toContain('</script>');
  expect(() => new Function(script)).not.toThrow();
});
