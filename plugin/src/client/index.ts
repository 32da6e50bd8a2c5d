/** For the components of a site's own tags. */
export {isSafeAddress} from '../address.js';
export * from './moved.js';
export {type PageVariables, usePageVariables} from './page-variables.js';
