import {withMarkdoc} from 'docusaurus-plugin-markdoc';

/** A site with each tag, for any Docusaurus that the plugin claims to work with; `npm run test:matrix` sets the variables. */
const {BUNDLER, DOCUSAURUS} = process.env;

// Before Docusaurus 3.10 it was an experiment; since then it wants what comes with version 4.
const isOld = Number(DOCUSAURUS?.split('.')[1]) < 10;
const rspack = isOld ? {experimental_faster: true} : {v4: true, faster: true};

export default withMarkdoc({
  title: 'A test site',
  url: 'https://example.com',
  baseUrl: '/',
  onBrokenLinks: 'throw',
  // No icon: browsers ask for one that is not there otherwise.
  headTags: [{tagName: 'link', attributes: {rel: 'icon', href: 'data:,'}}],
  future: BUNDLER === 'rspack' ? rspack : {},
  presets: [['classic', {docs: {routeBasePath: '/'}, blog: false}]],
});
