export * from './Callout';
export * from './Small';
export * from './Tabs';
