/** What is said about a tag that cannot be read. */
import {expect, test} from 'vitest';
import {rules} from '../../src/problems.js';
import {faultsOf} from '../support/tags.js';

const functions = 'Conditions are functions: equals($a, $b), not($a), and($a, $b), or($a, $b).';
const equalsSign = 'Put nothing around the equals sign: {% name key="value" %}.';
const commas = 'Separate attributes by spaces, without commas.';
const quotes = (text: string) => `Put text between double quotes: ${text}.`;

test.each([
  ['{% note title=Hello %}', quotes('title="Hello"')],
  ['{% note title=C# %}', quotes('title="C#"')],
  ["{% note title='Two words' %}", quotes('title="Two words"')],
  ['{% note title=“Two words” %}', quotes('title="Two words"')],
  ['{% image src=/img/a.png /%}', quotes('src="/img/a.png"')],
  ['{% image src=./a.png alt="A" /%}', quotes('src="./a.png"')],
  ['{% partial file="a.md" variables={b: c} /%}', quotes('b: "c"')],
  ['# A {% id=foo %}', quotes('id="foo"')],
  ['{% tabs group=os, query=true %}', quotes('group="os"')],
  ['{% note title = "A" %}', equalsSign],
  ['{% note title= "A" %}', equalsSign],
  ['{% note title="A", id="b" %}', commas],
  ['{% note title="A" , id="b" %}', commas],
  ['{% details open summary="A" %}', 'Write open=true or open="…"; a variable is written $open.'],
  ['{% if $a.b == "c" %}', functions],
  ['{% if $a.b = "c" %}', functions],
  ['{% if $a && $b %}', functions],
  ['{% if !$a %}', functions],
  ['{% / note %}', 'Write the name of the tag right behind the slash: {% /name %}.'],
  ['{% no\u200Bte /%}', 'Delete the invisible character in this place: U+200B.'],
  ['{%\u200Bnote /%}', 'Delete the invisible character in this place: U+200B.'],
  ['{% note title=\u202E"a" /%}', 'Delete the invisible character in this place: U+202E.'],
  ['{% note \uFEFFtitle="a" /%}', 'Delete the invisible character in this place: U+FEFF.'],
  ['{% note \u{E0020}title="a" /%}', 'Delete the invisible character in this place: U+E0020.'],
  ['{% note title= /%}', rules['parse-error']],
])('%s', (source, help) => {
  expect(faultsOf(source).map(({problem}) => problem.help)).toEqual([help]);
});

test('a long tag takes no time', () => {
  for (const part of ['a', ' ', 'a ', '=', 'a=', "'", '$', '“']) {
    const long = part.repeat(100_000);
    expect(faultsOf(`{% note title=${long}' %}`).length, part).toBeGreaterThan(0);
  }
});
