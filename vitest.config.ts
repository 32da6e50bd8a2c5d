import {defineConfig} from 'vitest/config';

export default defineConfig({
  test: {include: ['plugin/test/**/*.test.{ts,tsx}', 'e2e/flows/**/*.test.ts']},
});
