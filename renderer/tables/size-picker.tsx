/** How large a new table is: a field of squares for the mouse, two numbers for the keys; both show the same. */
import './tables.css';
import { type KeyboardEvent, useId, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';

const MOST_COLUMNS = 8;
const MOST_ROWS = 12;

interface Props {
  readonly onChoose: (rows: number, columns: number) => void;
  readonly onClose: () => void;
}

interface Size {
  readonly rows: number;
  readonly columns: number;
}

const steps: Readonly<Record<string, Size>> = {
  ArrowUp: { rows: -1, columns: 0 },
  ArrowDown: { rows: 1, columns: 0 },
  ArrowLeft: { rows: 0, columns: -1 },
  ArrowRight: { rows: 0, columns: 1 },
};

function within(value: number, most: number): number {
  return Math.min(most, Math.max(1, value));
}

/** The field is what the dialog is for; it is drawn later than the dialog, so no effect would find it. */
function takeFocus(field: HTMLElement | null): void {
  field?.focus();
}

function words({ rows, columns }: Size): string {
  return `${rows} ${rows === 1 ? 'row' : 'rows'}, ${columns} ${columns === 1 ? 'column' : 'columns'}`;
}

export default function SizePicker({ onChoose, onClose }: Props) {
  const [size, setSize] = useState<Size>({ rows: 3, columns: 3 });
  const help = useId();
  const choose = (chosen: Size) => {
    onClose();
    // Once the dialog has given the focus back to the sheet.
    setTimeout(() => onChoose(chosen.rows, chosen.columns));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (event.key === 'Enter' || event.key === ' ') choose(size);
    else if (step) {
      setSize({
        rows: within(size.rows + step.rows, MOST_ROWS),
        columns: within(size.columns + step.columns, MOST_COLUMNS),
      });
    } else return;
    event.preventDefault();
  };
  return (
    <Dialog
      title="Insert table"
      width={320}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" onPress={() => choose(size)}>
            Insert table
          </Button>
        </>
      }
    >
      <div
        className="size-field"
        role="slider"
        tabIndex={0}
        aria-label="Size of the table"
        aria-describedby={help}
        aria-valuemin={1}
        aria-valuemax={MOST_ROWS * MOST_COLUMNS}
        aria-valuenow={size.rows * size.columns}
        aria-valuetext={words(size)}
        ref={takeFocus}
        onKeyDown={onKeyDown}
      >
        {Array.from({ length: MOST_ROWS * MOST_COLUMNS }, (_, at) => {
          const cell = { rows: Math.floor(at / MOST_COLUMNS) + 1, columns: (at % MOST_COLUMNS) + 1 };
          const isIn = cell.rows <= size.rows && cell.columns <= size.columns;
          return (
            // biome-ignore lint/a11y/noStaticElementInteractions: the keys move the whole field.
            // biome-ignore lint/a11y/useKeyWithClickEvents: Enter chooses what the field shows.
            <span
              key={`${cell.rows}-${cell.columns}`}
              data-in={isIn || undefined}
              onPointerEnter={() => setSize(cell)}
              onClick={() => choose(cell)}
            />
          );
        })}
      </div>
      <p id={help} className="size-words">
        <strong>{words(size)}</strong>
        <br />
        Arrow keys change the size, Enter inserts. The first row is the header.
      </p>
    </Dialog>
  );
}
