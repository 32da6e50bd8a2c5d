/** The door for `require` to the hooks. Bundlers read it too: it loads nothing else. */
export = require('./client/index.js') as typeof import('./client/index.js', { with: {
  'resolution-mode': 'import',
}});
