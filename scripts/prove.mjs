/**
 * `npm run prove`: signs a test user in at real OpenID providers with what the generated files say, prints a line for each
 * combination of provider, client type and deployment, and `N passed, N failed` (combinations) at the end.
 *
 * The proofs are in e2e/prove, and a part of `npm test` too; only the report is made here.
 */
import {ensureInstalled} from './install.mjs';
import {root} from './support.mjs';

await ensureInstalled();
// Imported here, because ensureInstalled() installs it.
const {startVitest} = await import('vitest/node');

let passed = 0;
let failed = 0;
const started = performance.now();

/** @type {import('vitest/node').Reporter} */
const reporter = {
  /** A combination is a suite, and what is proven of it are its tests. */
  onTestSuiteResult({name, children}) {
    const tests = [...children.allTests()];
    const proven = tests.filter((test) => test.result().state === 'passed');
    const others = tests.filter((test) => !proven.includes(test));
    if (others.length === 0 && proven.length > 0) passed++;
    else failed++;
    const words = proven.map((test) => test.name).join('; ') || 'nothing';
    console.log(`${others.length > 0 ? '✗' : '✓'} ${name}: ${words}`);
    for (const test of others) {
      console.log(`    ✗ ${test.name}`);
      // A test that was not run has no errors: what went wrong before it is told at the end.
      for (const {message, cause} of test.result().errors ?? []) {
        console.log(`      ${message}${cause?.message ? `: ${cause.message}` : ''}`);
      }
    }
  },
  onTestRunEnd(modules, unhandledErrors) {
    for (const error of [...modules.flatMap((module) => module.errors()), ...unhandledErrors]) {
      console.error(`✗ ${error.stack ?? error.message}`);
      failed++;
    }
  },
};

await startVitest('test', [], {
  root,
  config: 'e2e/prove/vitest.config.ts',
  watch: false,
  silent: true,
  reporters: [reporter],
});
if (passed + failed === 0) failed++;

const seconds = ((performance.now() - started) / 1000).toFixed(1);
console.log(`\n${passed + failed} combinations in ${seconds} s`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
