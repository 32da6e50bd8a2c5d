/** Where things are. */
import path from 'node:path';
import {fileURLToPath} from 'node:url';

export const repository = fileURLToPath(new URL('../../', import.meta.url));

/** Sites that tests can copy, one folder each. */
export const sites = path.join(repository, 'e2e/sites');

/** Everything that tests make; removed before each run. */
export const work = path.join(repository, 'e2e/.work');

/** Our own site's production build. */
export const siteBuild = path.join(repository, 'site/build');
