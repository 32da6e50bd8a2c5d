export * from './badge.markdoc';
export * from './callout.markdoc';
export * from './tabs.markdoc';
