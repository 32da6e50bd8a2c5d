declare module 'react-dom' {
  import type {ReactNode, ReactPortal} from 'react';

  /** Without a dependency on React DOM's types, for the one function that we use. */
  export function createPortal(children: ReactNode, container: Element): ReactPortal;
}
