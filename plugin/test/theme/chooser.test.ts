/** The parts of a chooser, as the server writes them. */
import Chooser from '@theme/FlowChooser';
import Code from '@theme/FlowChooser/Code';
import Field from '@theme/FlowChooser/Field';
import Fields from '@theme/FlowChooser/Fields';
import Files from '@theme/FlowChooser/Files';
import Questions from '@theme/FlowChooser/Questions';
import Static from '@theme/FlowChooser/Static';
import Status from '@theme/FlowChooser/Status';
import {describe, expect, test, vi} from 'vitest';
import {after, enter, flow, html, partsOf, textOf} from './support.js';

describe('a question', () => {
  test('has its help, and for each option what it is about', () => {
    const markup = html(Questions, partsOf(after()));
    expect(textOf(markup)).toBe(
      'Security How the server is spoken to. TLS Encrypted. Recommended It is safer. None',
    );
  });

  test('is answered as the reader has chosen', () => {
    const chosen = after({type: 'choose', choice: 'security', option: 'none'});
    expect(html(Questions, partsOf(chosen))).toMatch(
      /value="none"[^>]*checked=""|checked=""[^>]*value="none"/,
    );
  });

  test('is not asked where the page has decided', () => {
    const state = after({type: 'reset', fixed: {security: 'none'}});
    expect(html(Questions, partsOf(state))).toBe('');
  });
});

describe('a field', () => {
  const fieldOf = (id: string, more: object = {}) => {
    const field = flow.fields.find((each) => each.id === id);
    if (!field) throw new Error(id);
    const props = {id: `c-${id}`, field, input: '', message: '', longest: '', shown: false};
    return html(Field, {...props, dispatch: vi.fn(), ...more});
  };

  test.each([
    ['host', '<input id="c-host"', 'type="text" name="host"'],
    ['password', '<input id="c-password"', 'type="password" name="password"'],
    ['users', '<textarea id="c-users" name="users"', 'rows="1"'],
    ['level', '<select id="c-level" name="level"', '<option>high</option>'],
    ['strict', '<input id="c-strict"', 'type="checkbox" name="strict"'],
  ])('%s has an input of its kind', (id, ...parts) => {
    for (const part of parts) expect(fieldOf(id)).toContain(part);
  });

  test('says where its value is found, and that it is optional', () => {
    expect(textOf(fieldOf('level'))).toContain('Where do I find this? In the manual.');
    expect(textOf(fieldOf('users'))).toContain('Users (optional)');
  });

  test('has its example as a placeholder, unless it is a secret', () => {
    expect(fieldOf('host')).toContain('placeholder="e.g. smtp.example.com"');
    expect(fieldOf('password')).not.toContain('placeholder');
  });

  test('never has a secret in the HTML, shown or not', () => {
    expect(fieldOf('password', {input: 'SENTINEL'})).not.toContain('SENTINEL');
    const shown = fieldOf('password', {input: 'SENTINEL', shown: true});
    expect(shown).not.toContain('SENTINEL');
    expect(shown).toContain('aria-checked="true"');
  });

  test('is invalid where something is wrong with it, and says what', () => {
    const markup = fieldOf('host', {message: 'Wrong.', input: 'a b'});
    expect(markup).toContain('aria-invalid="true"');
    expect(markup).toMatch(/id="c-host-message"[^>]*>Wrong\.</);
    expect(fieldOf('host')).toContain('aria-invalid="false"');
  });
});

describe('fields', () => {
  const fields = (...actions: Parameters<typeof after>) =>
    textOf(html(Fields, {...partsOf(after(...actions)), onFocus: vi.fn()}));
  const wrong = 'Enter the host name alone';

  test('say what is wrong only once the reader has left them', () => {
    const typed = enter('host', 'https://x');
    expect(fields(typed)).not.toContain(wrong);
    expect(fields(typed, {type: 'touch', field: 'host'})).toContain(wrong);
  });
});

describe('files', () => {
  test('are tabs, the first of which is open, with its command', () => {
    const markup = html(Files, partsOf(after(enter('host', 'smtp.example.com'))));
    expect(markup).toMatch(/aria-selected="true"[^>]*tabs__item--active"[^>]*>mail\.env</);
    expect(markup).toMatch(/aria-selected="false"[^>]*tabs__item"[^>]*>mail\.yaml</);
    expect(textOf(markup)).toContain('For the service.');
    expect(textOf(markup)).toContain('Then run: restart smtp.example.com');
  });

  test('mark the lines of the field in which the reader is, and those that the last change touched', () => {
    const marked = (focused?: string, ...actions: Parameters<typeof after>) =>
      html(Files, partsOf(after(...actions), focused))
        .split('flow-chooser__marked')
        .slice(1)
        .map((line) => textOf(`<${line}`.split('</div>')[0] ?? ''));
    expect(marked()).toEqual([]);
    expect(marked('password')).toEqual([expect.stringContaining('PASSWORD')]);
    expect(marked(undefined, enter('host', 'a.example'))).toEqual([
      expect.stringContaining('a.example'),
    ]);
  });

  test('can be copied without their secrets where they have some', () => {
    const copies = (...actions: Parameters<typeof after>) =>
      textOf(html(Files, partsOf(after(...actions)))).includes('Copy without secrets');
    expect(copies()).toBe(false);
    expect(copies(enter('password', 'SENTINEL'))).toBe(true);
  });

  test('show a secret as dots, until the reader wants to see it', () => {
    const code = (shown: boolean) => {
      const state = after(enter('password', 'SENTINEL'));
      const [file] = state.evaluation.files;
      if (!file) throw new Error('There is no file');
      return textOf(html(Code, {file, marked: [], shown}));
    };
    expect(code(false)).toContain('••••••••');
    expect(code(false)).not.toContain('SENTINEL');
    expect(code(true)).toContain('SENTINEL');
  });
});

test.each([
  [[], 'alert--secondary'],
  [[enter('host', 'a.example'), enter('password', 'xx'), enter('level', 'low')], 'alert--success'],
] as const)('the status says whether the files can be used: %#', (actions, kind) => {
  const parts = partsOf(after(...actions));
  const markup = html(Status, parts);
  expect(markup).toContain(kind);
  expect(textOf(markup)).toBe(parts.status);
});

describe('a chooser', () => {
  const markup = html(Chooser, {flow, check: vi.fn()});

  test('has all of its parts', () => {
    const text = textOf(markup);
    for (const part of [
      'Mail',
      'How mail is sent.',
      'Security',
      'Host',
      'values to go',
      'mail.env',
      'Check an existing file',
      'For version 2.',
      'Forget my values',
    ]) {
      expect(text).toContain(part);
    }
  });

  test('brings its styles along, once', () => {
    expect(markup.split('.flow-chooser__form {')).toHaveLength(2);
  });

  test('keeps its own form, and no other, out of sight while it waits for what the reader has entered', () => {
    expect(markup).toContain(
      '[data-flows~="flow"] [data-flow-chooser="flow"]>.flow-chooser__form{animation:',
    );
    expect(markup).not.toMatch(/__form\{visibility/);
  });

  test('has no check where there is none', () => {
    expect(textOf(html(Chooser, {flow}))).not.toContain('Check an existing file');
  });

  test('shows every combination to those who have no JavaScript', () => {
    const text = textOf(html(Static, {flow}));
    expect(text).toContain('TLS mail.env For the service.');
    expect(text).toContain('None mail.env');
    expect(textOf(html(Static, {flow, fixed: {security: 'none'}}))).not.toContain('TLS');
  });
});
