export * from './callout.markdoc';
export * from './tabs.markdoc';
export * from './badge.markdoc';
