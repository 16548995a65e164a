import { ChevronDown, Copy, Quote } from 'lucide-react';
import { type CSSProperties, useLayoutEffect, useRef, useState } from 'react';
import type { Bearing } from '../../../shared/document/schema.ts';
import { keysFor } from '../../app/shortcuts.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';

interface Props {
  /** "page 12" */
  readonly where: string;
  readonly words: number;
  /** null: there is nothing that could cite them. */
  readonly onTake: ((bearing: Bearing) => void) | null;
  readonly onCopy: () => void;
  /** Where the words end, from the corner of what is seen, and how large that is; null: out of view. */
  readonly beside: Beside | null;
  /** Words are still being selected with the mouse. */
  readonly hidden: boolean;
  /** Back to the words. */
  readonly onLeave: () => void;
}

export interface Beside {
  readonly left: number;
  readonly top: number;
  readonly height: number;
  readonly isLast: boolean;
  readonly room: { readonly width: number; readonly height: number };
}

/** CSS pixels. */
const BAR = 40;
const GAP = 8;

/** Below the last line of what is selected, or above its first, wherever there is room; its right edge near the end. */
function placeBar(beside: Beside | null, width: number): CSSProperties | undefined {
  if (!beside) return undefined;
  const { left, top, height, isLast, room } = beside;
  const below = top + height + GAP;
  const above = top - GAP - BAR;
  const wanted = isLast ? below : above;
  const y = wanted < GAP ? below : wanted + BAR + GAP > room.height ? above : wanted;
  const x = Math.max(GAP, Math.min(left - width / 2, room.width - width - GAP));
  return { top: y, left: x, right: 'auto', bottom: 'auto', margin: 0 };
}

const ways: readonly { readonly bearing: Bearing; readonly label: string }[] = [
  { bearing: 'supports', label: 'Cite as support' },
  { bearing: 'contradicts', label: 'Cite as contradiction' },
  { bearing: 'context', label: 'Cite as context' },
];

/** What can be done with the selected words. */
export function TakeBar({ where, words, onTake, onCopy, beside, hidden, onLeave }: Props) {
  const bar = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => setWidth(bar.current?.offsetWidth ?? 0));
  return (
    <div
      ref={bar}
      className="reader-take"
      role="toolbar"
      aria-label="Selected words"
      style={{ ...placeBar(beside, width), visibility: hidden ? 'hidden' : undefined }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        event.stopPropagation();
        onLeave();
      }}
    >
      <span className="reader-take-what tabular">
        {words.toLocaleString('en-GB')} {words === 1 ? 'word' : 'words'}, {where}
      </span>
      <IconButton label="Copy with the reference" shortcut="Ctrl+C" onPress={onCopy}>
        <Copy size={14} aria-hidden />
      </IconButton>
      {onTake ? (
        <>
          <Button look="primary" onPress={() => onTake('supports')} aria-keyshortcuts="Control+Shift+C">
            <Quote size={14} aria-hidden />
            Cite selection
            <kbd className="reader-take-keys">{keysFor('cite-selection')}</kbd>
          </Button>
          <Menu
            label="How the words bear on the point"
            placement="top end"
            trigger={
              <IconButton label="Cite as…">
                <ChevronDown size={14} aria-hidden />
              </IconButton>
            }
          >
            {ways.map(({ bearing, label }) => (
              <MenuItem key={bearing} label={label} onAction={() => onTake(bearing)} />
            ))}
          </Menu>
        </>
      ) : null}
    </div>
  );
}
