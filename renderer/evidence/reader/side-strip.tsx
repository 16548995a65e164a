import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { Book } from '../../reading/book.ts';
import { Thumbnails } from '../../reading/pages/thumbnails.tsx';

interface Props {
  readonly book: Book;
  readonly sizes: Float32Array | null;
  readonly page: number;
  readonly shown: 'pages' | 'contents';
  readonly onShown: (shown: 'pages' | 'contents') => void;
  readonly onPage: (page: number) => void;
  /** An entry of the contents was chosen, by its place among them. */
  readonly onEntry: (entry: number) => void;
}

/** Beside the source: its pages in small, and its own contents. */
export function SideStrip({ book, sizes, page, shown, onShown, onPage, onEntry }: Props) {
  const { outline } = book.reading;
  const open = outline.length === 0 ? 'pages' : sizes ? shown : 'contents';
  return (
    <Tabs
      className="tabs reader-side"
      selectedKey={open}
      onSelectionChange={(key) => onShown(key === 'contents' ? 'contents' : 'pages')}
    >
      <TabList className="tab-list" aria-label="Pages and contents">
        {sizes ? (
          <Tab id="pages" className="tab">
            Pages
          </Tab>
        ) : null}
        {outline.length > 0 ? (
          <Tab id="contents" className="tab">
            Contents
          </Tab>
        ) : null}
      </TabList>
      {sizes ? (
        <TabPanel id="pages" className="tab-panel">
          <Thumbnails book={book} sizes={sizes} page={page} onPage={onPage} />
        </TabPanel>
      ) : null}
      {outline.length > 0 ? (
        <TabPanel id="contents" className="tab-panel">
          <Contents book={book} page={page} onEntry={onEntry} />
        </TabPanel>
      ) : null}
    </Tabs>
  );
}

function Contents({ book, page, onEntry }: Pick<Props, 'book' | 'page' | 'onEntry'>) {
  const { outline, paged, pages } = book.reading;
  // Where all stands on one page, the page says nothing of where one is.
  const here = pages.length > 1 ? outline.findLastIndex((entry) => entry.page <= page) : -1;
  return (
    <ul className="reader-contents">
      {outline.map((entry, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: entries are their places; titles repeat.
        <li key={at}>
          <button
            type="button"
            aria-current={at === here ? 'location' : undefined}
            style={{ paddingInlineStart: 12 + 12 * Math.min(entry.level, 6) }}
            onClick={() => onEntry(at)}
          >
            <span>{entry.title}</span>
            {paged ? (
              <span className="tabular quiet">{pages[entry.page - 1]?.label ?? entry.page}</span>
            ) : null}
          </button>
        </li>
      ))}
    </ul>
  );
}
