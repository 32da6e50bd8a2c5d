import type {ReactNode} from 'react';

interface Message {
  readonly id?: string;
  readonly message?: string;
}
type Values = {readonly [name: string]: unknown};

/** Docusaurus's, of a site in English. */
export function translate({message = ''}: Message, values: Values = {}): string {
  return message.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}

export default function Translate({children}: {readonly children?: ReactNode}): ReactNode {
  return children;
}
