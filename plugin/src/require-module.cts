/**
 * Loads one of our modules for those who `require` it, as Docusaurus does with plugins and configs. Without such doors, its loader
 * translates every module of ours, and of what we import, by itself, which takes seconds on a machine that never did it before.
 *
 * Node 20.19 and later can require ES modules; before that, jiti does what Docusaurus's loader would have done.
 */
function load(module: string): unknown {
  try {
    return require(module);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_REQUIRE_ESM') throw error;
    const {createJiti} = require('jiti') as typeof import('jiti');
    return createJiti(__filename)(module);
  }
}

export = load;
