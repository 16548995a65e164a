import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { Book } from '../../reading/book.ts';
import { Thumbnails } from '../../reading/pages/thumbnails.tsx';
import type { ContentsRow } from './contents.ts';
import { FoundList, type FoundProps } from './found-list.tsx';
import { ItemsList } from './items-list.tsx';
import { type PackSide, packSides } from './look.ts';
import { NotesList, type NotesListProps } from './notes-list.tsx';

interface Props {
  readonly book: Book;
  readonly rows: readonly ContentsRow[];
  readonly page: number;
  readonly shown: PackSide;
  readonly onShown: (shown: PackSide) => void;
  readonly onPage: (page: number) => void;
  readonly find: FoundProps;
  readonly notes: Omit<NotesListProps, 'book'>;
  /** Back to the pages. */
  readonly onLeave: () => void;
}

/** Beside the pages: the ways through them. */
export function PackSideStrip(props: Props) {
  const { book, rows, page, shown, onShown, onPage, notes, onLeave } = props;
  const { sizes } = book.reading;
  const count = notes.notes.list?.length ?? 0;
  return (
    <Tabs
      className="tabs reader-side pack-side"
      selectedKey={shown === 'pages' && !sizes ? 'items' : shown}
      onSelectionChange={(key) => onShown(packSides.find((side) => side === key) ?? 'items')}
    >
      <TabList className="tab-list" aria-label="Ways through the pack">
        <Tab id="items" className="tab">
          Items
        </Tab>
        {sizes ? (
          <Tab id="pages" className="tab">
            Pages
          </Tab>
        ) : null}
        <Tab id="found" className="tab">
          Search
        </Tab>
        <Tab id="notes" className="tab">
          Notes{count > 0 ? <span className="tabular quiet"> {count}</span> : null}
        </Tab>
      </TabList>
      <TabPanel id="items" className="tab-panel">
        <ItemsList rows={rows} page={page} onPage={onPage} />
      </TabPanel>
      {sizes ? (
        <TabPanel id="pages" className="tab-panel">
          <Thumbnails book={book} sizes={sizes} page={page} onPage={onPage} />
        </TabPanel>
      ) : null}
      <TabPanel id="found" className="tab-panel">
        <FoundList {...props.find} book={book} rows={rows} onLeave={onLeave} />
      </TabPanel>
      <TabPanel id="notes" className="tab-panel">
        <NotesList {...notes} book={book} />
      </TabPanel>
    </Tabs>
  );
}
