import { Highlighter, StickyNote } from 'lucide-react';
import type { Pin } from '../marks.ts';

interface Props {
  /** With the line of its first words, in points from the top of the page. */
  readonly placed: readonly { readonly pin: Pin; readonly top: number; readonly height: number }[];
  /** CSS pixels of one point. */
  readonly scale: number;
  readonly onPin: ((id: string) => void) | undefined;
}

/** CSS pixels, gap included. */
const PIN = 24;

/** In the margin of a page, beside the words that something hangs on; several at one line stand side by side. */
export function PagePins({ placed, scale, onPin }: Props) {
  const taken = new Map<number, number>();
  return placed.map(({ pin, top, height }) => {
    const y = Math.max(0, Math.round((top + height / 2) * scale - PIN / 2));
    const row = Math.round(y / PIN);
    const before = taken.get(row) ?? 0;
    taken.set(row, before + 1);
    const Sign = pin.written ? StickyNote : Highlighter;
    return (
      <button
        key={pin.id}
        type="button"
        className={`reader-pin ${pin.name}`}
        data-pin-button={pin.id}
        aria-label={pin.label}
        aria-current={pin.current ? 'true' : undefined}
        style={{ top: y, right: 2 + before * PIN }}
        onClick={() => onPin?.(pin.id)}
      >
        <Sign size={14} aria-hidden />
      </button>
    );
  });
}
