import { Minus, Plus } from 'lucide-react';
import { Button, IconButton } from '../ui/button.tsx';
import { Menu, MenuItem } from '../ui/menu.tsx';
import { steppedZoom, zoomWords } from '../ui/pages/page-layout.ts';
import type { Desk } from './use-desk.ts';
import { READER_ZOOM, type ReadingZoom } from './zoom.ts';

interface Props {
  readonly desk: Desk;
  /** There are whole pages to be fitted. */
  readonly paper: boolean;
}

export function ZoomTools({ desk: { zoom, scale, zoomBy, onZoom }, paper }: Props) {
  const now = steppedZoom(scale, 0, READER_ZOOM);
  const says = zoom === 'fit' ? 'Fit' : zoom === 'page' ? 'Page' : zoomWords(scale);
  const choices: readonly { readonly zoom: ReadingZoom; readonly label: string }[] = [
    { zoom: 'fit', label: 'Fit the width' },
    ...(paper ? [{ zoom: 'page', label: 'Fit the page' } as const] : []),
    { zoom: 1, label: '100\u00a0%' },
  ];
  return (
    <>
      <IconButton label="Smaller" isDisabled={now <= READER_ZOOM.smallest} onPress={() => zoomBy(-1)}>
        <Minus size={14} aria-hidden />
      </IconButton>
      <Menu
        label="Size"
        placement="bottom"
        trigger={
          <Button className="reader-zoom tabular" aria-label={`Size: ${says}, ${zoomWords(scale)}`}>
            {says}
          </Button>
        }
      >
        {choices.map((choice) => (
          <MenuItem
            key={choice.label}
            label={choice.label}
            current={choice.zoom === zoom}
            onAction={() => onZoom(choice.zoom)}
          />
        ))}
      </Menu>
      <IconButton label="Larger" isDisabled={now >= READER_ZOOM.largest} onPress={() => zoomBy(1)}>
        <Plus size={14} aria-hidden />
      </IconButton>
    </>
  );
}
