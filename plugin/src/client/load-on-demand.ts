/** Loads {@link ./on-demand.ts}; bundlers make a file of each place that does so. */
export const loadOnDemand = () => import('./on-demand.js');
