import {createElement, Fragment, type ReactNode} from 'react';

/** A branch of `{% if %}` whose condition only the reader's page knows. */
export function MarkdocIf({when, children}: {when: unknown; children?: ReactNode}): ReactNode {
  const holds = when !== false && when !== null && when !== undefined;
  return holds ? createElement(Fragment, null, children) : null;
}
