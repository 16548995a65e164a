import { AppWindow, History, Minus, PanelLeft, Plus, Search, X } from 'lucide-react';
import { Button, IconButton } from '../../ui/button.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import { steppedZoom, zoomWords } from '../../ui/pages/page-layout.ts';
import type { Book } from './book.ts';
import { explainEdition } from './edition-words.ts';
import { PageField } from './page-field.tsx';
import { useEditions } from './use-editions.ts';
import { READER_ZOOM } from './zoom.ts';

interface Props {
  readonly book: Book;
  readonly page: number;
  /** CSS pixels of one point. */
  readonly scale: number;
  /** As wide as there is room. */
  readonly fits: boolean;
  readonly side: boolean;
  readonly hasSide: boolean;
  readonly finding: boolean;
  readonly onPage: (page: number) => void;
  readonly onZoom: (steps: number) => void;
  readonly onFit: () => void;
  readonly onSide: () => void;
  readonly onFind: () => void;
  readonly onEdition: (edition: string) => void;
  readonly onOwnWindow: (() => void) | null;
  readonly onClose: (() => void) | null;
}

export function ReaderToolbar(props: Props) {
  const { book, page, scale, fits, side, hasSide, finding } = props;
  const { title, pages, edition } = book.reading;
  const editions = useEditions(book.reading.sourceId);
  const zoom = steppedZoom(scale, 0, READER_ZOOM);
  return (
    <div className="reader-toolbar" role="toolbar" aria-label="Reading">
      <div className="reader-toolbar-title">
        <h2 className="reader-title" title={title}>
          {title}
        </h2>
        {props.onOwnWindow ? (
          <IconButton label="Open in a window of its own" onPress={props.onOwnWindow}>
            <AppWindow size={16} aria-hidden />
          </IconButton>
        ) : null}
        {props.onClose ? (
          <IconButton label="Close the source" onPress={props.onClose}>
            <X size={16} aria-hidden />
          </IconButton>
        ) : null}
      </div>
      <div className="reader-toolbar-tools">
        {hasSide ? (
          <IconButton label="Pages and contents" pressed={side} onPress={props.onSide}>
            <PanelLeft size={16} aria-hidden />
          </IconButton>
        ) : null}
        {pages.length > 1 ? <PageField book={book} page={page} onPage={props.onPage} /> : null}
        <span className="reader-toolbar-gap" />
        <IconButton
          label="Smaller"
          isDisabled={zoom <= READER_ZOOM.smallest}
          onPress={() => props.onZoom(-1)}
        >
          <Minus size={14} aria-hidden />
        </IconButton>
        <Button
          className="reader-zoom tabular"
          onPress={props.onFit}
          aria-label={
            fits ? `Fit width, now ${zoomWords(scale)}. Show at 100%` : `${zoomWords(scale)}. Fit the width`
          }
        >
          {fits ? 'Fit' : zoomWords(scale)}
        </Button>
        <IconButton label="Larger" isDisabled={zoom >= READER_ZOOM.largest} onPress={() => props.onZoom(1)}>
          <Plus size={14} aria-hidden />
        </IconButton>
        <IconButton label="Find in the source" shortcut="Ctrl+F" pressed={finding} onPress={props.onFind}>
          <Search size={16} aria-hidden />
        </IconButton>
        {editions.length > 1 ? (
          <Menu
            label="Editions"
            placement="bottom end"
            trigger={
              <IconButton label="Editions">
                <History size={16} aria-hidden />
              </IconButton>
            }
          >
            {editions.map((each, at) => (
              <MenuItem
                key={each.id}
                label={explainEdition(each, at)}
                current={each.id === edition}
                onAction={() => props.onEdition(each.id)}
              />
            ))}
          </Menu>
        ) : null}
      </div>
    </div>
  );
}
