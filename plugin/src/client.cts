/** The door for `require` to what components of a site's own use. Bundlers read it too: it loads nothing else. */
export = require('./client/index.js') as typeof import('./client/index.js', { with: {
  'resolution-mode': 'import',
}});
