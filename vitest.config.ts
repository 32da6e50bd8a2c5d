import {defineConfig} from 'vitest/config';

export default defineConfig({
  test: {
    include: ['plugin/test/**/*.test.{ts,tsx}', 'e2e/prove/**/*.proof.ts'],
    // It warns that its store is in memory, which is what the proofs want, and on Node 20 that newer ones are supported.
    onConsoleLog: (log) => !log.startsWith('oidc-provider WARNING:'),
  },
});
