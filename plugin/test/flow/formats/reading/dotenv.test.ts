// biome-ignore-all lint/suspicious/noTemplateCurlyInString: variables look like that.
/** What is read of env files, however broken, and what is said about it. */
import {describe} from 'vitest';
import {isReadAs} from './read-as.js';

// biome-ignore format: a line for each text.
describe('names and values', () => isReadAs('dotenv', [
  ['A=b', ['1:1-2 A at 1:3-4 = "b"']],
  ['A=b\nC=d\n', ['1:1-2 A at 1:3-4 = "b"', '2:1-2 C at 2:3-4 = "d"']],
  ['A=', ['1:1-2 A at 1:3-3 = ""']],
  ['', []],
  [' \n\t\n', []],
  ['# A=b\n  # c', []],
  ['A=b\r\nC=d\r\n', ['1:1-2 A at 1:3-4 = "b"', '2:1-2 C at 2:3-4 = "d"']],
  ['a.b-c_1=d', ['1:1-8 a.b-c_1 at 1:9-10 = "d"']],
  ['export A=b', ['1:8-9 A at 1:10-11 = "b"']],
  ['  export  A=b', ['1:11-12 A at 1:13-14 = "b"']],
  ['exportA=b', ['1:1-8 exportA at 1:9-10 = "b"']],
  ['_A=b', ['1:1-3 _A at 1:4-5 = "b"']],
  ['A=b=c', ['1:1-2 A at 1:3-6 = "b=c"']],
  ['A=b:c', ['1:1-2 A at 1:3-6 = "b:c"']],
  ['A=b ', ['1:1-2 A at 1:3-4 = "b"']],
  ['A=b\t', ['1:1-2 A at 1:3-4 = "b"']],
  ['A=b\nA=c\nA=d', ['2:1-2 duplicate-key key=A other=1', '3:1-2 duplicate-key key=A other=1', '1:1-2 A at 1:3-4 = "b"']],
  ['A=b\nC=d\nA=e', ['3:1-2 duplicate-key key=A other=1', '1:1-2 A at 1:3-4 = "b"', '2:1-2 C at 2:3-4 = "d"']],
]));

// biome-ignore format: a line for each text.
describe('lines that are none', () => isReadAs('dotenv', [
  ['A', ['1:1-2 env-line']],
  ['1A=b', ['1:1-5 env-line']],
  ['A B=c', ['1:1-6 env-line']],
  ['=b', ['1:1-3 env-line']],
  ['// A=b', ['1:1-7 env-comment']],
  ['  // A=b  ', ['1:3-9 env-comment']],
  ['  what  ', ['1:3-7 env-line']],
  ['\ufeffA=b', ['1:2-5 env-line', '1:2-3 A at 1:4-5 = "b"']],
  ['-A=b', ['1:1-5 env-line']],
  ['export', ['1:1-7 env-line']],
  ['é=b', ['1:1-4 env-line']],
]));

// biome-ignore format: a line for each text.
describe('spaces and colons', () => isReadAs('dotenv', [
  ['A =b', ['1:1-5 env-space key=A', '1:1-2 A at 1:4-5 = "b"']],
  ['A= b', ['1:1-5 env-space key=A', '1:1-2 A at 1:4-5 = "b"']],
  ['A = b', ['1:1-6 env-space key=A', '1:1-2 A at 1:5-6 = "b"']],
  ['A\t=\tb', ['1:1-6 env-space key=A', '1:1-2 A at 1:5-6 = "b"']],
  ['A =', ['1:1-2 A at 1:4-4 = ""']],
  ['A:b', ['1:1-4 env-colon key=A', '1:1-2 A at 1:3-4 = "b"']],
  ['A: b', ['1:1-5 env-colon key=A', '1:1-2 A at 1:4-5 = "b"']],
  ['A : b', ['1:1-6 env-colon key=A', '1:1-2 A at 1:5-6 = "b"']],
  ['A:', ['1:1-3 env-colon key=A', '1:1-2 A at 1:3-3 = ""']],
  ['  A=b', ['1:3-4 A at 1:5-6 = "b"']],
  ['  A = b', ['1:3-8 env-space key=A', '1:3-4 A at 1:7-8 = "b"']],
]));

// biome-ignore format: a line for each text.
describe('comments behind values', () => isReadAs('dotenv', [
  ['A=b # c', ['1:1-2 A at 1:3-8 = "b"']],
  ['A=b #c', ['1:1-2 A at 1:3-7 = "b"']],
  ['A=b#c', ['1:1-2 A at 1:3-6 = "b#c"']],
  ['A=#c', ['1:1-2 A at 1:3-5 = ""']],
  ['A= # c', ['1:1-7 env-space key=A', '1:1-2 A at 1:4-7 = ""']],
  ['A="b" # c', ['1:1-2 A at 1:3-10 = "b"']],
  ["A='b' #c", ['1:1-2 A at 1:3-9 = "b"']],
  ['A="b"#c', ['1:3-8 extra-quote key=A quote="', '1:1-2 A at 1:3-8 = "b"']],
  ['A="b # c"', ['1:1-2 A at 1:3-10 = "b # c"']],
  ['A=b // c', ['1:1-2 A at 1:3-9 = "b"', '  1:3-9 env-comment key=A']],
  ['A=b //c', ['1:1-2 A at 1:3-8 = "b //c"']],
  ['A=b// c', ['1:1-2 A at 1:3-8 = "b// c"']],
  ['A=http://b', ['1:1-2 A at 1:3-11 = "http://b"']],
  ['A="b // c"', ['1:1-2 A at 1:3-11 = "b // c"']],
  ['A=b // c // d', ['1:1-2 A at 1:3-14 = "b"', '  1:3-14 env-comment key=A']],
  ['A=b # c # d', ['1:1-2 A at 1:3-12 = "b"']],
  ['A="b" // c', ['1:3-11 extra-quote key=A quote="', '1:1-2 A at 1:3-11 = "b"']],
]));

// biome-ignore format: a line for each text.
describe('quotes', () => isReadAs('dotenv', [
  ['A="b"', ['1:1-2 A at 1:3-6 = "b"']],
  ["A='b'", ['1:1-2 A at 1:3-6 = "b"']],
  ['A="b c"', ['1:1-2 A at 1:3-8 = "b c"']],
  ['A=""', ['1:1-2 A at 1:3-5 = ""']],
  ["A=''", ['1:1-2 A at 1:3-5 = ""']],
  ['A="b', ['1:3-5 unclosed-quote key=A quote="', '1:1-2 A at 1:3-5 = "b"']],
  ["A='b", ["1:3-5 unclosed-quote key=A quote='", '1:1-2 A at 1:3-5 = "b"']],
  ['A="', ['1:3-4 unclosed-quote key=A quote="', '1:1-2 A at 1:3-4 = ""']],
  ['A="b"c', ['1:3-7 extra-quote key=A quote="', '1:1-2 A at 1:3-7 = "b"']],
  ['A="b" c', ['1:3-8 extra-quote key=A quote="', '1:1-2 A at 1:3-8 = "b"']],
  ['A="b"  ', ['1:1-2 A at 1:3-6 = "b"']],
  ["A='b''", ["1:3-7 extra-quote key=A quote='", '1:1-2 A at 1:3-7 = "b"']],
  ["A='b''c'", [`1:1-2 A at 1:3-9 = "b''c"`]],
  ['A="b\\"c"', ['1:1-2 A at 1:3-9 = "b\\"c"']],
  ['A="b\\\\"', ['1:1-2 A at 1:3-8 = "b\\\\"']],
  ['A="b\\$c"', ['1:1-2 A at 1:3-9 = "b$c"']],
  ['A="b\\nc"', ['1:1-2 A at 1:3-9 = "b\\\\nc"']],
  ["A='b\\'", ['1:1-2 A at 1:3-7 = "b\\\\"']],
  ["A='b\\\\c'", ['1:1-2 A at 1:3-9 = "b\\\\\\\\c"']],
  ['A=b"', ['1:1-2 A at 1:3-5 = "b"', '  1:3-5 stray-quote key=A quote="']],
  ["A=b'", ['1:1-2 A at 1:3-5 = "b"', "  1:3-5 stray-quote key=A quote='"]],
  ["A=it's", [`1:1-2 A at 1:3-7 = "it's"`]],
  ['A=b"c"', ['1:1-2 A at 1:3-7 = "b\\"c\\""']],
  [`A="b'c"`, [`1:1-2 A at 1:3-8 = "b'c"`]],
  [`A='b"c'`, ['1:1-2 A at 1:3-8 = "b\\"c"']],
  ['A=[b"', ['1:1-2 A at 1:3-6 = "[b\\""']],
  ['A={b"', ['1:1-2 A at 1:3-6 = "{b\\""']],
  ['A=b" # c', ['1:1-2 A at 1:3-9 = "b"', '  1:3-9 stray-quote key=A quote="']],
  ['A=`b`', ['1:1-2 A at 1:3-6 = "`b`"']],
  ["A='b' 'c'", ["1:3-10 extra-quote key=A quote='", '1:1-2 A at 1:3-10 = "b"']],
  ['A="b\\c"', ['1:1-2 A at 1:3-8 = "b\\\\c"']],
]));

// biome-ignore format: a line for each text.
describe('values of several lines', () => isReadAs('dotenv', [
  ['A="b\nc"\nD=e', ['1:1-2 A at 1:3-5 to 2 = "b\\nc"', '3:1-2 D at 3:3-4 = "e"']],
  ["A='b\nc\nd'", ['1:1-2 A at 1:3-5 to 3 = "b\\nc\\nd"']],
  ['A="b\nc" # d\nE=f', ['1:1-2 A at 1:3-5 to 2 = "b\\nc"', '3:1-2 E at 3:3-4 = "f"']],
  ['A="b\nc"d\nE=f', ['1:3-5 unclosed-quote key=A quote="', '2:1-4 env-line', '1:1-2 A at 1:3-5 = "b"', '3:1-2 E at 3:3-4 = "f"']],
  ['A="b\nC=d\n"', ['1:3-5 unclosed-quote key=A quote="', '3:1-2 env-line', '1:1-2 A at 1:3-5 = "b"', '2:1-2 C at 2:3-4 = "d"']],
  ['A="b\nc\n', ['1:3-5 unclosed-quote key=A quote="', '2:1-2 env-line', '1:1-2 A at 1:3-5 = "b"']],
  ['A="b\n\nc"', ['1:1-2 A at 1:3-5 to 3 = "b\\n\\nc"']],
  ['A="\nb=\n"', ['1:1-2 A at 1:3-4 to 3 = "\\nb=\\n"']],
  ["A='b\nexport C=d'", ["1:3-5 unclosed-quote key=A quote='", '1:1-2 A at 1:3-5 = "b"', '2:8-9 C at 2:10-12 = "d"', "  2:10-12 stray-quote key=C quote='"]],
  ['A="b\nAbc+/=\n"', ['1:1-2 A at 1:3-5 to 3 = "b\\nAbc+/=\\n"']],
  ['A="b\\\nc"', ['1:1-2 A at 1:3-6 to 2 = "b\\\\\\nc"']],
  ['A="b"\nc"', ['2:1-3 env-line', '1:1-2 A at 1:3-6 = "b"']],
  ['A=b\n"c"', ['2:1-4 env-line', '1:1-2 A at 1:3-4 = "b"']],
  ['A="b\nc\\"d"', ['1:3-5 unclosed-quote key=A quote="', '2:1-6 env-line', '1:1-2 A at 1:3-5 = "b"']],
  ['A="b\n  c" \nD="e\nf"', ['1:1-2 A at 1:3-5 to 2 = "b\\n  c"', '3:1-2 D at 3:3-5 to 4 = "e\\nf"']],
  ['A="b\nC= d\n"', ['1:1-2 A at 1:3-5 to 3 = "b\\nC= d\\n"']],
  ['A="b\nC==d\n"', ['1:1-2 A at 1:3-5 to 3 = "b\\nC==d\\n"']],
  ['A="b\n c = d"', ['1:1-2 A at 1:3-5 to 2 = "b\\n c = d"']],
  ['A="b\nc"  # "d"', ['1:1-2 A at 1:3-5 to 2 = "b\\nc"']],
  [`A='b\nc" '`, ['1:1-2 A at 1:3-5 to 2 = "b\\nc\\" "']],
  ['A="b\nc"#d', ['1:3-5 unclosed-quote key=A quote="', '2:1-5 env-line', '1:1-2 A at 1:3-5 = "b"']],
]));

// biome-ignore format: a line for each text.
describe('dollars and variables', () => isReadAs('dotenv', [
  ['A=$b', ['1:1-2 A at 1:3-5 = "$b"', '  1:3-5 dollar key=A']],
  ['A=b$', ['1:1-2 A at 1:3-5 = "b$"']],
  ['A=$$b', ['1:1-2 A at 1:3-6 = "$b"']],
  ['A=$$$b', ['1:1-2 A at 1:3-7 = "$$b"', '  1:3-7 dollar key=A']],
  ['A=$1', ['1:1-2 A at 1:3-5 = "$1"', '  1:3-5 dollar key=A']],
  ['A=b $ c', ['1:1-2 A at 1:3-8 = "b $ c"']],
  ['A="$b"', ['1:1-2 A at 1:3-7 = "$b"', '  1:3-7 dollar key=A']],
  ["A='$b'", ['1:1-2 A at 1:3-7 = "$b"']],
  ['A=b\\$c', ['1:1-2 A at 1:3-7 = "b\\\\$c"', '  1:3-7 dollar key=A']],
  ["A=b'$c", [`1:1-2 A at 1:3-7 = "b'$c"`, '  1:3-7 dollar-and-quote key=A']],
  [`A="b'$c"`, [`1:1-2 A at 1:3-9 = "b'$c"`, '  1:3-9 dollar-and-quote key=A']],
  ['A=${b}', ['1:1-2 A at 1:3-7 = ?', '  1:3-7 substitution key=A']],
  ['A=x${b}y', ['1:1-2 A at 1:3-9 = ?', '  1:3-9 substitution key=A']],
  ['A="${b}"', ['1:1-2 A at 1:3-9 = ?', '  1:3-9 substitution key=A']],
  ["A='${b}'", ['1:1-2 A at 1:3-9 = ?', '  1:3-9 substitution key=A']],
  ['A=$${b}', ['1:1-2 A at 1:3-8 = ?', '  1:3-8 substitution key=A']],
  ['A="\\${b}"', ['1:1-2 A at 1:3-10 = ?', '  1:3-10 substitution key=A']],
  ['A=$$', ['1:1-2 A at 1:3-5 = "$"']],
  ['A="$$b"', ['1:1-2 A at 1:3-8 = "$b"']],
  ["A='$$b'", ['1:1-2 A at 1:3-8 = "$$b"']],
  ['A=a$$b$$c', ['1:1-2 A at 1:3-10 = "a$b$c"']],
  ['A="\\\\$b"', ['1:1-2 A at 1:3-9 = "\\\\$b"', '  1:3-9 dollar key=A']],
  ['A=x$B $$c', ['1:1-2 A at 1:3-10 = "x$B $c"', '  1:3-10 dollar key=A']],
  ['A="\\$$b"', ['1:1-2 A at 1:3-9 = "$b"', '  1:3-9 dollar key=A']],
]));

// biome-ignore format: a line for each text.
describe('names that come back', () => isReadAs('dotenv', [
  ['A=$A', ['1:1-2 A at 1:3-5 = ""', '  1:3-5 self-reference key=A']],
  ['A=${A}', ['1:1-2 A at 1:3-7 = ""', '  1:3-7 self-reference key=A']],
  ['A=${A:-b}', ['1:1-2 A at 1:3-10 = "b"', '  1:3-10 self-reference key=A']],
  ['A=${A-b}', ['1:1-2 A at 1:3-9 = "b"', '  1:3-9 self-reference key=A']],
  ['A="${A:-b}"', ['1:1-2 A at 1:3-12 = "b"', '  1:3-12 self-reference key=A']],
  ['A=x${A}y', ['1:1-2 A at 1:3-9 = "xy"', '  1:3-9 self-reference key=A']],
  ['A=$AB', ['1:1-2 A at 1:3-6 = "$AB"', '  1:3-6 dollar key=A']],
  ['A=${AB}', ['1:1-2 A at 1:3-8 = ?', '  1:3-8 substitution key=A']],
  ['A=${B:-c}', ['1:1-2 A at 1:3-10 = ?', '  1:3-10 substitution key=A']],
  ['A=A=b', ['1:1-2 A at 1:3-6 = "b"', '  1:3-6 repeated-key key=A']],
  ['A=A: b', ['1:1-2 A at 1:3-7 = "b"', '  1:3-7 repeated-key key=A']],
  ['A=A = b', ['1:1-2 A at 1:3-8 = "b"', '  1:3-8 repeated-key key=A']],
  ['A="A=b"', ['1:1-2 A at 1:3-8 = "b"', '  1:3-8 repeated-key key=A']],
  ['A=AA=b', ['1:1-2 A at 1:3-7 = "AA=b"']],
  ['A=bA=c', ['1:1-2 A at 1:3-7 = "bA=c"']],
  ['A.B=${A.B}', ['1:1-4 A.B at 1:5-11 = ""', '  1:5-11 self-reference key=A.B']],
  ['A=A=A=b', ['1:1-2 A at 1:3-8 = "A=b"', '  1:3-8 repeated-key key=A']],
  ['A=${A:-}', ['1:1-2 A at 1:3-9 = ""', '  1:3-9 self-reference key=A']],
  ['A=${A}${A}', ['1:1-2 A at 1:3-11 = ?', '  1:3-11 self-reference key=A', '  1:3-11 substitution key=A']],
  ['AB=AxB=c', ['1:1-3 AB at 1:4-9 = "AxB=c"']],
  ['A=${A:b}', ['1:1-2 A at 1:3-9 = ?', '  1:3-9 substitution key=A']],
]));

// biome-ignore format: a line for each text.
describe('two on one line', () => isReadAs('dotenv', [
  ['A=b C_D=e', ['1:1-2 A at 1:3-10 = "b"', '  1:3-10 merged-lines key=A other=C_D', '1:5-8 C_D at 1:9-10 = "e"']],
  ['A=b  C_D=e # f', ['1:1-2 A at 1:3-15 = "b"', '  1:3-15 merged-lines key=A other=C_D', '1:6-9 C_D at 1:10-15 = "e"']],
  ['A=b C=d', ['1:1-2 A at 1:3-8 = "b C=d"']],
  ['A=b c_d=e', ['1:1-2 A at 1:3-10 = "b c_d=e"']],
  ['A="b" C_D=e', ['1:3-12 extra-quote key=A quote="', '1:1-2 A at 1:3-12 = "b"']],
  ['A="b C_D=e"', ['1:1-2 A at 1:3-12 = "b C_D=e"']],
  ['A=b C_D=e F_G=h', ['1:1-2 A at 1:3-16 = "b"', '  1:3-16 merged-lines key=A other=C_D', '1:5-8 C_D at 1:9-16 = "e"', '  1:9-16 merged-lines key=C_D other=F_G', '1:11-14 F_G at 1:15-16 = "h"']],
  ['A=b C_D="e"', ['1:1-2 A at 1:3-12 = "b"', '  1:3-12 merged-lines key=A other=C_D', '1:5-8 C_D at 1:9-12 = "e"']],
  ['A=b C_D_E=f', ['1:1-2 A at 1:3-12 = "b"', '  1:3-12 merged-lines key=A other=C_D_E', '1:5-10 C_D_E at 1:11-12 = "f"']],
  ['A=b C_=d', ['1:1-2 A at 1:3-9 = "b C_=d"']],
  ['A=b _C_D=e', ['1:1-2 A at 1:3-11 = "b _C_D=e"']],
  ['A=bC_D=e', ['1:1-2 A at 1:3-9 = "bC_D=e"']],
  ['A= C_D=e', ['1:1-9 env-space key=A', '1:1-2 A at 1:4-9 = "C_D=e"']],
  ['A=b C_D=e\nC_D=f', ['2:1-4 duplicate-key key=C_D other=1', '1:1-2 A at 1:3-10 = "b"', '  1:3-10 merged-lines key=A other=C_D', '1:5-8 C_D at 1:9-10 = "e"']],
  ['A=b C1_D=e', ['1:1-2 A at 1:3-11 = "b C1_D=e"']],
  ['export A=b C_D=e', ['1:8-9 A at 1:10-17 = "b"', '  1:10-17 merged-lines key=A other=C_D', '1:12-15 C_D at 1:16-17 = "e"']],
  ['A=b C_D = e', ['1:1-2 A at 1:3-12 = "b C_D = e"']],
]));

// biome-ignore format: a line for each text.
describe('braces', () => isReadAs('dotenv', [
  ['A={https://b.c}', ['1:1-2 A at 1:3-16 = "https://b.c"', '  1:3-16 braces key=A']],
  ['A={ http://b }', ['1:1-2 A at 1:3-15 = "http://b"', '  1:3-15 braces key=A']],
  ['A=${https://b}', ['1:1-2 A at 1:3-15 = ?', '  1:3-15 substitution key=A']],
  ['A={b}', ['1:1-2 A at 1:3-6 = "{b}"']],
  ['A="{https://b}"', ['1:1-2 A at 1:3-16 = "https://b"', '  1:3-16 braces key=A']],
  ['A={https://b', ['1:1-2 A at 1:3-13 = "{https://b"']],
]));
