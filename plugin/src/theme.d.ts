/// <reference types="@docusaurus/module-type-aliases" />
/// <reference types="@docusaurus/theme-classic" />

declare module '@theme/Admonition/Type/Important' {
  import type {Props as AdmonitionProps} from '@theme/Admonition';
  import type {ReactNode} from 'react';

  export interface Props extends AdmonitionProps {}

  export default function AdmonitionTypeImportant(props: Props): ReactNode;
}

declare module '*.module.css' {
  const classes: {readonly [name: string]: string};
  export default classes;
}
