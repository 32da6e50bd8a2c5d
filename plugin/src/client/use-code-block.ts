import {useMDXComponents} from '@mdx-js/react';
import type {ComponentType, ReactNode} from 'react';

type CodeBlock = ComponentType<{readonly className?: string; readonly children?: ReactNode}>;

/**
 * The code block of the page's fences.
 *
 * The page has it already: an import of `@theme/CodeBlock` would have the bundler split up what all pages load, for the few that
 * show code in a component.
 */
export function useCodeBlock(): CodeBlock | 'code' {
  const {code = 'code'} = useMDXComponents() as {readonly code?: CodeBlock};
  return code;
}
