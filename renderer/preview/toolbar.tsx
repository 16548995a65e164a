import { LocateFixed, Minus, Plus } from 'lucide-react';
import { Button, IconButton } from '../ui/button.tsx';
import { LARGEST_ZOOM, SMALLEST_ZOOM, steppedZoom, zoomWords } from '../ui/pages/page-layout.ts';
import { usePreview } from './use-preview.ts';

interface Props {
  /** The one in view, counting from 0. */
  readonly page: number;
  readonly pages: number;
  /** CSS pixels of one point. */
  readonly scale: number;
  /** As wide as the panel. */
  readonly fits: boolean;
  readonly follow: boolean;
  readonly onZoom: (steps: number) => void;
  readonly onFit: () => void;
  readonly onFollow: () => void;
}

export function PreviewToolbar({ page, pages, scale, fits, follow, onZoom, onFit, onFollow }: Props) {
  const { typesetting } = usePreview();
  const zoom = steppedZoom(scale, 0);
  return (
    <div className="preview-toolbar">
      <span className="preview-where tabular">
        Page {page + 1} of {pages}
      </span>
      <span className="preview-updating" data-shown={typesetting} aria-hidden={!typesetting}>
        Updating…
      </span>
      <IconButton label="Smaller pages" isDisabled={zoom <= SMALLEST_ZOOM} onPress={() => onZoom(-1)}>
        <Minus size={14} aria-hidden />
      </IconButton>
      <Button
        className="preview-zoom tabular"
        onPress={onFit}
        aria-label={
          fits ? `Fit width, now ${zoomWords(scale)}. Show at 100%` : `${zoomWords(scale)}. Fit the width`
        }
      >
        {fits ? 'Fit width' : zoomWords(scale)}
      </Button>
      <IconButton label="Larger pages" isDisabled={zoom >= LARGEST_ZOOM} onPress={() => onZoom(1)}>
        <Plus size={14} aria-hidden />
      </IconButton>
      <IconButton label="Follow the cursor" pressed={follow} onPress={onFollow}>
        <LocateFixed size={14} aria-hidden />
      </IconButton>
    </div>
  );
}
