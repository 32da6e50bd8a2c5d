// biome-ignore-all lint/suspicious/noTemplateCurlyInString: references of flow files look like that.
/** How values are written: the most readable spelling that all readers read alike. */
import {describe, expect, it} from 'vitest';
import {encode, shellWord} from '../engine.js';

describe('YAML', () => {
  it.each([
    // What is plain for every version of YAML stays plain.
    ['auth0', 'auth0'],
    [
      'https://acme.eu.auth0.com/.well-known/jwks.json',
      'https://acme.eu.auth0.com/.well-known/jwks.json',
    ],
    ['http://localhost:8585', 'http://localhost:8585'],
    ['openid email profile', 'openid email profile'],
    ['7f3c1d52-4b8e-4c0a-9d26-51e8a0b7c943', '7f3c1d52-4b8e-4c0a-9d26-51e8a0b7c943'],
    ['3819-h7k.apps.googleusercontent.com', '3819-h7k.apps.googleusercontent.com'],
    ['<client-id>', '<client-id>'],
    // What some version takes for something else gets quotes.
    ['yes', '"yes"'],
    ['n', '"n"'],
    ['null', '"null"'],
    ['~', '"~"'],
    ['', '""'],
    ['00123', '"00123"'],
    ['012', '"012"'],
    ['0o17', '"0o17"'],
    ['1e3', '"1e3"'],
    ['12:30:45', '"12:30:45"'],
    ['2026-01-01', '"2026-01-01"'],
    ['=', '"="'],
    ['<<', '"<<"'],
    ['a: b', '"a: b"'],
    ['a:', '"a:"'],
    ['x #y', '"x #y"'],
    // A number to YAML 1.1, whose digits before the exponent may be missing.
    ['e0', '"e0"'],
    [' a', '" a"'],
    ['a  b', '"a  b"'],
    ["it's", '"it\'s"'],
    ['🎉', '"🎉"'],
    ['\ufeffa', '"\\ufeffa"'],
    // Between its ends, what is plain has what no indicator starts with.
    ['/etc/a_b.c@d%e+f~g=h?i&j<k>l-m', '/etc/a_b.c@d%e+f~g=h?i&j<k>l-m'],
    ['a:b:c d e:f', 'a:b:c d e:f'],
    ['<a', '<a'],
    ['<', '"<"'],
    ['<1>', '"<1>"'],
    [':a', '":a"'],
    ['a:', '"a:"'],
    ['a ', '"a "'],
    ['a::b', '"a::b"'],
    ['a: b', '"a: b"'],
    ['a :b', '"a :b"'],
    ['a,b', '"a,b"'],
    ['a[b', '"a[b"'],
    ['a#b', '"a#b"'],
    ['a!b', '"a!b"'],
    ['-a', '"-a"'],
    ['.a', '".a"'],
    ['%a', '"%a"'],
    ['@a', '"@a"'],
    ['?a', '"?a"'],
    ['&a', '"&a"'],
    ['_a', '"_a"'],
    ['`a`', '"`a`"'],
    ['é', '"é"'],
    // Words: whole, and in any case.
    ['y', '"y"'],
    ['Y', '"Y"'],
    ['No', '"No"'],
    ['TRUE', '"TRUE"'],
    ['false', '"false"'],
    ['On', '"On"'],
    ['off', '"off"'],
    ['yes sir', 'yes sir'],
    ['oh no', 'oh no'],
    ['nothing', 'nothing'],
    ['nullable', 'nullable'],
    ['e+1', '"e+1"'],
    ['E-1_0', '"E-1_0"'],
    ['e1x', 'e1x'],
    ['e', 'e'],
    ['e-x', 'e-x'],
    ['ae1', 'ae1'],
    // UUIDs are no numbers; what is longer may be one, or have a comment behind it.
    ['12345678-1234-1234-1234-123456789012', '12345678-1234-1234-1234-123456789012'],
    ['ABCDEF12-1234-1234-1234-123456789012', 'ABCDEF12-1234-1234-1234-123456789012'],
    ['1BCDEF12-1234-1234-1234-12345678901A', '1BCDEF12-1234-1234-1234-12345678901A'],
    ['12345678-1234-1234-1234-123456789012: x', '"12345678-1234-1234-1234-123456789012: x"'],
    ['12345678-1234-1234-1234-123456789012 #x', '"12345678-1234-1234-1234-123456789012 #x"'],
    ['- 12345678-1234-1234-1234-123456789012', '"- 12345678-1234-1234-1234-123456789012"'],
    ['12345678-1234-1234-1234-1234567890123', '"12345678-1234-1234-1234-1234567890123"'],
    ['012345678-1234-1234-1234-123456789012', '"012345678-1234-1234-1234-123456789012"'],
    ['12345678-1234-1234-1234', '"12345678-1234-1234-1234"'],
    // With a letter that no number has.
    ['1g', '1g'],
    ['1y', '1y'],
    ['1z', '"1z"'],
    ['1-2_3.4k5', '1-2_3.4k5'],
    ['1G', '1G'],
    ['1a', '"1a"'],
    ['1t', '"1t"'],
    ['1o1', '"1o1"'],
    ['1x1', '"1x1"'],
    ['1g:2', '"1g:2"'],
    ['1g #a', '"1g #a"'],
    ['-1g', '"-1g"'],
    ['1g.', '1g.'],
    // What is not to be seen is escaped.
    ['a\0b', '"a\\x00b"'],
    ['a\tb', '"a\\x09b"'],
    ['a\nb', '"a\\x0ab"'],
    ['\x1f', '"\\x1f"'],
    ['\x7f', '"\\x7f"'],
    ['\x9f', '"\\x9f"'],
    ['\xa0', '"\xa0"'],
    ['\u2028', '"\\u2028"'],
    ['\u2029', '"\\u2029"'],
    ['\ufeffa\ufeff', '"\\ufeffa\\ufeff"'],
    ['\ufffe', '"\\ufffe"'],
    ['\uffff', '"\\uffff"'],
    ['"\n', '"\\"\\x0a"'],
    // Single quotes only where double quotes would need backslashes.
    ['say "hi"', '\'say "hi"\''],
    ['a\\b', "'a\\b'"],
    [`'"`, `"'\\""`],
    [true, 'true'],
    [10, '10'],
    [null, 'null'],
    [['a', 'yes', true], '["a", "yes", true]'],
    [[], '[]'],
    [['"', 'a\\'], '["\\"", "a\\\\"]'],
    [[1, null, false], '[1, null, false]'],
  ] as const)('writes %j as %s', (value, text) => {
    expect(encode('yaml', value)).toBe(text);
  });
});

describe('YAML inside YAML', () => {
  it.each([
    ['abc', 'abc'],
    ['00123', `'"00123"'`],
    [`'"`, `"\\"'\\\\\\"\\""`],
    ['a\\b', `"'a\\\\b'"`],
    ['a\nb', `'"a\\x0ab"'`],
    [['a', 'b'], `'["a", "b"]'`],
    [true, '"true"'],
    [null, '"null"'],
  ] as const)('writes %j as %s', (value, text) => {
    expect(encode('yaml', value, 'yaml')).toBe(text);
  });
});

describe('dotenv', () => {
  it.each([
    ['abc', 'abc'],
    ['', ''],
    ['https://a.b/c?d=e', 'https://a.b/c?d=e'],
    ['a b', "'a b'"],
    ['a#b', "'a#b'"],
    ['$HOME', "'$HOME'"],
    ["it's", `"it's"`],
    ['say "hi"', `'say "hi"'`],
    [`a'b"c`, `a'b"c`],
    ['a\\b', "'a\\b'"],
    ['a\\', 'a\\'],
    [true, 'true'],
    [['a', 'b'], '["a","b"]'],
    ['a"b', `'a"b'`],
    ["a'b", `"a'b"`],
    ['a`b', "'a`b'"],
    ['`a`', "'`a`'"],
    ['`', "'`'"],
    ['"a', `'"a'`],
    ["'a", `"'a"`],
    [' a', "' a'"],
    ['a ', "'a '"],
    ['\u00a0a', "'\u00a0a'"],
    ["it's ", `"it's "`],
    ["it's #", `"it's #"`],
    ["$it's", undefined],
    [`it's "x"`, `it's "x"`],
    ['a\\\\b', 'a\\\\b'],
    ['a\\\\ b', 'a\\\\ b'],
    ['a\\\\#', undefined],
    ['a#\\', undefined],
    ['#a\\b', "'#a\\b'"],
    ['a$', "'a$'"],
    ['[a b]', '[a b]'],
    ['[a] ', "'[a] '"],
    [`it's "x" `, undefined],
    ['[a #b]', "'[a #b]'"],
    ['a [b]', "'a [b]'"],
    [null, ''],
    [12, '12'],
    [[1, true, null], '[1,true,null]'],
    [[], '[]'],
    [['a b'], '["a b"]'],
    [["it's"], `["it's"]`],
    [['$a'], `'["$a"]'`],
    // Nothing that all three read alike.
    [`'"$\\`, undefined],
    [`it's "#1"`, undefined],
    ['${a}', undefined],
    ['a$b{c}', "'a$b{c}'"],
    ['a\nb', undefined],
    ['a\0b', undefined],
    ['a\x1fb', undefined],
    ['a\x7fb', undefined],
    ['a\x9fb', undefined],
    ['a\u2028b', undefined],
    ['a\u2029b', undefined],
    ["' $", undefined],
  ] as const)('writes %j as %s', (value, text) => {
    expect(encode('dotenv', value)).toBe(text);
  });

  it.each([
    ['00123', `'"00123"'`],
    ['yes', `'"yes"'`],
    ['', `'""'`],
    ['a b', "'a b'"],
    [['admin', 'jane'], '["admin", "jane"]'],
    [`'"$\\`, `'"\\x27\\x22\\x24\\x5c"'`],
  ] as const)('writes %j for a target that reads YAML as %s', (value, text) => {
    expect(encode('dotenv', value, 'yaml')).toBe(text);
  });
});

describe('JSON', () => {
  it.each([
    ['a', '"a"'],
    ['"\\\n', '"\\"\\\\\\n"'],
    [true, 'true'],
    [null, 'null'],
    [['a', 1], '["a", 1]'],
    [[], '[]'],
  ] as const)('writes %j as %s', (value, text) => {
    expect(encode('json', value)).toBe(text);
  });

  it('in YAML is text', () => expect(encode('yaml', ['a'], 'json')).toBe(`'["a"]'`));
  it('in an env file is, too', () => expect(encode('dotenv', 'a b', 'json')).toBe(`'"a b"'`));
});

describe('a word of the shell', () => {
  it.each([
    ['abc', 'abc'],
    ['a_b.c/d:e@f%g+h=i-j9', 'a_b.c/d:e@f%g+h=i-j9'],
    ['', "''"],
    ['a b', "'a b'"],
    [' ', "' '"],
    ['~', "'~'"],
    ['~root', "'~root'"],
    ['*', "'*'"],
    ['a*', "'a*'"],
    ['?', "'?'"],
    ['[a]', "'[a]'"],
    ['{a,b}', "'{a,b}'"],
    ['$HOME', "'$HOME'"],
    ['`id`', "'`id`'"],
    ['!', "'!'"],
    ['a;b', "'a;b'"],
    ['a&b', "'a&b'"],
    ['a|b', "'a|b'"],
    ['a<b>c', "'a<b>c'"],
    ['a\\b', "'a\\b'"],
    ['a"b', `'a"b'`],
    ['#a', "'#a'"],
    ['é', "'é'"],
    ["'", "''\\'''"],
    ["a'b'c", "'a'\\''b'\\''c'"],
  ])('for %j is %s', (text, word) => expect(shellWord(text)).toBe(word));
});
