/**
 * The door for `require`, by which Docusaurus loads plugins and configs. Without it, its loader translates every module of ours,
 * and of what we import, by itself, which takes seconds on a machine that never did it before.
 *
 * Node 20.19 and later can require ES modules; before that, jiti does what Docusaurus's loader would have done.
 */
function load(): typeof import('./index.js', { with: {'resolution-mode': 'import'}}) {
  try {
    return require('./index.js');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_REQUIRE_ESM') throw error;
    const {createJiti} = require('jiti') as typeof import('jiti');
    return createJiti(__filename)('./index.js');
  }
}

export = load();
