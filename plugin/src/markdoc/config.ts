import type {ConfigFunction, Schema} from '@markdoc/markdoc';

/** Where a React component can be imported from. */
export interface ComponentSource {
  /** The absolute path of the module. */
  file: string;
  exported: string;
}

/** What a site defines for Markdoc. */
export interface MarkdocConfig {
  readonly tags: {readonly [name: string]: Schema};
  readonly nodes: {readonly [type: string]: Schema};
  readonly functions: {readonly [name: string]: ConfigFunction};
  readonly variables: {readonly [name: string]: unknown};
  /** Where a component is exported, by its name among the site's components, or by the component itself. */
  findComponent(render: unknown): ComponentSource | undefined;
  /** The names of the site's components; `undefined` where it has no module for them. */
  readonly componentNames: readonly string[] | undefined;
}
