import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useDeferredValue, useId, useRef, useState } from 'react';
import { defineTexts, useLabel, useTRPC } from '../../../platform/index.ts';
import { wordsForAddress } from '../../../platform/private-words.ts';
import { SearchInput } from '../../../ui/index.ts';
import { StatusMark } from '../../cases-parts/index.ts';
import { deskHref } from '../hooks/desk-search.ts';
import { useKeys } from '../hooks/use-keys.ts';
import styles from './desk-frame.module.css';

const texts = defineTexts({
  label: { zh: '编号、地点、事情', en: 'Number, place, words' },
  found: { zh: '找到的案件', en: 'Cases found' },
  none: { zh: '没有找到。换个词，或少写几个字', en: 'Nothing found. Try other or fewer words' },
  all: { zh: '列出全部 “{q}”', en: 'List all “{q}”' },
});

/** From two characters on, of any script. */
const fewest = 2;

/** Finds a case by number, place or words from anywhere (`/`); Enter opens the marked one, or lists all. */
export function SearchBox() {
  const say = useLabel();
  const trpc = useTRPC();
  const navigate = useNavigate();
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [words, setWords] = useState('');
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const asked = useDeferredValue(words.trim());
  const enough = [...asked].length >= fewest;
  const { data, isFetching } = useQuery(
    trpc.cases.list.queryOptions(
      { text: asked, view: 'all', sort: 'changed', limit: 8 },
      { enabled: enough, placeholderData: keepPreviousData },
    ),
  );
  const rows = enough ? (data?.rows ?? []) : [];
  useKeys({ '/': () => input.current?.focus() });

  const leave = () => {
    setOpen(false);
    setWords('');
    setAt(-1);
    input.current?.blur();
  };
  const openCase = (id: string) => {
    leave();
    void navigate({ href: `/d/c/${id}` });
  };
  const listAll = () => {
    const q = words.trim();
    leave();
    if (q) void navigate({ href: deskHref('/d', { view: 'all', q: wordsForAddress(q) }) });
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setAt(rows.length === 0 ? -1 : (at + step + rows.length) % rows.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const row = rows[at] ?? (rows.length === 1 && asked === words.trim() ? rows[0] : undefined);
      if (row) openCase(row.id);
      else listAll();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      leave();
    }
  };
  const shown = open && enough;
  return (
    <form
      className={styles.search}
      onSubmit={(event) => event.preventDefault()}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
      }}
    >
      <SearchInput
        ref={input}
        label={say(texts.label)}
        keyHint="/"
        value={words}
        role="combobox"
        aria-expanded={shown}
        aria-controls={shown ? listId : undefined}
        aria-activedescendant={shown && at >= 0 ? `${listId}-${at}` : undefined}
        autoComplete="off"
        onFocus={() => setOpen(true)}
        onChange={(event) => {
          setWords(event.target.value);
          setAt(-1);
          setOpen(true);
        }}
        onKeyDown={press}
      />
      {shown && (
        <div className={styles.found}>
          <div id={listId} role="listbox" aria-label={say(texts.found)}>
            {rows.map((row, index) => (
              <button
                key={row.id}
                id={`${listId}-${index}`}
                type="button"
                role="option"
                tabIndex={-1}
                aria-selected={index === at}
                className={styles.option}
                onClick={() => openCase(row.id)}
              >
                <StatusMark state={row.state} />
                <span className={styles.optionTitle}>{row.title}</span>
                <span className={styles.quiet}>{row.caseNo ?? row.names.community}</span>
              </button>
            ))}
          </div>
          {rows.length === 0 && !isFetching ? (
            <p className={styles.quiet} role="status">
              {say(texts.none)}
            </p>
          ) : (
            <button type="button" className={styles.option} onClick={listAll}>
              {say(texts.all, { q: asked })}
            </button>
          )}
        </div>
      )}
    </form>
  );
}
