/** The door for `require` to the schemas of the tags. */
import load = require('./require-module.cjs');

export = load('./tags.js') as typeof import('./tags.js', { with: {'resolution-mode': 'import'}});
