import type {Config} from '@docusaurus/types';
import {type Options, withMarkdoc} from 'docusaurus-plugin-markdoc';

/** A site with docs at the root and nothing else. Tests set the environment variables. */
const {MARKDOWN_FORMAT, ON_PROBLEM} = process.env;

const config: Config = {
  title: 'A test site',
  url: 'https://example.com',
  baseUrl: '/',
  onBrokenLinks: 'warn',
  future: {v4: true, faster: true},
  markdown: {format: (MARKDOWN_FORMAT ?? 'mdx') as 'mdx' | 'md' | 'detect'},
  presets: [['classic', {docs: {routeBasePath: '/'}, blog: false, pages: false}]],
};

export default withMarkdoc(
  config,
  ON_PROBLEM ? {onProblem: ON_PROBLEM as Options['onProblem']} : {},
);
