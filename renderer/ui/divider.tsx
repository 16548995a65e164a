import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';

interface Props {
  /** What it resizes: "Navigator width". */
  readonly label: string;
  /** The id of the element whose width this is. */
  readonly controls: string;
  /** On which side of the sheet that element stands. */
  readonly side: 'left' | 'right';
  readonly width: number;
  readonly min: number;
  readonly max: number;
  /** Given by a double click, and by Backspace or Delete. */
  readonly usual: number;
  readonly onResize: (width: number) => void;
}

const STEP = 16;

/** The line between two columns: dragged, or moved with the arrow keys; a double click gives the usual width. */
export function Divider({ label, controls, side, width, min, max, usual, onResize }: Props) {
  const start = useRef<{ x: number; width: number } | null>(null);
  const [dragging, setDragging] = useState(false);
  const towards = side === 'left' ? 1 : -1;
  const resize = (wanted: number) => onResize(Math.round(Math.min(max, Math.max(min, wanted))));

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = { x: event.clientX, width };
    setDragging(true);
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (start.current) resize(start.current.width + towards * (event.clientX - start.current.x));
  };
  const stop = () => {
    start.current = null;
    setDragging(false);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const wanted = {
      ArrowLeft: width - towards * STEP,
      ArrowRight: width + towards * STEP,
      Home: min,
      End: max,
      Backspace: usual,
      Delete: usual,
    }[event.key];
    if (wanted === undefined) return;
    event.preventDefault();
    resize(wanted);
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that moves is a widget, which <hr> is not.
    <div
      role="separator"
      tabIndex={0}
      className={`divider ${side}`}
      aria-label={label}
      aria-controls={controls}
      aria-orientation="vertical"
      aria-valuenow={width}
      aria-valuemin={min}
      aria-valuemax={max}
      data-dragging={dragging}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={stop}
      onPointerCancel={stop}
      onDoubleClick={() => resize(usual)}
      onKeyDown={onKeyDown}
    />
  );
}
