import OriginalSearchBar from '@theme-original/SearchBar';
import {type ReactNode, useEffect, useRef} from 'react';

/** The search theme's bar, as what it is: a search landmark with a search field. */
export default function SearchBar(props: object): ReactNode {
  const landmark = useRef<HTMLElement>(null);
  useEffect(() => {
    // Not `type="search"`: React takes away a type that it did not set. The search itself makes it a combobox later.
    landmark.current?.querySelector('input')?.setAttribute('role', 'searchbox');
  }, []);
  return (
    <search ref={landmark}>
      <OriginalSearchBar {...props} />
    </search>
  );
}
