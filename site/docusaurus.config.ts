import type {Options as PresetOptions, ThemeConfig} from '@docusaurus/preset-classic';
import type {Config} from '@docusaurus/types';
import type {PluginOptions as SearchOptions} from '@easyops-cn/docusaurus-search-local';
import {withMarkdoc} from 'docusaurus-plugin-markdoc';
import {themes} from 'prism-react-renderer';
import {light} from './code-colors';

const partials = '../content/partials';

const config: Config = {
  title: 'Markdoc for Docusaurus',
  tagline: 'Write Docusaurus pages with Markdoc tags',
  favicon: 'img/favicon.svg',
  url: 'https://docusaurus-plugin-markdoc.example',
  baseUrl: '/',
  trailingSlash: false,
  future: {v4: true, faster: true},

  // A reader who meets a dead link or a missing picture cannot mend it: the build stops instead.
  onBrokenLinks: 'throw',
  onBrokenAnchors: 'throw',
  onDuplicateRoutes: 'throw',
  markdown: {
    // `.md` is CommonMark, so that `<` and `{` need no escaping; `.mdx` stays MDX.
    format: 'detect',
    hooks: {onBrokenMarkdownLinks: 'throw', onBrokenMarkdownImages: 'throw'},
  },

  presets: [
    [
      'classic',
      {
        docs: {
          path: '../content/docs',
          routeBasePath: '/',
          sidebarPath: './sidebars.ts',
          // `:::example` puts a tag's source beside its result: src/components/Example.
          admonitions: {keywords: ['example'], extendDefaults: true},
        },
        blog: false,
        theme: {customCss: './src/css/custom.css'},
      } satisfies PresetOptions,
    ],
  ],

  // What a search looks through is made of the built pages: it finds what a reader sees, under the ids that the pages have.
  themes: [
    [
      '@easyops-cn/docusaurus-search-local',
      {
        docsRouteBasePath: '/',
        docsDir: '../content/docs',
        indexBlog: false,
        // Not what stands in a chooser's place without JavaScript, and not the names of buttons.
        ignoreCssSelectors: ['noscript', 'button'],
        hashed: true,
      } satisfies Partial<SearchOptions>,
    ],
  ],

  themeConfig: {
    colorMode: {respectPrefersColorScheme: true},
    docs: {sidebar: {autoCollapseCategories: true}},
    navbar: {
      title: 'Markdoc for Docusaurus',
      // With its size, nothing beside it moves when it has come.
      logo: {alt: '', src: 'img/logo.svg', width: 32, height: 32},
      items: [
        {type: 'docSidebar', sidebarId: 'guide', label: 'Sign-in guide', position: 'left'},
        {type: 'docSidebar', sidebarId: 'authors', label: 'For authors', position: 'left'},
      ],
    },
    footer: {
      links: [
        {
          title: 'Sign-in guide',
          items: [
            {label: 'Overview', to: '/deployment/security'},
            {label: 'Auth0', to: '/deployment/security/auth0'},
            {label: 'JWT tokens', to: '/deployment/security/enable-jwt-tokens'},
          ],
        },
        {
          title: 'For authors',
          items: [
            {label: 'Install', to: '/authors/install'},
            {label: 'Your first tag', to: '/authors/first-tag'},
            {label: 'Problems', to: '/authors/problems'},
          ],
        },
      ],
      copyright:
        'An independent project under the MIT license. Product names belong to their owners and are used only to say which product a page is about.',
    },
    prism: {
      theme: light,
      darkTheme: themes.vsDark,
      additionalLanguages: ['bash', 'diff', 'ini', 'powershell', 'properties'],
    },
  } satisfies ThemeConfig,
};

export default withMarkdoc(config, {
  partials,
  flows: '../content/flows',
  // Tags of the site's own, and the React components that they name.
  config: './markdoc',
  components: './src/components',
});
