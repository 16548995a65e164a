import { AppWindow, History, PanelLeft, Search, X } from 'lucide-react';
import type { Source } from '../../../shared/evidence/source.ts';
import { PageField } from '../../reading/page-field.tsx';
import type { Desk } from '../../reading/use-desk.ts';
import { ZoomTools } from '../../reading/zoom-tools.tsx';
import { IconButton } from '../../ui/button.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import { explainEdition } from './edition-words.ts';

interface Props {
  readonly desk: Desk;
  /** null: not known yet. */
  readonly source: Source | null;
  readonly side: boolean;
  readonly hasSide: boolean;
  readonly finding: boolean;
  readonly onSide: () => void;
  readonly onFind: () => void;
  readonly onEdition: (edition: string) => void;
  readonly onOwnWindow: (() => void) | null;
  readonly onClose: (() => void) | null;
}

export function ReaderToolbar(props: Props) {
  const { desk, source, side, hasSide, finding } = props;
  const { book, page, view } = desk;
  const { pages, edition } = book.reading;
  const title = source?.csl.title || book.reading.title;
  const editions = source?.editions ?? [];
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
        {pages.length > 1 ? (
          <PageField book={book} page={page} onPage={(wanted) => view.current?.showPage(wanted)} />
        ) : null}
        <span className="reader-toolbar-gap" />
        <ZoomTools desk={desk} paper={book.reading.sizes !== null} />
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
