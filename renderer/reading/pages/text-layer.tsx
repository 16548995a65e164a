import { memo, useMemo } from 'react';
import { type PlacedWord, placedLines } from './rectangles.ts';

interface Props {
  /** Of the page. */
  readonly text: string;
  readonly boxes: Float32Array | null;
  /** Where the page begins in the whole text. */
  readonly start: number;
  /** CSS pixels of one point. */
  readonly scale: number;
}

/** The words of a page where they are drawn, to be selected and read aloud; the picture below shows them. */
export const TextLayer = memo(function TextLayer({ text, boxes, start, scale }: Props) {
  const lines = useMemo(() => placedLines(text, boxes), [text, boxes]);
  return (
    <div className="reader-words">
      {lines.map((words) => (
        <div key={words[0]?.start} className="reader-line">
          {words.map((word) => (
            <span
              key={word.start}
              data-at={start + word.start}
              className={word.box ? undefined : 'visually-hidden'}
              style={styleOf(word, scale)}
            >
              {word.text}
            </span>
          ))}
        </div>
      ))}
    </div>
  );
});

/** Nearly the height of the letters for a box as tall as its line. */
const LETTERS = 0.82;

function styleOf({ box, text }: PlacedWord, scale: number) {
  if (!box) return undefined;
  const height = (box.bottom - box.top) * scale;
  const size = Math.max(1, height * LETTERS);
  const across = (box.right - box.left) * scale;
  const natural = widthOf(text.trimEnd(), size);
  return {
    left: box.left * scale,
    top: box.top * scale,
    height,
    fontSize: size,
    lineHeight: `${height}px`,
    transform: natural > 0 ? `scaleX(${across / natural})` : undefined,
  };
}

const MEASURED_AT = 100;
const widths = new Map<string, number>();
let pen: CanvasRenderingContext2D | null | undefined;

/** Of words in the face of the layer, without laying anything out. */
function widthOf(text: string, size: number): number {
  pen ??= document.createElement('canvas').getContext('2d');
  if (!pen || text === '') return 0;
  let width = widths.get(text);
  if (width === undefined) {
    pen.font = `${MEASURED_AT}px Arimo, Arial, sans-serif`;
    width = pen.measureText(text).width;
    if (widths.size > 20_000) widths.clear();
    widths.set(text, width);
  }
  return (width * size) / MEASURED_AT;
}
