import type {Config} from '@docusaurus/types';
import {withMarkdoc} from 'docusaurus-plugin-markdoc';

const config: Config = {
  title: 'A Markdoc project',
  url: 'https://example.com',
  baseUrl: '/',
  future: {v4: true, faster: true},
  // No icon: browsers ask for one that is not there otherwise.
  headTags: [{tagName: 'link', attributes: {rel: 'icon', href: 'data:,'}}],
  onBrokenLinks: 'throw',
  onBrokenAnchors: 'throw',
  presets: [['classic', {docs: {path: 'pages', routeBasePath: '/'}, blog: false}]],
};

export default withMarkdoc(config, {
  config: './markdoc',
  components: './components',
  partials: 'markdoc/partials',
});
