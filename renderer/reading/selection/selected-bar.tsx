import { Copy } from 'lucide-react';
import { type CSSProperties, type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import type { TakenPassage } from '../../../shared/evidence/taken.ts';
import { countWords } from '../../../shared/evidence/text.ts';
import { IconButton } from '../../ui/button.tsx';
import { useView } from '../../ui/pages/use-view.ts';
import type { Desk } from '../use-desk.ts';
import type { SelectionEnd } from './use-selection-end.ts';

interface Props {
  readonly desk: Desk;
  /** What else can be done with the words than to copy them. */
  readonly children: ReactNode;
}

/** What can be done with the selected words, beside their end. */
export function SelectedBar({ desk, children }: Props) {
  return desk.taken ? (
    <Bar desk={desk} taken={desk.taken}>
      {children}
    </Bar>
  ) : null;
}

function Bar({ desk, taken, children }: Props & { readonly taken: TakenPassage }) {
  const { where, end, scroller, pressed, copy, focus } = desk;
  const seen = useView(scroller);
  const bar = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => setWidth(bar.current?.offsetWidth ?? 0));
  const words = countWords(taken.locator.quote.exact);
  return (
    <div
      ref={bar}
      className="reader-take"
      role="toolbar"
      aria-label="Selected words"
      style={{
        ...placeBar(besideOf(end, scroller.current, seen.height), width),
        visibility: pressed ? 'hidden' : undefined,
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        event.stopPropagation();
        focus();
      }}
    >
      <span className="reader-take-what tabular">
        {words.toLocaleString('en-GB')} {words === 1 ? 'word' : 'words'}, {where ?? 'selected'}
      </span>
      <IconButton label="Copy with the reference" shortcut="Ctrl+C" onPress={copy}>
        <Copy size={14} aria-hidden />
      </IconButton>
      {children}
    </div>
  );
}

interface Beside extends SelectionEnd {
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

/** The end of a selection as it is seen in the body of the reader; null where it is scrolled away. */
function besideOf(end: SelectionEnd | null, scroller: HTMLElement | null, height: number): Beside | null {
  if (!end || !scroller) return null;
  const top = end.top - scroller.scrollTop;
  if (top + end.height < 0 || top > height) return null;
  const { offsetLeft, clientWidth, scrollLeft } = scroller;
  const room = { width: offsetLeft + clientWidth, height };
  return { ...end, top, left: end.left - scrollLeft + offsetLeft, room };
}
