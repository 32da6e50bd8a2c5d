/** The door for `require` to the remark plugin. */
import load = require('./require-module.cjs');

export = load('./remark.js') as typeof import('./remark.js', { with: {
  'resolution-mode': 'import',
}});
