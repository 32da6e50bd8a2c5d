import {defineConfig} from 'playwright/test';
import {findBrowser} from '../scripts/browser.mjs';

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../test-results/e2e',
  globalSetup: './support/pack-plugin.ts',
  reporter: [['list'], ['json', {outputFile: '../test-results/e2e.json'}]],
  forbidOnly: Boolean(process.env.CI),
  // `npm run test:matrix` takes long and needs the registry: it has a command of its own.
  projects: [
    {name: 'e2e', testIgnore: 'matrix.spec.ts'},
    {name: 'matrix', testMatch: 'matrix.spec.ts', timeout: 300_000, workers: 1},
  ],
  // Two builds at a time are what two cores can do.
  workers: 2,
  // A test that builds a site takes its time on a small machine; what a page shows does not.
  timeout: 180_000,
  expect: {timeout: 15_000},
  use: {
    browserName: 'chromium',
    actionTimeout: 15_000,
    viewport: {width: 1280, height: 800},
    launchOptions: {
      executablePath: findBrowser(),
      args: [
        // Chromium refuses to run its sandbox as root.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        // Nothing but the pages under test is to be fetched.
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-quic',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
});
