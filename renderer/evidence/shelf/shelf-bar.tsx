/** The bar over the list: what it shows, the search, the order, and the ways in. */
import { ArrowUpDown, Search, X } from 'lucide-react';
import type { RefObject } from 'react';
import { Button, IconButton } from '../../ui/button.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import { AddMenu } from './add-menu.tsx';
import { sortBy, sortColumns } from './list/shelf-model.ts';
import { sortNames } from './list/source-table.tsx';
import type { ShelfSearch } from './search/use-shelf-search.ts';
import type { ShelfInHand } from './use-shelf.ts';

interface Props {
  readonly title: string;
  readonly inHand: ShelfInHand;
  readonly search: ShelfSearch;
  readonly field: RefObject<HTMLInputElement | null>;
  /** Id of the list of what was found. */
  readonly listId: string;
  readonly onExportReferences: () => void;
}

export function ShelfBar({ title, inHand, search, field, listId, onExportReferences }: Props) {
  const { shelf, setShelf, shown, sort, setSort } = inHand;
  const { query, setQuery, setOption, searching, active, onKeyDown } = search;
  const listsSources = !searching && shelf !== 'look' && shelf !== 'bin';
  return (
    <header className="home-bar">
      <h2>
        {title}
        {listsSources ? (
          <span className="shelf-count">
            {' '}
            {shown.length === 0 ? '' : shown.length.toLocaleString('en-GB')}
          </span>
        ) : null}
      </h2>
      <div className="search evidence-search">
        <Search size={14} aria-hidden />
        <input
          ref={field}
          type="search"
          className="input"
          role="combobox"
          aria-label={shelf === 'bin' ? 'Search the bin' : 'Search the words of all sources'}
          aria-expanded={searching}
          aria-autocomplete="list"
          aria-controls={searching ? listId : undefined}
          aria-activedescendant={searching && active ? active.id : undefined}
          placeholder={shelf === 'bin' ? 'Search the bin' : 'Search all words'}
          title={'Words, "a phrase", begin*, AND, OR, NOT, title: author: organisation:'}
          spellCheck={false}
          autoComplete="off"
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setOption(null);
            // There are citations, not sources.
            if (shelf === 'look') setShelf('all');
          }}
          onKeyDown={onKeyDown}
        />
        {query === '' ? null : (
          <IconButton
            label="Clear the search"
            onPress={() => {
              setQuery('');
              field.current?.focus();
            }}
          >
            <X size={14} aria-hidden />
          </IconButton>
        )}
      </div>
      {listsSources ? (
        <Menu
          label="Sort by"
          placement="bottom end"
          trigger={
            <Button aria-label={`Sort by, now ${sortNames[sort.column].toLowerCase()}`}>
              <ArrowUpDown size={14} aria-hidden />{' '}
              <span className="sort-name">{sortNames[sort.column]}</span>
            </Button>
          }
        >
          {sortColumns.map((column) => (
            <MenuItem
              key={column}
              label={sortNames[column]}
              current={column === sort.column}
              onAction={() => setSort((now) => sortBy(now, column))}
            />
          ))}
        </Menu>
      ) : null}
      <AddMenu onExportReferences={onExportReferences} />
    </header>
  );
}
