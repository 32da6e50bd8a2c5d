import {describe, expect, it} from 'vitest';
import {check, rightFile, told} from './support.js';

const secret = 'Zq7KEPTqZ';

/** What people do to a line without wanting to: its name, what is between, its value. */
const slips: {readonly [slip: string]: (name: string, sign: string, value: string) => string} = {
  'no sign': (name, _, value) => `${name} ${value}`,
  'no sign and no space': (name, _, value) => `${name}${value}`,
  'a space that is none': (name, sign, value) => `${name}${sign.trim()}\u00a0${value}`,
  'a tab': (name, _, value) => `${name}\t${value}`,
  'a semicolon': (name, _, value) => `${name}; ${value}`,
  'a full-width colon': (name, _, value) => `${name}：${value}`,
  'a dash': (name, _, value) => `${name} - ${value}`,
  'no space': (name, sign, value) => `${name}${sign.trim()}${value}`,
  'two signs': (name, sign, value) => `${name}${sign}${sign}${value}`,
  'the other sign': (name, sign, value) => `${name}${sign === '=' ? ': ' : '='}${value}`,
  'a quotation mark before the name': (name, sign, value) => `"${name}${sign}${value}`,
  'a quotation mark behind the name': (name, sign, value) => `${name}"${sign}${value}`,
  'quotation marks around all of it': (name, sign, value) => `"${name}${sign}${value}"`,
  'a quotation mark before the value': (name, sign, value) => `${name}${sign}"${value}`,
  'a quotation mark behind the value': (name, sign, value) => `${name}${sign}${value}'`,
  'the wrong way round': (name, sign, value) => `${value}${sign}${name}`,
  'the wrong way round, without a space': (name, _, value) => `${value}:${name}`,
  'the wrong way round, without a sign': (name, _, value) => `${value} ${name}`,
  'a letter less': (name, sign, value) => `${name.slice(0, -1)}${sign}${value}`,
  'a letter more': (name, sign, value) => `${name}s${sign}${value}`,
  'two letters swapped': (name, sign, value) =>
    `${name.slice(0, -2)}${name.at(-1)}${name.at(-2)}${sign}${value}`,
  'no name': (_, sign, value) => `${sign}${value}`,
  'the value alone': (_, __, value) => value,
  'another name': (_, sign, value) => `app${sign}${value}`,
  'an item': (_, __, value) => `- ${value}`,
  'a name in braces': (name, sign, value) => `{${name}${sign}${value}}`,
  'a name with a dot': (name, sign, value) => `oidc.${name}${sign}${value}`,
  'the value twice': (name, sign, value) => `${name}${sign}${value}\n${value}${sign}${name}`,
};

describe.each(['env', 'server', 'secret'])('a slip in the line of the secret: %s', (file) => {
  const lines = rightFile('auth0', file).split('\n');
  const index = lines.findIndex((line) => /secret['"]?[:=]/i.test(line) && !/^\w*:$/.test(line));
  const [, indent = '', name = '', sign = ''] =
    /^(\s*)([\w-]+)(=|: )/.exec(lines[index] ?? '') ?? [];

  it.each(Object.keys(slips))('%s', (slip) => {
    const line = `${indent}${slips[slip]?.(name, sign, secret)}`.replaceAll('\n', `\n${indent}`);
    const result = check('auth0', lines.with(index, line).join('\n'));
    expect(told(result).join('\n')).not.toContain(secret);
    expect(JSON.stringify(result.findings)).not.toContain(secret);
    expect(result.lines.join('\n')).not.toContain(secret);
    if (!result.answers.secrets?.clientSecret?.endsWith(secret))
      expect(result.findings).not.toEqual([]);
  });
});
