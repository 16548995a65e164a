import { CircleAlert } from 'lucide-react';
import type { Finding } from '../../shared/checks/finding.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';

interface Props {
  /** "Word" or "PDF". */
  readonly format: string;
  readonly errors: readonly Finding[];
  readonly onExport: () => void;
  readonly onShow: () => void;
  readonly onClose: () => void;
}

/** Enough to recognise what is meant; the rest stands in the side panel. */
const SHOWN = 6;

export function FindingsDialog({ format, errors, onExport, onShow, onClose }: Props) {
  const more = errors.length - SHOWN;
  return (
    <Dialog
      title={
        errors.length === 1 ? 'One thing to put right first' : `${errors.length} things to put right first`
      }
      width={560}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="outlined" onPress={onExport}>
            Export anyway
          </Button>
          <Button look="primary" autoFocus onPress={onShow}>
            Show findings
          </Button>
        </>
      }
    >
      <ul className="export-errors">
        {errors.slice(0, SHOWN).map(({ rule, blockId, message }) => (
          <li key={`${rule} ${blockId} ${message}`}>
            <CircleAlert size={14} aria-hidden />
            <span>{message}</span>
          </li>
        ))}
      </ul>
      {more > 0 ? <p className="quiet">and {more} more</p> : null}
      <p className="quiet">
        Despatch changes nothing by itself: the {format} file will say exactly what the text says.
      </p>
    </Dialog>
  );
}
