import {useSyncExternalStore} from 'react';

const never = () => () => {};

/** Docusaurus's: false on the server, and while the browser takes its page over. */
export default function useIsBrowser(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
