import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { TextRange } from '../../../shared/evidence/taken.ts';
import type { Book } from '../../evidence/reader/book.ts';
import { Thumbnails } from '../../evidence/reader/side-strip.tsx';
import type { ContentsRow } from './contents.ts';
import { FoundList, type FoundProps } from './found-list.tsx';
import { ItemsList } from './items-list.tsx';
import { type PackSide, packSides } from './look.ts';
import { NotesList } from './notes-list.tsx';
import type { Notes } from './use-notes.ts';

interface Props {
  readonly book: Book;
  readonly rows: readonly ContentsRow[];
  readonly page: number;
  readonly shown: PackSide;
  readonly onShown: (shown: PackSide) => void;
  readonly onPage: (page: number) => void;
  readonly find: Omit<FoundProps, 'book' | 'onLeave'>;
  readonly notes: Notes;
  readonly writing: string | null;
  readonly onWriting: (noteId: string | null) => void;
  readonly onNote: (place: TextRange) => void;
  /** Back to the pages. */
  readonly onLeave: () => void;
}

/** Beside the pages: the ways through them. */
export function PackSideStrip(props: Props) {
  const { book, rows, page, shown, onShown, onPage, notes, onLeave } = props;
  const { sizes } = book.reading;
  const count = notes.list?.length ?? 0;
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
        <FoundList {...props.find} book={book} onLeave={onLeave} />
      </TabPanel>
      <TabPanel id="notes" className="tab-panel">
        <NotesList
          book={book}
          notes={notes}
          writing={props.writing}
          onWriting={props.onWriting}
          onNote={props.onNote}
        />
      </TabPanel>
    </Tabs>
  );
}
