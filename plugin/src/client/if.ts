import {Children, type ReactNode} from 'react';
import {truthy} from './functions.js';

/** The branches of an `{% if %}` whose conditions only the reader's page knows: shows the first whose condition holds. */
export function MarkdocIf({
  when,
  children,
}: {
  /** The conditions, one for each child. */
  when: readonly unknown[];
  children?: ReactNode;
}): ReactNode {
  const shown = when.findIndex(truthy);
  return Children.toArray(children)[shown];
}
