/** The door for `require` to what swizzled components use. */
export = require('./client/theme.js') as typeof import('./client/theme.js', { with: {
  'resolution-mode': 'import',
}});
