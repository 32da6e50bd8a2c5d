import {fileURLToPath} from 'node:url';
import {defineConfig} from 'vitest/config';

const inPlugin = (file: string) => fileURLToPath(new URL(`plugin/${file}`, import.meta.url));

export default defineConfig({
  // The plugin's components as sites build them, in place of the JSX that Docusaurus compiles.
  oxc: {jsx: {runtime: 'automatic'}},
  resolve: {
    alias: [
      // What bundlers find for the theme's components: ours from their sources, and stand-ins for what is Docusaurus's.
      {find: /^@theme\/(.*)$/, replacement: inPlugin('src/theme/$1')},
      {
        find: /^(?:@docusaurus|@generated)\/(Translate|codeTranslations|router|theme-common|useIs\w+)$/,
        replacement: inPlugin('test/support/browser/$1'),
      },
      {
        find: /^docusaurus-plugin-markdoc\/theme$/,
        replacement: inPlugin('src/client/theme.ts'),
      },
      {find: /^docusaurus-plugin-markdoc\/flow$/, replacement: inPlugin('src/flow/index.ts')},
      {find: '#server-styles', replacement: inPlugin('src/client/server-styles.ts')},
    ],
  },
  test: {include: ['plugin/test/**/*.test.{ts,tsx}', 'e2e/flows/**/*.test.ts']},
});
