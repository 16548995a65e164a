import { ChevronLeft, ChevronRight, Lock, PanelLeft, Search, X } from 'lucide-react';
import { PageField } from '../../reading/page-field.tsx';
import type { Desk } from '../../reading/use-desk.ts';
import { ZoomTools } from '../../reading/zoom-tools.tsx';
import { IconButton } from '../../ui/button.tsx';
import type { OpenPack } from './use-pack.ts';

interface Props {
  readonly open: OpenPack;
  readonly desk: Desk;
  readonly side: boolean;
  readonly onSide: () => void;
  readonly onPage: (page: number) => void;
  readonly onItem: (way: 1 | -1) => void;
  readonly onFind: () => void;
  readonly onClose: () => void;
}

export function PackToolbar({ open: { pack, wordless }, desk, side, ...does }: Props) {
  return (
    <div className="reader-toolbar" role="toolbar" aria-label="Reading">
      <div className="reader-toolbar-title">
        <h1 className="reader-title" title={pack.title}>
          {pack.title}
        </h1>
        {pack.audience === 'restricted' && pack.meetingKind === 'committee' ? (
          <span className="pack-chip">
            <Lock size={12} aria-hidden /> Restricted
          </span>
        ) : null}
        <span role="status" className={wordless ? 'pack-chip' : 'visually-hidden'}>
          {wordless ? 'Reading its words…' : ''}
        </span>
        {pack.publishedAt === null ? <span className="pack-chip">Draft</span> : null}
      </div>
      <div className="reader-toolbar-tools">
        <IconButton label="Items, pages, search and notes" pressed={side} onPress={does.onSide}>
          <PanelLeft size={16} aria-hidden />
        </IconButton>
        <PageField book={desk.book} page={desk.page} onPage={does.onPage} />
        <IconButton label="Item before" shortcut="[" onPress={() => does.onItem(-1)}>
          <ChevronLeft size={16} aria-hidden />
        </IconButton>
        <IconButton label="Item after" shortcut="]" onPress={() => does.onItem(1)}>
          <ChevronRight size={16} aria-hidden />
        </IconButton>
        <span className="reader-toolbar-gap" />
        <ZoomTools desk={desk} paper={desk.book.reading.sizes !== null} />
        <IconButton label="Search the pack" shortcut="Ctrl+F" onPress={does.onFind}>
          <Search size={16} aria-hidden />
        </IconButton>
        <IconButton label="Close the pack" shortcut="Ctrl+W" onPress={does.onClose}>
          <X size={16} aria-hidden />
        </IconButton>
      </div>
    </div>
  );
}
