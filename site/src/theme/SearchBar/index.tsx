import {useHistory} from '@docusaurus/router';
import {translate} from '@docusaurus/Translate';
import {
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import {type Found, find, highlight} from '../../../search/find';
import type {Section} from '../../../search/sections';
import styles from './styles.module.css';

const label = () => translate({id: 'site.search.label', message: 'Search'});

/**
 * The search: a field with a list of what was found, after the pattern of a combobox. The text to be searched is loaded once, when
 * somebody enters the field, and searched in the browser.
 */
export default function SearchBar(): ReactNode {
  const history = useHistory();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [sections, setSections] = useState<Section[]>([]);
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const [isOpen, setOpen] = useState(false);

  const results = useMemo(() => find(query, sections), [query, sections]);
  const isShown = isOpen && query.trim() !== '' && sections.length > 0;

  useFocusKey(field);

  async function load() {
    if (sections.length > 0) return;
    const data = await import('@generated/site-search/default/sections.json');
    setSections(data.default);
  }

  function change(value: string) {
    setQuery(value);
    setActive(0);
    setOpen(true);
  }

  function go(result: Found | undefined) {
    if (!result) return;
    setOpen(false);
    setQuery('');
    field.current?.blur();
    history.push(result.url);
  }

  function press(event: KeyboardEvent) {
    const last = results.length - 1;
    const actions: Record<string, () => void> = {
      ArrowDown: () => (isShown ? setActive(active < last ? active + 1 : 0) : setOpen(true)),
      ArrowUp: () => setActive(active > 0 ? active - 1 : last),
      Enter: () => isShown && go(results[active]),
      Escape: () => (isShown ? setOpen(false) : setQuery('')),
    };
    const action = actions[event.key];
    if (!action || event.nativeEvent.isComposing) return;
    event.preventDefault();
    action();
  }

  return (
    <search className={styles.search}>
      <input
        ref={field}
        className={`navbar__search-input ${styles.field}`}
        type="search"
        role="combobox"
        aria-label={label()}
        aria-autocomplete="list"
        aria-expanded={isShown}
        aria-controls={`${id}-list`}
        aria-activedescendant={isShown && results[active] ? `${id}-${active}` : undefined}
        placeholder={label()}
        autoComplete="off"
        spellCheck={false}
        value={query}
        onFocus={load}
        onBlur={() => setOpen(false)}
        onChange={(event) => change(event.target.value)}
        onKeyDown={press}
      />
      <div className={styles.panel} hidden={!isShown}>
        <p className={results.length > 0 ? styles.hidden : styles.nothing} role="status">
          {isShown && countOf(results.length)}
        </p>
        {/* The focus stays in the field, where the keys are handled. */}
        <div id={`${id}-list`} role="listbox" aria-label={label()} className={styles.list}>
          {results.map((result, index) => (
            <Result
              key={result.url}
              id={`${id}-${index}`}
              result={result}
              query={query}
              isActive={index === active}
              onPoint={() => setActive(index)}
              onChoose={() => go(result)}
            />
          ))}
        </div>
      </div>
    </search>
  );
}

interface ResultProps {
  id: string;
  result: Found;
  query: string;
  isActive: boolean;
  onPoint(): void;
  onChoose(): void;
}

function Result({id, result, query, isActive, onPoint, onChoose}: ResultProps): ReactNode {
  const option = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isActive) option.current?.scrollIntoView({block: 'nearest'});
  }, [isActive]);
  const {heading, page, excerpt} = result;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field handles the keys of a combobox
    // biome-ignore lint/a11y/useFocusableInteractive: the options of a combobox are not focused themselves
    <div
      ref={option}
      id={id}
      role="option"
      aria-selected={isActive}
      className={styles.option}
      onMouseMove={onPoint}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <span className={styles.heading}>
        <Marked text={heading} query={query} />
      </span>
      {heading !== page && <span className={styles.page}>in {page}</span>}
      <span className={styles.excerpt}>
        <Marked text={excerpt} query={query} />
      </span>
    </div>
  );
}

function Marked({text, query}: {text: string; query: string}): ReactNode {
  return highlight(text, query).map((piece, index) =>
    // The pieces have no other name than their place.
    // biome-ignore lint/suspicious/noArrayIndexKey: the list is made anew for each text
    index % 2 === 1 ? <mark key={index}>{piece}</mark> : piece,
  );
}

function countOf(count: number): string {
  if (count === 0) return translate({id: 'site.search.nothing', message: 'Nothing found'});
  if (count === 1) return translate({id: 'site.search.one', message: '1 result'});
  return translate({id: 'site.search.many', message: '{count} results'}, {count: String(count)});
}

/** Ctrl+K or ⌘K, as on many documentation sites. */
function useFocusKey(field: {current: HTMLInputElement | null}): void {
  useEffect(() => {
    const press = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      field.current?.focus();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [field]);
}
