/** The door for `require` to what compiled pages use. */
export = require('./client/runtime.js') as typeof import('./client/runtime.js', { with: {
  'resolution-mode': 'import',
}});
