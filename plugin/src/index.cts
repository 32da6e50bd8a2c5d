/** The door for `require` to the plugin. */
import load = require('./require-module.cjs');

export = load('./index.js') as typeof import('./index.js', { with: {'resolution-mode': 'import'}});
