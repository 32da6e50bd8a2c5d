export * from './Callout';
export * from './Tabs';
export * from './Small';
