// biome-ignore-all lint/suspicious/noTemplateCurlyInString: variables look like that.
/** What is read of ini files, and what is said about it. */
import {describe} from 'vitest';
import {isReadAs} from './read-as.js';

// biome-ignore format: a line for each text.
describe('keys, sections and values', () => isReadAs('ini', [
  ['a = b', ['1:1-2 a at 1:5-6 = "b"']],
  ['a=b', ['1:1-2 a at 1:3-4 = "b"']],
  ['  a  =  b  ', ['1:3-4 a at 1:9-10 = "b"']],
  ['a =', ['1:1-2 a at 1:4-4 = ""']],
  ['a b = c', ['1:1-4 a b at 1:7-8 = "c"']],
  ['a.b-c = d', ['1:1-6 a.b-c at 1:9-10 = "d"']],
  ['a = b = c', ['1:1-2 a at 1:5-10 = "b = c"']],
  ['[s]\na = b\nc = d', ['1:1-4 s to 3 = {}', '2:1-2 s/a at 2:5-6 = "b"', '3:1-2 s/c at 3:5-6 = "d"']],
  ['a = b\n[s]\nc = d\n[t]\n', ['1:1-2 a at 1:5-6 = "b"', '2:1-4 s to 3 = {}', '3:1-2 s/c at 3:5-6 = "d"', '4:1-4 t = {}']],
  ['  [s]  \na = b', ['1:3-6 s to 2 = {}', '2:1-2 s/a at 2:5-6 = "b"']],
  ['[ s t ]\na = b', ['1:1-8 s t to 2 = {}', '2:1-2 s t/a at 2:5-6 = "b"']],
  ['[s] ; c\na = b', ['1:1-8 s to 2 = {}', '2:1-2 s/a at 2:5-6 = "b"']],
  ['[s] # c', ['1:1-8 s = {}']],
  ['[]\na = b', ['1:1-3  to 2 = {}', '2:1-2 /a at 2:5-6 = "b"']],
  ['; a = b\n# c = d\n  ; e', []],
  ['', []],
  [' \n\n', []],
  ['a = b\r\n[s]\r\nc = d', ['1:1-2 a at 1:5-6 = "b"', '2:1-4 s to 3 = {}', '3:1-2 s/c at 3:5-6 = "d"']],
  ['a = 1\nb = true', ['1:1-2 a at 1:5-6 = "1"', '2:1-2 b at 2:5-9 = "true"']],
  ['a = b,c', ['1:1-2 a at 1:5-8 = "b,c"']],
  ['[s "t"]\na = b', ['1:1-8 s "t" to 2 = {}', '2:1-2 s "t"/a at 2:5-6 = "b"']],
  ['[s]\n\na = b\n\n[t]', ['1:1-4 s to 3 = {}', '3:1-2 s/a at 3:5-6 = "b"', '5:1-4 t = {}']],
  ['a = b\na = c\na = d', ['1:1-2 a at 1:5-6 = "b"', '2:1-2 a at 2:5-6 = "c" again 1', '3:1-2 a at 3:5-6 = "d" again 1']],
  ['[s]\na = b\n[s]\na = c', ['1:1-4 s to 2 = {}', '2:1-2 s/a at 2:5-6 = "b"', '3:1-4 s to 4 = {} again 1', '4:1-2 s/a at 4:5-6 = "c" again 2']],
  ['[s]\na = b\n[t]\na = c', ['1:1-4 s to 2 = {}', '2:1-2 s/a at 2:5-6 = "b"', '3:1-4 t to 4 = {}', '4:1-2 t/a at 4:5-6 = "c"']],
  ['s = a\n[s]\ns = b', ['1:1-2 s at 1:5-6 = "a"', '2:1-4 s to 3 = {} again 1', '3:1-2 s/s at 3:5-6 = "b"']],
  ['a = ${b}', ['1:1-2 a at 1:5-9 = ?'], {variables: true}],
  ['a = ${b}', ['1:1-2 a at 1:5-9 = "${b}"']],
  ['a = $b', ['1:1-2 a at 1:5-7 = "$b"'], {variables: true}],
  ['a = "${b}"', ['1:1-2 a at 1:5-11 = ?', '  1:5-11 syntax (warning) key=a reason=To some programs the quotes are a part of the value.'], {variables: true}],
]));

// biome-ignore format: a line for each text.
describe('what is wrong', () => isReadAs('ini', [
  ['a = ', ['1:1-2 a at 1:5-5 = ""']],
  ['x [s]', ['1:1-6 syntax reason=This is neither a key with its value, nor a section in brackets, nor a comment.']],
  ['a: b', ['1:1-5 syntax reason=An equals sign should stand between the key and its value.', '1:1-2 a at 1:4-5 = "b"']],
  ['a : b', ['1:1-6 syntax reason=An equals sign should stand between the key and its value.', '1:1-2 a at 1:5-6 = "b"']],
  ['  a: b = c', ['1:3-11 syntax reason=An equals sign should stand between the key and its value.', '1:3-4 a at 1:6-11 = "b = c"']],
  ['a', ['1:1-2 syntax reason=This is neither a key with its value, nor a section in brackets, nor a comment.']],
  ['  what  ', ['1:3-7 syntax reason=This is neither a key with its value, nor a section in brackets, nor a comment.']],
  ['= b', ['1:1-4 syntax reason=This is neither a key with its value, nor a section in brackets, nor a comment.']],
  ['[s', ['1:1-3 syntax reason=This is neither a key with its value, nor a section in brackets, nor a comment.']],
  ['[s] x', ['1:1-6 syntax reason=This is neither a key with its value, nor a section in brackets, nor a comment.']],
  ['s]', ['1:1-3 syntax reason=This is neither a key with its value, nor a section in brackets, nor a comment.']],
  ['[s]]', ['1:1-5 syntax reason=This is neither a key with its value, nor a section in brackets, nor a comment.']],
  ['# [s', []],
  ['[s]x\na = b', ['1:1-5 syntax reason=This is neither a key with its value, nor a section in brackets, nor a comment.', '2:1-2 a at 2:5-6 = "b"']],
  [']a = b', ['1:1-7 syntax reason=This is neither a key with its value, nor a section in brackets, nor a comment.']],
  ['a;b = c', ['1:1-4 a;b at 1:7-8 = "c"']],
  ['a#b = c', ['1:1-4 a#b at 1:7-8 = "c"']],
  [';a', []],
]));

// biome-ignore format: a line for each text.
describe('quotes', () => isReadAs('ini', [
  ['a = "b" c ; d', ['1:1-2 a at 1:5-14 = "\\"b\\" c"', '  1:5-14 syntax (warning) key=a reason=To some programs a comment starts within the value.']],
  ['a = "b"', ['1:1-2 a at 1:5-8 = "b"', '  1:5-8 syntax (warning) key=a reason=To some programs the quotes are a part of the value.']],
  ["a = 'b'", ['1:1-2 a at 1:5-8 = "b"', '  1:5-8 syntax (warning) key=a reason=To some programs the quotes are a part of the value.']],
  ['a = "b', ['1:1-2 a at 1:5-7 = "b"', '  1:5-7 unclosed-quote key=a quote="']],
  ["a = 'b", [`1:1-2 a at 1:5-7 = "'b"`]],
  ['a = "b" ; c', ['1:1-2 a at 1:5-12 = "b"', '  1:5-12 syntax (warning) key=a reason=To some programs the quotes are a part of the value.']],
  ['a = "b" # c', ['1:1-2 a at 1:5-12 = "b"', '  1:5-12 syntax (warning) key=a reason=To some programs the quotes are a part of the value.']],
  ['a = "b" c', ['1:1-2 a at 1:5-10 = "\\"b\\" c"']],
  ['a = "b"c', ['1:1-2 a at 1:5-9 = "\\"b\\"c"']],
  ["a = 'b'c", [`1:1-2 a at 1:5-9 = "'b'c"`]],
  ['a = ""', ['1:1-2 a at 1:5-7 = ""', '  1:5-7 syntax (warning) key=a reason=To some programs the quotes are a part of the value.']],
  ['a = "', ['1:1-2 a at 1:5-6 = ""', '  1:5-6 unclosed-quote key=a quote="']],
  ["a = '", [`1:1-2 a at 1:5-6 = "'"`]],
  ['a = b"', ['1:1-2 a at 1:5-7 = "b"', '  1:5-7 stray-quote key=a quote="']],
  ["a = b'", [`1:1-2 a at 1:5-7 = "b'"`]],
  ['a = b"c"', ['1:1-2 a at 1:5-9 = "b\\"c\\""']],
  ['a = "b;c"', ['1:1-2 a at 1:5-10 = "b;c"', '  1:5-10 syntax (warning) key=a reason=To some programs the quotes are a part of the value.']],
  ["a = 'b' ;c", ['1:1-2 a at 1:5-11 = "b"', '  1:5-11 syntax (warning) key=a reason=To some programs the quotes are a part of the value.']],
  ['a = "b" "c"', ['1:1-2 a at 1:5-12 = "\\"b\\" \\"c\\""']],
  ['a = b" ; c', ['1:1-2 a at 1:5-11 = "b"', '  1:5-11 syntax (warning) key=a reason=To some programs a comment starts within the value.', '  1:5-11 stray-quote key=a quote="']],
  ["a = it's", [`1:1-2 a at 1:5-9 = "it's"`]],
  ['a = "b"  ', ['1:1-2 a at 1:5-8 = "b"', '  1:5-8 syntax (warning) key=a reason=To some programs the quotes are a part of the value.']],
  ["a = ''", ['1:1-2 a at 1:5-7 = ""', '  1:5-7 syntax (warning) key=a reason=To some programs the quotes are a part of the value.']],
  ['a = [b"', ['1:1-2 a at 1:5-8 = "[b\\""']],
  ['a = "b"c"', ['1:1-2 a at 1:5-10 = "\\"b\\"c"', '  1:5-10 stray-quote key=a quote="']],
]));

// biome-ignore format: a line for each text.
describe('comments behind values', () => isReadAs('ini', [
  ['a = b ; c', ['1:1-2 a at 1:5-10 = "b"', '  1:5-10 syntax (warning) key=a reason=To some programs a comment starts within the value.']],
  ['a = b # c', ['1:1-2 a at 1:5-10 = "b"', '  1:5-10 syntax (warning) key=a reason=To some programs a comment starts within the value.']],
  ['a = b;c', ['1:1-2 a at 1:5-8 = "b"', '  1:5-8 syntax (warning) key=a reason=To some programs a comment starts within the value.']],
  ['a = b#c;d', ['1:1-2 a at 1:5-10 = "b"', '  1:5-10 syntax (warning) key=a reason=To some programs a comment starts within the value.']],
  ['a = ; b', ['1:1-2 a at 1:5-8 = ""', '  1:5-8 syntax (warning) key=a reason=To some programs a comment starts within the value.']],
  ['a = #b', ['1:1-2 a at 1:5-7 = ""', '  1:5-7 syntax (warning) key=a reason=To some programs a comment starts within the value.']],
  ['a = b   ; c ; d', ['1:1-2 a at 1:5-16 = "b"', '  1:5-16 syntax (warning) key=a reason=To some programs a comment starts within the value.']],
]));
