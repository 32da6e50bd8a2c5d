import {defineConfig} from 'vitest/config';

/** The proofs by signing in. They take longer than unit tests, and listen on ports: `npm run prove` runs them, and `npm test`. */
export default defineConfig({
  test: {
    include: ['e2e/prove/**/*.proof.ts'],
    // It warns that its store is in memory, which is what the proofs want, and on Node 20 that newer ones are supported.
    onConsoleLog: (log) => !log.startsWith('oidc-provider WARNING:'),
  },
});
