/** The door for `require` to the flow engine. Bundlers read it too: it loads nothing else. */
export = require('./flow/index.js') as typeof import('./flow/index.js', { with: {
  'resolution-mode': 'import',
}});
