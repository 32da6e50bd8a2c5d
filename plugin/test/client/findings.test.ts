import {expect, it} from 'vitest';
import {summaryText} from '../../src/client/messages/findings.js';

it.each([
  [[], 'Nothing is wrong with it.'],
  [['error', 'error'], 'Errors: 2.'],
  [['warning'], 'Warnings: 1.'],
  [['error', 'warning'], 'Errors: 1. Warnings: 1.'],
] as const)('counts %j, and nothing of which there is none', (levels, text) => {
  const findings = levels.map((level) => ({level}));
  expect(summaryText({findings} as never)).toBe(text);
});

it.each([
  [{security: 'tls'}, 'This is mail.env (tls). Nothing is wrong with it.'],
  [{}, 'This is mail.env. Nothing is wrong with it.'],
])('names the choices of a file that it is known to be for: %j', (choices, text) => {
  const recognised = {file: 'env', filename: 'mail.env', choices};
  expect(summaryText({recognised, findings: []} as never)).toBe(text);
});
