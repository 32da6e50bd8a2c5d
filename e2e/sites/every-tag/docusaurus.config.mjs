import {withMarkdoc} from 'docusaurus-plugin-markdoc';

/** A site with each tag, for any Docusaurus that the plugin claims to work with; `npm run test:matrix` sets the variables. */
const {BUNDLER, DOCUSAURUS} = process.env;

// Docusaurus 3.10 calls it by its name; before, it was an experiment.
const faster = Number(DOCUSAURUS?.split('.')[1]) < 10 ? 'experimental_faster' : 'faster';

export default withMarkdoc({
  title: 'A test site',
  url: 'https://example.com',
  baseUrl: '/',
  onBrokenLinks: 'throw',
  // No icon: browsers ask for one that is not there otherwise.
  headTags: [{tagName: 'link', attributes: {rel: 'icon', href: 'data:,'}}],
  future: {[faster]: BUNDLER === 'rspack'},
  presets: [['classic', {docs: {routeBasePath: '/'}, blog: false}]],
});
