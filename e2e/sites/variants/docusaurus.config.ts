import type {Config} from '@docusaurus/types';
import {withMarkdoc} from 'docusaurus-plugin-markdoc';

/** Two docs instances, one with versions and a second language, under an address that a test chooses. */
const {BASE_URL = '/', TRAILING_SLASH, LOCALES = 'en'} = process.env;

const config: Config = {
  title: 'A test site',
  url: 'https://example.com',
  baseUrl: BASE_URL,
  trailingSlash: TRAILING_SLASH === 'true',
  onBrokenLinks: 'throw',
  // No icon: browsers ask for one that is not there otherwise.
  headTags: [{tagName: 'link', attributes: {rel: 'icon', href: 'data:,'}}],
  future: {v4: true, faster: true},
  i18n: {defaultLocale: 'en', locales: LOCALES.split(',')},
  presets: [['classic', {docs: {routeBasePath: '/'}, blog: false, pages: false}]],
  plugins: [['content-docs', {id: 'api', path: 'api', routeBasePath: 'api'}]],
};

export default withMarkdoc(config);
