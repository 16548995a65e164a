import { ChevronLeft, ChevronRight, Lock, Minus, PanelLeft, Plus, Search, X } from 'lucide-react';
import { PageField } from '../../evidence/reader/page-field.tsx';
import { READER_ZOOM } from '../../evidence/reader/zoom.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { steppedZoom, zoomWords } from '../../ui/pages/page-layout.ts';
import type { OpenPack } from './use-pack.ts';

interface Props {
  readonly open: OpenPack;
  readonly page: number;
  /** CSS pixels of one point. */
  readonly scale: number;
  readonly fits: boolean;
  readonly side: boolean;
  readonly onSide: () => void;
  readonly onPage: (page: number) => void;
  readonly onItem: (way: 1 | -1) => void;
  readonly onZoom: (steps: number) => void;
  readonly onFit: () => void;
  readonly onFind: () => void;
  readonly onClose: () => void;
}

export function PackToolbar({ open, page, scale, fits, side, ...does }: Props) {
  const { pack, book } = open;
  const zoom = steppedZoom(scale, 0, READER_ZOOM);
  return (
    <div className="reader-toolbar" role="toolbar" aria-label="Reading">
      <div className="reader-toolbar-title">
        <h1 className="reader-title" title={pack.title}>
          {pack.title}
        </h1>
        {pack.audience === 'restricted' ? (
          <span className="pack-chip">
            <Lock size={12} aria-hidden /> Restricted
          </span>
        ) : null}
        {pack.publishedAt === null ? <span className="pack-chip">Draft</span> : null}
      </div>
      <div className="reader-toolbar-tools">
        <IconButton label="Items, pages, search and notes" pressed={side} onPress={does.onSide}>
          <PanelLeft size={16} aria-hidden />
        </IconButton>
        <PageField book={book} page={page} onPage={does.onPage} />
        <IconButton label="Item before" shortcut="[" onPress={() => does.onItem(-1)}>
          <ChevronLeft size={16} aria-hidden />
        </IconButton>
        <IconButton label="Item after" shortcut="]" onPress={() => does.onItem(1)}>
          <ChevronRight size={16} aria-hidden />
        </IconButton>
        <span className="reader-toolbar-gap" />
        <IconButton label="Smaller" isDisabled={zoom <= READER_ZOOM.smallest} onPress={() => does.onZoom(-1)}>
          <Minus size={14} aria-hidden />
        </IconButton>
        <Button
          className="reader-zoom tabular"
          onPress={does.onFit}
          aria-label={
            fits ? `Fit width, now ${zoomWords(scale)}. Show at 100%` : `${zoomWords(scale)}. Fit the width`
          }
        >
          {fits ? 'Fit' : zoomWords(scale)}
        </Button>
        <IconButton label="Larger" isDisabled={zoom >= READER_ZOOM.largest} onPress={() => does.onZoom(1)}>
          <Plus size={14} aria-hidden />
        </IconButton>
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
