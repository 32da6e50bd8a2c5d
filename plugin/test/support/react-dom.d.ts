declare module 'react-dom/server' {
  import type {ReactNode} from 'react';

  export function renderToStaticMarkup(node: ReactNode): string;
}

declare module 'react-dom/client' {
  import type {ReactNode} from 'react';

  export function createRoot(container: Element): {
    render(node: ReactNode): void;
    unmount(): void;
  };
}
